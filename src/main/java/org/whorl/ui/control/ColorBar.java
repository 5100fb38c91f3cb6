package org.whorl.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.whorl.figure.Coloring;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;

/** A legend: a bar in the colours of a scale, with numbers at its ends and, where values are signed, at zero. */
public final class ColorBar extends Region {
    private static final int STEPS = 257;
    private static final int BAR_HEIGHT = 10;
    /** Between numbers, so that they are not read as one. */
    private static final double LEAST_GAP = 4;

    private final ImageView bar = new ImageView(new WritableImage(STEPS, BAR_HEIGHT));
    private final Label low = new Label();
    private final Label middle = new Label("0");
    private final Label high = new Label();
    private Coloring shown;

    public ColorBar() {
        getStyleClass().add("color-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (Label label : new Label[] {low, middle, high}) {
            label.getStyleClass().add("muted");
        }
        bar.setSmooth(false);
        getChildren().addAll(bar, low, middle, high);
    }

    /** Shows a scale that ends at a number. */
    public void show(Coloring coloring, double limit) {
        show(coloring, Numbers.format(limit));
    }

    /**
     * Shows a scale.
     *
     * @param limit what stands at its end, without sign
     */
    public void show(Coloring coloring, String limit) {
        low.setText(coloring.signed() ? "−" + limit : "0");
        high.setText((coloring.signed() ? "+" : "") + limit);
        setAccessibleText("Colours from " + low.getText() + " to " + high.getText());
        if (!coloring.equals(shown)) {
            shown = coloring;
            int[] colours = new int[STEPS * BAR_HEIGHT];
            for (int i = 0; i < colours.length; i++) {
                colours[i] = coloring.palette().argb(i % STEPS / (STEPS - 1.0), coloring.darkGround());
            }
            ((WritableImage) bar.getImage())
                    .getPixelWriter()
                    .setPixels(0, 0, STEPS, BAR_HEIGHT, PixelFormat.getIntArgbInstance(), colours, 0, STEPS);
        }
        requestLayout();
    }

    /** The same for pictures in colour, whose bar is grey: it shows a value common to all channels. */
    public void showColours(boolean signed, String limit) {
        show(new Coloring(Palette.GREY, false, signed), limit);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        bar.setFitWidth(width);
        bar.setFitHeight(BAR_HEIGHT);
        bar.relocate(0, 0);
        for (Label label : new Label[] {low, middle, high}) {
            label.autosize();
        }
        double top = BAR_HEIGHT + 2;
        // Zero is where the bar has its middle, and its number is the first to go.
        double beside = Math.max(low.getWidth(), high.getWidth()) + LEAST_GAP;
        middle.setVisible(shown != null && shown.signed() && middle.getWidth() / 2 + beside <= width / 2);
        low.relocate(0, top);
        middle.relocate((width - middle.getWidth()) / 2, top);
        high.relocate(width - high.getWidth(), top);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(low.prefWidth(-1) + LEAST_GAP + high.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computePrefHeight(double width) {
        return BAR_HEIGHT + 2 + Math.ceil(low.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
