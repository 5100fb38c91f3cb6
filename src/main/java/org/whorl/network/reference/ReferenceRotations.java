package org.whorl.network.reference;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;

/** Rotated filters as products with full rotation matrices. */
final class ReferenceRotations implements ReferenceOrbits {
    private final Geometry geometry;
    private final int baseFilters;

    /** [s², s²] for each element of the group, on the support. */
    private final INDArray[] rotations;

    /** The derivatives of these by the angle, each times its number; null where the angle is fixed. */
    private final INDArray[] slopes;

    ReferenceRotations(NetworkSpec spec, DataType type) {
        this(spec, type, r -> spec.group().transform(r, spec.geometry().kernelWidth(), spec.interpolation()), null);
    }

    /** By a learned angle, in radians. */
    ReferenceRotations(NetworkSpec spec, DataType type, double angle) {
        this(
                spec,
                type,
                r -> Rotation.of(spec.geometry().kernelWidth(), Math.toDegrees(r * angle), Interpolation.BICUBIC),
                r -> Rotation.slope(spec.geometry().kernelWidth(), Math.toDegrees(r * angle)));
    }

    private ReferenceRotations(
            NetworkSpec spec, DataType type, IntFunction<Rotation> rotation, IntFunction<Rotation> slope) {
        geometry = spec.geometry();
        baseFilters = spec.baseFilters();
        rotations = new INDArray[spec.group().order()];
        slopes = slope == null ? null : new INDArray[rotations.length];
        for (int r = 0; r < rotations.length; r++) {
            rotations[r] = matrix(spec, type, rotation.apply(r));
            if (slope != null) {
                slopes[r] = matrix(spec, type, slope.apply(r)).mul(r);
            }
        }
    }

    /** On the support: neither from nor to what lies outside it. */
    private static INDArray matrix(NetworkSpec spec, DataType type, Rotation rotation) {
        double[][] matrix = rotation.toMatrix();
        for (int pixel : spec.support().outside(spec.geometry().kernelWidth())) {
            Arrays.fill(matrix[pixel], 0);
            for (double[] row : matrix) {
                row[pixel] = 0;
            }
        }
        return Nd4j.createFromArray(matrix).castTo(type);
    }

    /** The filter bank [K, C, s, s] of base filters [B, C, s, s]: orbit_r = R_r · w. */
    @Override
    public INDArray expand(INDArray base) {
        INDArray planes = planes(base);
        INDArray[] orbit = new INDArray[rotations.length];
        for (int r = 0; r < orbit.length; r++) {
            orbit[r] = filters(planes.mmul(rotations[r].transpose()));
        }
        return Nd4j.concat(0, orbit);
    }

    /** A gradient by the filter bank as one by the base filters: Σ_r R_rᵀ · g_r. */
    @Override
    public INDArray pullBack(INDArray bankGradient) {
        INDArray byElement = bankGradient.reshape(rotations.length, -1);
        INDArray sum = null;
        for (int r = 0; r < rotations.length; r++) {
            INDArray turnedBack = planes(byElement.getRow(r).dup('c')).mmul(rotations[r]);
            sum = sum == null ? turnedBack : sum.add(turnedBack);
        }
        return filters(sum);
    }

    /** A gradient by the filter bank as one by the learned angle: Σ_r r ⟨g_r, R′_r w⟩. */
    @Override
    public INDArray byOwn(INDArray bankGradient, INDArray base) {
        INDArray byElement = bankGradient.reshape(rotations.length, -1);
        INDArray sum = Nd4j.zeros(bankGradient.dataType(), 1);
        for (int r = 0; r < rotations.length; r++) {
            INDArray moved = planes(base).mmul(slopes[r].transpose());
            sum.addi(planes(byElement.getRow(r).dup('c')).mul(moved).sumNumber());
        }
        return sum;
    }

    private INDArray planes(INDArray filters) {
        return filters.reshape(
                (long) baseFilters * geometry.channels(), (long) geometry.kernelHeight() * geometry.kernelWidth());
    }

    private INDArray filters(INDArray planes) {
        return planes.dup('c')
                .reshape(baseFilters, geometry.channels(), geometry.kernelHeight(), geometry.kernelWidth());
    }
}
