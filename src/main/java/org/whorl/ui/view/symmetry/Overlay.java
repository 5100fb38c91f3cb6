package org.whorl.ui.view.symmetry;

/** Which curves are laid over one another. */
enum Overlay {
    LAYERS("layers"),
    INTERPOLATIONS("interpolations"),
    TRAINING("before, after");

    private final String label;

    Overlay(String label) {
        this.label = label;
    }

    /** The name for people. */
    String label() {
        return label;
    }
}
