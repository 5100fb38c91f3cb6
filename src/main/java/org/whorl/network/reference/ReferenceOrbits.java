package org.whorl.network.reference;

import java.util.Arrays;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.group.Rotation;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;

/** Rotated filters as products with full rotation matrices. */
final class ReferenceOrbits {
    private final Geometry geometry;
    private final int baseFilters;

    /** [s², s²] for each element of the group, on the support. */
    private final INDArray[] rotations;

    ReferenceOrbits(NetworkSpec spec, DataType type) {
        geometry = spec.geometry();
        baseFilters = spec.baseFilters();
        rotations = new INDArray[spec.group().order()];
        for (int r = 0; r < rotations.length; r++) {
            Rotation rotation = spec.group().transform(r, geometry.kernelWidth(), spec.interpolation());
            double[][] matrix = rotation.toMatrix();
            // Neither from nor to what lies outside the support.
            for (int pixel : spec.support().outside(geometry.kernelWidth())) {
                Arrays.fill(matrix[pixel], 0);
                for (double[] row : matrix) {
                    row[pixel] = 0;
                }
            }
            rotations[r] = Nd4j.createFromArray(matrix).castTo(type);
        }
    }

    /** The filter bank [K, C, s, s] of base filters [B, C, s, s]: orbit_r = R_r · w. */
    INDArray expand(INDArray base) {
        INDArray planes = planes(base);
        INDArray[] orbit = new INDArray[rotations.length];
        for (int r = 0; r < orbit.length; r++) {
            orbit[r] = filters(planes.mmul(rotations[r].transpose()));
        }
        return Nd4j.concat(0, orbit);
    }

    /** A gradient by the filter bank as one by the base filters: Σ_r R_rᵀ · g_r. */
    INDArray pullBack(INDArray bankGradient) {
        INDArray byElement = bankGradient.reshape(rotations.length, -1);
        INDArray sum = null;
        for (int r = 0; r < rotations.length; r++) {
            INDArray turnedBack = planes(byElement.getRow(r).dup('c')).mmul(rotations[r]);
            sum = sum == null ? turnedBack : sum.add(turnedBack);
        }
        return filters(sum);
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
