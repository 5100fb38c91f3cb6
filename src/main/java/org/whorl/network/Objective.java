package org.whorl.network;

import java.util.ArrayList;
import java.util.List;

import org.whorl.setting.Kind;

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

    /** Whether class scores are learned, which needs labels. */
    public boolean classifies() {
        return classify > 0;
    }

    /** Whether images are reconstructed from their codes. */
    public boolean reconstructs() {
        return reconstruct > 0;
    }

    /** Its parts with their weights. */
    List<Loss.Weighted> losses(NetworkSpec spec, Weights weights) {
        List<Loss.Weighted> losses = new ArrayList<>();
        if (classifies()) {
            losses.add(new Loss.Weighted(classify, new CrossEntropy()));
        }
        if (reconstructs()) {
            losses.add(new Loss.Weighted(reconstruct, new Reconstruction(spec, weights)));
            losses.add(new Loss.Weighted(reconstruct, new Sparsity(spec, weights)));
        }
        return List.copyOf(losses);
    }

    /**
     * Reads {@code classify}, {@code reconstruct}, or both with their weights, {@code classify:1,reconstruct:0.1}.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static Objective parse(String text) {
        double classify = 0;
        double reconstruct = 0;
        try {
            for (String part : text.split(",")) {
                String[] words = part.split(":", 2);
                double weight = words.length == 1 ? 1 : Double.parseDouble(words[1]);
                switch (words[0]) {
                    case "classify" -> classify = weight;
                    case "reconstruct" -> reconstruct = weight;
                    default -> throw new NumberFormatException();
                }
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected classify, reconstruct or classify:WEIGHT,reconstruct:WEIGHT, found " + text, e);
        }
        return new Objective(classify, reconstruct);
    }

    /** As {@link #parse} reads it. */
    public String words() {
        if (equals(CLASSIFY)) {
            return "classify";
        }
        return equals(RECONSTRUCT)
                ? "reconstruct"
                : "classify:" + Kind.format(classify) + ",reconstruct:" + Kind.format(reconstruct);
    }
}
