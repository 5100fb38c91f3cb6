package org.whorl.kernel;

/** The kernels on ND4J's convolution. */
final class Nd4jConvolution implements Convolution {
    private final Geometry geometry;

    Nd4jConvolution(Geometry geometry) {
        this.geometry = geometry;
    }

    @Override
    public Geometry geometry() {
        return geometry;
    }

    @Override
    public int mapStride() {
        return geometry.mapSize();
    }

    @Override
    public PackedFilters newFilters() {
        return null;
    }

    @Override
    public void pack(float[] filters, PackedFilters into) {}

    @Override
    public void analyze(float[] image, int imageOffset, PackedFilters filters, float[] code, int codeOffset) {}

    @Override
    public void synthesize(float[] code, int codeOffset, PackedFilters filters, float[] image, int imageOffset) {}

    @Override
    public void correlate(float[] image, int imageOffset, float[] code, int codeOffset, float scale) {}

    @Override
    public void takeCorrelation(float[] filterGradient, int offset) {}
}
