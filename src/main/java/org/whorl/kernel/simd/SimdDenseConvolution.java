package org.whorl.kernel.simd;

import java.util.Arrays;

import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;

/**
 * The maps of a layer whose filters are as large as the padded image, so that a code map is one number: products of a matrix, a row
 * for each filter, with a vector. Only without padding.
 */
final class SimdDenseConvolution implements Convolution {
    private static final int LANES = VectorWidth.SPECIES.length();

    /** Rows as they come, each filled up with zeros to whole vectors. */
    private record Rows(float[] values) implements PackedFilters {}

    private final Geometry geometry;
    private final Maps maps;
    private final int size;
    private final int stride;
    private final float[] image;
    private final float[] lanes = new float[LANES];
    private final float[] correlation;

    SimdDenseConvolution(Geometry geometry) {
        if (geometry.padding() != 0) {
            throw new IllegalArgumentException(
                    "dense kernels: expected images without padding, found padding " + geometry.padding());
        }
        this.geometry = geometry;
        maps = Maps.rows(geometry.filters(), 1, 1);
        size = geometry.filterSize();
        stride = SimdConvolution.roundUp(size, LANES);
        image = new float[stride];
        correlation = new float[geometry.filters() * stride];
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public Maps maps() {
        return maps;
    }

    @Override
    public PackedFilters newFilters() {
        return new Rows(new float[geometry.filters() * stride]);
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        for (int k = 0; k < geometry.filters(); k++) {
            System.arraycopy(filters, k * size, ((Rows) into).values(), k * stride, size);
        }
    }

    @Override
    public void analyze(float[] in, int inOffset, PackedFilters filters, float[] code, int codeOffset) {
        System.arraycopy(in, inOffset, image, 0, size);
        float[] rows = ((Rows) filters).values();
        for (int k = 0; k < geometry.filters(); k++) {
            RowLoops.dotLanes(image, 0, rows, k * stride, stride, lanes);
            float sum = 0;
            for (float lane : lanes) {
                sum += lane;
            }
            code[codeOffset + k] = sum;
        }
    }

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] out, int outOffset) {
        Arrays.fill(image, 0);
        for (int k = 0; k < geometry.filters(); k++) {
            if (code[codeOffset + k] != 0) {
                RowLoops.addScaled(code[codeOffset + k], ((Rows) filters).values(), k * stride, image, 0, stride);
            }
        }
        System.arraycopy(image, 0, out, outOffset, size);
        Arrays.fill(image, 0);
    }

    @Override
    public void correlate(float[] in, int inOffset, float[] code, int codeOffset, float scale) {
        System.arraycopy(in, inOffset, image, 0, size);
        for (int k = 0; k < geometry.filters(); k++) {
            if (code[codeOffset + k] != 0) {
                RowLoops.addScaled(scale * code[codeOffset + k], image, 0, correlation, k * stride, stride);
            }
        }
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        for (int k = 0; k < geometry.filters(); k++) {
            System.arraycopy(correlation, k * stride, filterGradient, offset + k * size, size);
        }
        Arrays.fill(correlation, 0);
    }
}
