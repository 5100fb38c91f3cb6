package org.whorl.ui.view.filters;

/** What is shown of every filter. */
public enum FilterQuantity {
    FILTERS("filters"),
    /** Of the loss, by the base filter, turned with it. */
    GRADIENT("gradient"),
    /** What the last step added, turned with the base filter. */
    UPDATE("last update");

    private final String label;

    FilterQuantity(String label) {
        this.label = label;
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
