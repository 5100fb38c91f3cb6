package org.whorl.network;

import org.whorl.data.ImageShape;

/** What the settings of a network must be together; what each must be alone its declaration says. */
final class SpecRules {
    /** The most filters a layer may have. */
    private static final int MAX_FILTERS = 4096;

    /** The most values of a layer's filters together: 1 GiB. */
    private static final int MAX_BANK = 1 << 28;

    private SpecRules() {}

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException naming the setting, what was expected and what was found
     */
    static void check(NetworkSpec spec) {
        checkBank(spec);
        ImageShape input = spec.input();
        boolean square = input.height() == input.width();
        require(!spec.dense() || square, "dense", "a square image, whose atoms can be rotated", input);
        require(
                spec.head() == HeadKind.PLAIN
                        || spec.sharing() == Sharing.ORBIT
                        || spec.group().order() == 1,
                "head",
                "thresholds and norms shared along orbits for the invariant head",
                spec.sharing());
        require(spec.head() == HeadKind.PLAIN || square, "head", "a square image for the invariant head", input);
        spec.generator().check(spec);
    }

    private static void checkBank(NetworkSpec spec) {
        ImageShape input = spec.input();
        long base = spec.baseFilters();
        int order = spec.group().order();
        int kernel = spec.kernel();
        require(
                base >= 1 && base * order <= MAX_FILTERS,
                "filters",
                "1 to " + MAX_FILTERS + " in a bank",
                base * order);
        require(
                spec.dense() || kernel <= Math.min(input.height(), input.width()) + 2 * NetworkSpec.PADDING,
                "kernel",
                "at most the padded image",
                kernel);
        long taps = (long) input.channels() * (spec.dense() ? input.height() * input.width() : kernel * kernel);
        require(
                base * order * taps <= MAX_BANK,
                "filters",
                "filters of at most " + MAX_BANK + " values together",
                base * order * taps);
    }

    /** Refuses what does not hold. */
    static void require(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }
}
