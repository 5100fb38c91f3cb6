package org.whorl.network;

import org.whorl.network.ParameterLayout.Kind;

/** −log p(label), with the probabilities that the head gives. */
record CrossEntropy() implements Loss {
    /** Of the scores that are in the workspace already. */
    @Override
    public double value(float[] images, int imageAt, int label, float[] code, Workspace work) {
        return work.scores.crossEntropy(label);
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
        ParameterLayout layout = parameters.layout();
        int weight = layout.offset(Kind.HEAD_WEIGHT, 0);
        int bias = layout.offset(Kind.HEAD_BIAS, 0);
        Scores scores = work.scores.take(
                work.head.forward(work.passes, work.maps, work.code, parameters.values(), weight, bias));
        slice.correct += scores.best() == label ? 1 : 0;
        double[] byLogits = work.head.byLogits();
        for (int c = 0; c < byLogits.length; c++) {
            byLogits[c] = factor * (scores.probability(c) - (c == label ? 1 : 0));
        }
        work.head.backward(work.passes, work.maps, parameters.values(), weight, slice.headGradient, work.gradient);
        return scores.crossEntropy(label);
    }
}
