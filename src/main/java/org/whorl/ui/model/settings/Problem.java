package org.whorl.ui.model.settings;

/**
 * What is wrong with a setting.
 *
 * @param field which one, by the name that the checks use: “kernel”, “lr” …; empty where they name none
 * @param message what was expected and what was found, for people
 */
public record Problem(String field, String message) {
    /** The problem that a check reported as “field: expected …, found …”. */
    static Problem of(IllegalArgumentException e) {
        String text = String.valueOf(e.getMessage());
        int colon = text.indexOf(": ");
        return colon < 0 ? new Problem("", text) : new Problem(text.substring(0, colon), text.substring(colon + 2));
    }
}
