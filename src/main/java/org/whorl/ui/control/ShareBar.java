package org.whorl.ui.control;

import javafx.scene.layout.Region;

/** A horizontal bar that is filled by a share of its width. */
public final class ShareBar extends Region {
    private static final double HEIGHT = 8;

    private final Region fill = new Region();
    private double share;

    /** An empty bar; the style class decides its colour: {@code own}, {@code other} or {@code level}. */
    public ShareBar(String styleClass) {
        getStyleClass().add("bar-track");
        fill.getStyleClass().addAll("bar-fill", styleClass);
        getChildren().add(fill);
        setMinWidth(24);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** A bar without the ground that looks like the whole: for lengths that are compared with the greatest of them. */
    public static ShareBar withoutTrack(String styleClass) {
        ShareBar bar = new ShareBar(styleClass);
        bar.getStyleClass().add("trackless");
        return bar;
    }

    /** Fills it, 0 to 1. */
    public void setShare(double newShare) {
        share = Math.max(0, Math.min(1, newShare));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // A share above zero stays visible, as a dot.
        double width = share == 0 ? 0 : Math.max(HEIGHT, share * getWidth());
        fill.resizeRelocate(0, 0, Math.min(width, getWidth()), HEIGHT);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 96;
    }
}
