package org.whorl.kernel.simd;

import java.util.Objects;

import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Maps;
import org.whorl.kernel.PackedFilters;

/**
 * A convolution that makes sure, once a call, that arrays reach as far as its vectors will: those are run without checks of
 * their own, see {@code VectorChecks}.
 */
record CheckedConvolution(Convolution convolution) implements Convolution {
    @Override
    public Geometry geometry() {
        return convolution.geometry();
    }

    @Override
    public Maps maps() {
        return convolution.maps();
    }

    @Override
    public PackedFilters newFilters() {
        return convolution.newFilters();
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {
        convolution.pack(filters, into);
    }

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {
        check(image, imageOffset, code, codeOffset);
        convolution.analyze(image, imageOffset, filters, code, codeOffset);
    }

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset) {
        check(image, imageOffset, code, codeOffset);
        convolution.synthesize(code, codeOffset, filters, image, imageOffset);
    }

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {
        check(image, imageOffset, code, codeOffset);
        convolution.correlate(image, imageOffset, code, codeOffset, scale);
    }

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {
        Objects.checkFromIndexSize(offset, geometry().filters() * geometry().filterSize(), filterGradient.length);
        convolution.takeCorrelation(filterGradient, offset);
    }

    private void check(float[] image, int imageOffset, float[] code, int codeOffset) {
        Objects.checkFromIndexSize(imageOffset, geometry().imageSize(), image.length);
        Objects.checkFromIndexSize(codeOffset, maps().length(), code.length);
    }
}
