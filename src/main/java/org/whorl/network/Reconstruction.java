package org.whorl.network;

/** ½‖x − x̂‖², where x̂ is what the last layer's bank makes of the code. */
record Reconstruction(NetworkSpec spec, Weights weights) implements Loss {
    /** Leaves x̂ in {@code work.image}. */
    @Override
    public double value(float[] images, int imageAt, int label, float[] code, Workspace work) {
        work.convolution.synthesize(code, 0, weights.filters(spec.layers() - 1), work.image, 0);
        double squares = 0;
        for (int i = 0; i < work.image.length; i++) {
            double error = images[imageAt + i] - work.image[i];
            squares += error * error;
        }
        return squares / 2;
    }

    @Override
    public double addGradient(
            Parameters parameters,
            float[] images,
            int imageAt,
            int label,
            double factor,
            SliceSums slice,
            Workspace work) {
        int l = spec.layers() - 1;
        float weight = (float) factor;
        float step = (float) spec.stepSize();
        work.convolution.synthesize(work.code, 0, weights.filters(l), work.image, 0);
        double loss = 0;
        for (int i = 0; i < work.image.length; i++) {
            float error = work.image[i] - images[imageAt + i];
            loss += (double) error * error / 2;
            work.residual[i] = weight * error;
        }
        work.convolution.analyze(work.residual, 0, weights.filters(l), work.correlations, 0);
        for (int i = 0; i < work.gradient.length; i++) {
            work.gradient[i] += work.correlations[i];
        }
        // The layer's own gradient is scaled by the step size when it is taken, this part is not.
        for (int i = 0; i < work.image.length; i++) {
            work.residual[i] /= step;
        }
        work.convolution.correlate(work.residual, 0, work.code, 0, 1);
        return loss;
    }
}
