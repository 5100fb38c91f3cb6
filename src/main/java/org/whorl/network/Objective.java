package org.whorl.network;

/**
 * What training makes small: a weighted sum of cross-entropy and of ½‖x − x̂‖² + λ‖z‖₁, each the mean over images.
 *
 * @param classify weight of the cross-entropy, ≥ 0
 * @param reconstruct weight of the reconstruction, ≥ 0
 */
public record Objective(double classify, double reconstruct) {
    /** Cross-entropy alone. */
    public static final Objective CLASSIFY = new Objective(1, 0);

    /** Reconstruction alone; labels are not used. */
    public static final Objective RECONSTRUCT = new Objective(0, 1);

    public Objective {
        if (!(classify >= 0
                && reconstruct >= 0
                && classify + reconstruct > 0
                && Double.isFinite(classify + reconstruct))) {
            throw new IllegalArgumentException("objective: expected two weights of at least 0, not both 0, found "
                    + classify + " and " + reconstruct);
        }
    }
}
