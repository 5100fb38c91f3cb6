package org.whorl.data.generated;

import java.util.List;
import java.util.SplittableRandom;

import org.whorl.data.ImageShape;

/**
 * Leaves that fell over one another: discs, ellipses and rectangles with grey levels or colours uniform, sizes r by the power law r⁻³,
 * which makes their pictures look alike at every scale as those of nature do (A. B. Lee, D. Mumford and J. Huang, <i>Occlusion models
 * for natural images</i>, International Journal of Computer Vision 41, 2001). Drawn from the topmost leaf down until nothing shows
 * through, at twice the size, and averaged. The class is the kind of the leaf that is seen in the middle.
 */
final class DeadLeaves extends Painter {
    private static final int SCALE = 2;
    /** Half the length of the smallest leaf, in pixels, and of the smallest long one. */
    private static final double SMALLEST = 3;

    private static final double SMALLEST_LONG = 4;
    private static final List<String> ALL = List.of("ellipse", "rectangle", "disc");
    private static final int RECTANGLE = 1;
    private static final int DISC = 2;

    private final ImageShape shape;
    private final double[] directions;
    private final List<String> classNames;

    /**
     * Of a side in pixels.
     *
     * @param directions in which the leaves, then long ones, lie: degrees counter-clockwise; empty for all alike
     */
    DeadLeaves(int side, boolean colour, double[] directions) {
        shape = new ImageShape(colour ? 3 : 1, side, side);
        this.directions = directions.clone();
        // A disc lies in no direction.
        classNames = directions.length == 0 ? ALL : ALL.subList(0, DISC);
    }

    @Override
    ImageShape shape() {
        return shape;
    }

    @Override
    List<String> classNames() {
        return classNames;
    }

    @Override
    int paint(int wanted, SplittableRandom random, float[] pixels, int at) {
        int side = shape.width() * SCALE;
        boolean[] covered = new boolean[side * side];
        int open = covered.length;
        int middle = side / 2 * side + side / 2;
        int label = 0;
        double largest = Math.max(side / 2.0, 2 * SMALLEST_LONG * SCALE);
        float[] colour = new float[shape.channels()];
        while (open > 0) {
            Leaf leaf = leaf(random, side, largest);
            for (int c = 0; c < colour.length; c++) {
                colour[c] = (float) random.nextDouble();
            }
            boolean middleOpen = !covered[middle];
            open -= lay(leaf, covered, side, colour, pixels, at);
            if (middleOpen && covered[middle]) {
                label = leaf.kind;
            }
        }
        return label;
    }

    /** Half axes a ≥ b along and across the direction whose cosine and sine are given; centre in pixels of the canvas. */
    private record Leaf(int kind, double x, double y, double a, double b, double cos, double sin) {
        boolean holds(double right, double down) {
            // Rows point down, and directions turn counter-clockwise.
            double along = right * cos - down * sin;
            double across = right * sin + down * cos;
            return kind == RECTANGLE
                    ? Math.abs(along) <= a && Math.abs(across) <= b
                    : along * along / (a * a) + across * across / (b * b) <= 1;
        }

        double reach() {
            return kind == RECTANGLE ? a + b : a;
        }
    }

    private Leaf leaf(SplittableRandom random, int side, double largest) {
        int kind = random.nextInt(classNames.size());
        boolean planted = directions.length > 0;
        double least = (planted ? SMALLEST_LONG : SMALLEST) * SCALE;
        double u = random.nextDouble();
        // The share of leaves greater than r falls as r⁻², of which this is the inverse.
        double a = 1 / Math.sqrt((1 - u) / (least * least) + u / (largest * largest));
        double x = between(random, -largest, side + largest);
        double y = between(random, -largest, side + largest);
        double narrow = planted ? between(random, 0.15, 0.4) : between(random, 0.25, 0.75);
        double degrees = planted ? directions[random.nextInt(directions.length)] : between(random, 0, 360);
        double radians = degrees / 180 * StrictMath.PI;
        return new Leaf(kind, x, y, a, kind == DISC ? a : a * narrow, StrictMath.cos(radians), StrictMath.sin(radians));
    }

    /** Colours what nothing lies on yet; how much that was. */
    private int lay(Leaf leaf, boolean[] covered, int side, float[] colour, float[] pixels, int at) {
        int plane = shape.width() * shape.height();
        int laid = 0;
        int top = (int) Math.max(0, Math.ceil(leaf.y - leaf.reach() - 0.5));
        int bottom = (int) Math.min(side - 1, Math.floor(leaf.y + leaf.reach() - 0.5));
        int left = (int) Math.max(0, Math.ceil(leaf.x - leaf.reach() - 0.5));
        int right = (int) Math.min(side - 1, Math.floor(leaf.x + leaf.reach() - 0.5));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                if (!covered[row * side + column] && leaf.holds(column + 0.5 - leaf.x, row + 0.5 - leaf.y)) {
                    covered[row * side + column] = true;
                    laid++;
                    int pixel = at + row / SCALE * shape.width() + column / SCALE;
                    for (int c = 0; c < colour.length; c++) {
                        pixels[pixel + c * plane] += colour[c] / (SCALE * SCALE);
                    }
                }
            }
        }
        return laid;
    }
}
