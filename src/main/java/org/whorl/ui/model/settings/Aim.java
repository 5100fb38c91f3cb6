package org.whorl.ui.model.settings;

import org.whorl.network.Objective;

/** What a network is trained for, whatever the weights. */
public enum Aim {
    CLASSIFY("classify", Objective.CLASSIFY),
    RECONSTRUCT("reconstruct", Objective.RECONSTRUCT),
    BOTH("both", new Objective(1, 0.1));

    private final String label;
    private final Objective usual;

    Aim(String label, Objective usual) {
        this.label = label;
        this.usual = usual;
    }

    static Aim of(Objective objective) {
        if (objective.reconstruct() == 0) {
            return CLASSIFY;
        }
        return objective.classify() == 0 ? RECONSTRUCT : BOTH;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** The weights to begin with. */
    Objective usual() {
        return usual;
    }
}
