package org.whorl.ui.window.state;

/**
 * How a side of the window was left.
 *
 * @param width that it was dragged to, in pixels; null for the usual one
 * @param folded whether it was away
 */
public record SideState(Double width, boolean folded) {
    /** As on the first day. */
    public static final SideState USUAL = new SideState(null, false);

    private static final double MOST_PIXELS = 100_000;

    public SideState {
        if (width != null && !(width > 0 && width <= MOST_PIXELS)) {
            throw new IllegalArgumentException("width of a side: expected pixels above 0, found " + width);
        }
    }
}
