package org.whorl.kernel;

/** The kernels on ND4J: they run everywhere. */
public final class Nd4jKernels implements Kernels {
    private final String reason;

    public Nd4jKernels(String reason) {
        this.reason = reason;
    }

    @Override
    public String name() {
        return "ND4J";
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public Convolution convolution(Geometry geometry) {
        return new Nd4jConvolution(geometry);
    }

    @Override
    public Passes passes() {
        return new ScalarPasses();
    }

    @Override
    public PeakLoop peakLoop() {
        return new ScalarPeakLoop();
    }
}
