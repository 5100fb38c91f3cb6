package org.whorl.ui.view.generator;

/** What was done to the partners of pictures. */
enum PairKind {
    TURN("turned by the dial’s angle"),
    MIRROR("mirrored, left and right"),
    SHIFT("shifted, wrapping around"),
    SCALE("enlarged or reduced"),
    FOLDERS("in a folder of their own");

    private final String label;

    PairKind(String label) {
        this.label = label;
    }

    /** For people. */
    String label() {
        return label;
    }
}
