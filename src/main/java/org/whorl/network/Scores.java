package org.whorl.network;

/** The scores of an image's classes and what follows from them: the class, probabilities, the cross-entropy. For one thread; reused. */
final class Scores {
    private final double[] logits;
    private final double[] exponentials;
    private double sum;
    private int best;

    Scores(int classes) {
        logits = new double[classes];
        exponentials = new double[classes];
    }

    /** Of these scores. */
    Scores take(double[] from) {
        System.arraycopy(from, 0, logits, 0, logits.length);
        return softmax();
    }

    /** Of these scores. */
    Scores take(float[] from) {
        for (int c = 0; c < logits.length; c++) {
            logits[c] = from[c];
        }
        return softmax();
    }

    private Scores softmax() {
        best = 0;
        for (int c = 1; c < logits.length; c++) {
            best = logits[c] > logits[best] ? c : best;
        }
        sum = 0;
        for (int c = 0; c < logits.length; c++) {
            exponentials[c] = Math.exp(logits[c] - logits[best]);
            sum += exponentials[c];
        }
        return this;
    }

    /** The class with the highest score; the first of equals. */
    int best() {
        return best;
    }

    /** Softmax of a class's score, 0 to 1. */
    double probability(int c) {
        return exponentials[c] / sum;
    }

    /** −log of the label's probability. */
    double crossEntropy(int label) {
        return logits[best] + Math.log(sum) - logits[label];
    }
}
