package org.whorl.paper;

/** Whose settings a row is trained with. */
public enum Preset {
    /** Whorl's own best. */
    BEST("Whorl's best", "settings chosen for each set, on the set itself; each command has them"),
    /** What the paper's text says. */
    PAPER("paper", "λ 0.5 fixed, α 0.01, batch norm, FISTA, untied, step schedule, whitened by the training set"),
    /** What the authors' code does. */
    AUTHORS(
            "authors' code",
            "λ learned from 1, non-negative shrinkage, nearest, step schedule, each set whitened by itself");

    private final String label;
    private final String words;

    Preset(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What it stands for, in a line. */
    public String words() {
        return words;
    }
}
