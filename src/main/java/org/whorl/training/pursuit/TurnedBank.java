package org.whorl.training.pursuit;

import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;

/**
 * The orbits of base filters at an angle, k = r·B + b, each copy of unit norm; how they change with the angle; and how alike they are at
 * every shift.
 */
final class TurnedBank {
    private final BankShape shape;
    private final Rotation[] rotations;
    /** [K, C, s, s]. */
    private final float[] values;

    private final float[] slopes;
    /** ⟨filter k, filter l moved by dy, dx⟩, [K, K, 2s − 1, 2s − 1]. */
    private final float[] likeness;

    /**
     * @param base [B, C, s, s]
     * @param radians from one copy to the next
     */
    TurnedBank(BankShape shape, float[] base, double radians) {
        this.shape = shape;
        int size = shape.size();
        values = new float[shape.filters() * size];
        slopes = new float[values.length];
        rotations = rotations(shape, radians);
        for (int r = 0; r < shape.order(); r++) {
            Rotation slope =
                    Rotation.slope(shape.side(), Math.toDegrees(r * radians)).on(shape.support());
            for (int plane = 0; plane < shape.base() * shape.channels(); plane++) {
                int to = (r * shape.base() * shape.channels() + plane) * shape.area();
                rotations[r].apply(base, plane * shape.area(), values, to);
                slope.apply(base, plane * shape.area(), slopes, to);
            }
        }
        for (int at = 0; at < values.length; at += size) {
            double sum = 0;
            for (int i = at; i < at + size; i++) {
                sum += (double) values[i] * values[i];
            }
            float scale = sum > 0 ? (float) (1 / Math.sqrt(sum)) : 0;
            for (int i = at; i < at + size; i++) {
                values[i] *= scale;
                slopes[i] *= scale;
            }
        }
        likeness = likeness();
    }

    private static Rotation[] rotations(BankShape shape, double radians) {
        Rotation[] rotations = new Rotation[shape.order()];
        for (int r = 0; r < rotations.length; r++) {
            rotations[r] = Rotation.of(shape.side(), Math.toDegrees(r * radians), Interpolation.BICUBIC)
                    .on(shape.support());
        }
        return rotations;
    }

    /** Base filters out of what each copy is to be, turned back: Σ_r R(rθ)ᵀ · wanted of r, [B, C, s, s]. */
    static float[] turnedBack(BankShape shape, float[] wanted, double radians) {
        float[] base = new float[shape.base() * shape.size()];
        Rotation[] rotations = rotations(shape, radians);
        for (int r = 0; r < shape.order(); r++) {
            for (int plane = 0; plane < shape.base() * shape.channels(); plane++) {
                int from = (r * shape.base() * shape.channels() + plane) * shape.area();
                rotations[r].addTransposed(wanted, from, base, plane * shape.area());
            }
        }
        return base;
    }

    private float[] likeness() {
        int reach = 2 * shape.side() - 1;
        float[] all = new float[shape.filters() * shape.filters() * reach * reach];
        for (int k = 0; k < shape.filters(); k++) {
            for (int l = k; l < shape.filters(); l++) {
                for (int i = 0; i < reach * reach; i++) {
                    float value = likeness(k, l, i / reach - shape.side() + 1, i % reach - shape.side() + 1);
                    all[(k * shape.filters() + l) * reach * reach + i] = value;
                    all[(l * shape.filters() + k) * reach * reach + reach * reach - 1 - i] = value;
                }
            }
        }
        return all;
    }

    private float likeness(int k, int l, int down, int right) {
        int side = shape.side();
        int left = Math.max(0, right);
        int end = Math.min(side, side + right);
        float sum = 0;
        for (int c = 0; c < shape.channels(); c++) {
            int one = k * shape.size() + c * shape.area();
            int other = l * shape.size() + c * shape.area();
            for (int y = Math.max(0, down); y < Math.min(side, side + down); y++) {
                for (int x = left; x < end; x++) {
                    sum += values[one + y * side + x] * values[other + (y - down) * side + x - right];
                }
            }
        }
        return sum;
    }

    BankShape shape() {
        return shape;
    }

    float[] values() {
        return values;
    }

    /** By how much each value changes, a radian by which its copy is turned. */
    float[] slopes() {
        return slopes;
    }

    /** Where ⟨filter k, filter l⟩ stands in {@link #likeness}, unmoved; a row down is 2s − 1 further. */
    int likenessAt(int k, int l) {
        int reach = 2 * shape.side() - 1;
        return (k * shape.filters() + l) * reach * reach + reach * reach / 2;
    }

    float[] likenessValues() {
        return likeness;
    }
}
