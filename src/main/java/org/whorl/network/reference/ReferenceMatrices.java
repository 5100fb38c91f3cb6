package org.whorl.network.reference;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.whorl.kernel.Geometry;
import org.whorl.network.NetworkSpec;

/** Copies by the powers of matrices, one for all base filters or one for each, as products with every power. */
final class ReferenceMatrices implements ReferenceOrbits {
    private final Geometry geometry;
    private final int order;
    private final int baseFilters;

    /** The powers 0 … order − 1 of each base filter's matrix, [n, n], from and to the support. */
    private final INDArray[][] powers;

    /** @param matrices [1, n, n] or [B, n, n] */
    ReferenceMatrices(NetworkSpec spec, INDArray matrices) {
        geometry = spec.geometry();
        order = spec.group().order();
        baseFilters = spec.baseFilters();
        INDArray mask = Nd4j.eye(matrices.size(1)).castTo(matrices.dataType());
        for (int pixel : spec.support().outside(geometry.kernelWidth())) {
            mask.putScalar(pixel, pixel, 0);
        }
        powers = new INDArray[baseFilters][order];
        for (int b = 0; b < baseFilters; b++) {
            if (b >= matrices.size(0)) {
                powers[b] = powers[0];
                continue;
            }
            INDArray matrix = matrices.slice(b, 0);
            INDArray kept = mask.mmul(matrix).mmul(mask);
            powers[b][0] = mask;
            for (int r = 1; r < order; r++) {
                powers[b][r] = kept.mmul(powers[b][r - 1]);
            }
        }
    }

    @Override
    public INDArray expand(INDArray base) {
        INDArray bank = Nd4j.create(
                base.dataType(),
                (long) order * baseFilters,
                geometry.channels(),
                (long) geometry.kernelHeight() * geometry.kernelWidth());
        for (int r = 0; r < order; r++) {
            for (int b = 0; b < baseFilters; b++) {
                bank.slice((long) r * baseFilters + b, 0).assign(planes(base, b).mmul(powers[b][r].transpose()));
            }
        }
        return bank.reshape(
                (long) order * baseFilters, geometry.channels(), geometry.kernelHeight(), geometry.kernelWidth());
    }

    @Override
    public INDArray pullBack(INDArray bankGradient) {
        INDArray back = Nd4j.create(
                bankGradient.dataType(),
                baseFilters,
                geometry.channels(),
                (long) geometry.kernelHeight() * geometry.kernelWidth());
        for (int r = 0; r < order; r++) {
            for (int b = 0; b < baseFilters; b++) {
                back.slice(b, 0).addi(planes(bankGradient, r * baseFilters + b).mmul(powers[b][r]));
            }
        }
        return back.reshape(baseFilters, geometry.channels(), geometry.kernelHeight(), geometry.kernelWidth());
    }

    /** By the matrices: Σ_r Σ_{j<r} (Aᵀ)ʲ g_r (A^{r−1−j} w)ᵀ, summed over channels, from and to the support. */
    @Override
    public INDArray byOwn(INDArray bankGradient, INDArray base) {
        long area = (long) geometry.kernelHeight() * geometry.kernelWidth();
        INDArray sum = Nd4j.create(bankGradient.dataType(), baseFilters, area, area);
        for (int b = 0; b < baseFilters; b++) {
            for (int r = 1; r < order; r++) {
                INDArray slope = planes(bankGradient, r * baseFilters + b);
                for (int j = 0; j < r; j++) {
                    INDArray left = slope.mmul(powers[b][j]).mmul(powers[b][0]);
                    INDArray right = planes(base, b).mmul(powers[b][r - 1 - j].transpose());
                    sum.slice(b, 0).addi(left.transpose().mmul(right));
                }
            }
        }
        return sum;
    }

    /** The channels of a filter, [C, n]. */
    private INDArray planes(INDArray filters, int filter) {
        return filters.slice(filter, 0)
                .dup('c')
                .reshape(geometry.channels(), (long) geometry.kernelHeight() * geometry.kernelWidth());
    }
}
