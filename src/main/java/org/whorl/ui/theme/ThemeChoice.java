package org.whorl.ui.theme;

/** What a person may choose. */
public enum ThemeChoice {
    LIGHT("Light"),
    DARK("Dark"),
    /** Whatever the desktop prefers. */
    SYSTEM("As the system");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
