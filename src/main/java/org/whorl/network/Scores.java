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
        return softmax(false);
    }

    /** Of these scores in single precision, in which they are handed out: a loss is that of the logits that one can see. */
    Scores takeRounded(double[] from) {
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) from[c];
        }
        return softmax(true);
    }

    private Scores softmax(boolean rounded) {
        best = 0;
        for (int c = 1; c < logits.length; c++) {
            best = logits[c] > logits[best] ? c : best;
        }
        sum = 0;
        for (int c = 0; c < logits.length; c++) {
            double below = logits[c] - logits[best];
            exponentials[c] = Math.exp(rounded ? (float) below : below);
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
