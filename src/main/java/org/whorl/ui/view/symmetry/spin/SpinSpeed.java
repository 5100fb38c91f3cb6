package org.whorl.ui.view.symmetry.spin;

/** How fast the digit spins. */
enum SpinSpeed {
    SLOW("slow", 24),
    NORMAL("normal", 12),
    FAST("fast", 6);

    private final String label;
    private final double seconds;

    SpinSpeed(String label, double seconds) {
        this.label = label;
        this.seconds = seconds;
    }

    /** The name for people. */
    String label() {
        return label;
    }

    /** Degrees that it goes in a second. */
    double degreesPerSecond() {
        return 360 / seconds;
    }
}
