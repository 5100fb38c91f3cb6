package org.whorl.ui.model.run;

/** How much curves are smoothed: the share of an exponential mean that stays at each new value. */
public enum Smoothing {
    NONE("not smoothed", 0),
    LITTLE("smoothed little", 0.8),
    MEDIUM("smoothed", 0.93),
    STRONG("smoothed more", 0.98),
    STRONGEST("smoothed most", 0.995);

    /** The memory of {@link #MEDIUM}. */
    static final double DEFAULT = MEDIUM.memory;

    private final String label;
    private final double memory;

    Smoothing(String label, double memory) {
        this.label = label;
        this.memory = memory;
    }

    /** For people. */
    public String label() {
        return label;
    }

    public double memory() {
        return memory;
    }
}
