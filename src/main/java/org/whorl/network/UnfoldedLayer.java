package org.whorl.network;

/**
 * One layer, the same in training and in use: with v the point from which it starts, r = x − W v and u = S(v + α Wᵀ r). The first
 * layer starts from zeros, so that there r = x.
 *
 * @param layer from 0
 * @param weights of all layers
 * @param below where its point comes from; null in the first layer
 * @param step α
 * @param signed whether codes may be negative
 */
record UnfoldedLayer(int layer, Weights weights, PointMap below, float step, boolean signed) {
    static UnfoldedLayer of(NetworkSpec spec, int layer, Weights weights, PointMap below) {
        return new UnfoldedLayer(layer, weights, below, (float) spec.stepSize(), spec.shrinkage() == Shrinkage.SOFT);
    }

    /**
     * Puts v into {@code work.point}. Not for the first layer.
     *
     * @param under the code below
     * @param deeper the one below that; null for zeros
     */
    void point(float[] under, int underAt, float[] deeper, int deeperAt, Workspace work) {
        work.passes.normalize(
                work.maps,
                under,
                underAt,
                deeper,
                deeperAt,
                below.momentum(),
                below.scale(),
                below.shift(),
                work.point);
    }

    /**
     * From v in {@code work.point} to r and u; leaves Wᵀ r in {@code work.correlations}.
     *
     * @param residual receives r, but in the first layer, whose r is the image
     * @param code receives u
     */
    void forward(
            float[] images, int imageAt, float[] residual, int residualAt, float[] code, int codeAt, Workspace work) {
        boolean first = layer == 0;
        if (!first) {
            work.residualOfPoint(weights, layer, images, imageAt, residual, residualAt);
        }
        work.convolution.analyze(
                first ? images : residual, first ? imageAt : residualAt, weights.filters(layer), work.correlations, 0);
        work.passes.shrink(
                work.maps,
                work.correlations,
                first ? null : work.point,
                step,
                weights.thresholds(layer),
                signed,
                code,
                codeAt);
    }
}
