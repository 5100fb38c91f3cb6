package org.whorl.ui.training;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.group.Orbits;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.lab.Shown;

/** The filter banks of all layers side by side, every orbit in a row, on one scale. */
final class FormingFilters extends Region {
    private static final double LAYER_GAP = 24;
    private static final double LABEL_HEIGHT = 22;
    private static final int HEIGHT = 268;
    private static final double NARROWEST = 120;

    private final List<Label> labels = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final Label scale = new Label();
    private Shown shown;
    private boolean dark;
    private Orbits orbits;
    private NetworkSpec orbitsOf;

    /** The pixels of one layer. */
    private static final class Picture {
        private final ImageView view = new ImageView();
        private PixelBuffer<IntBuffer> buffer;
        private int[] pixels = {};
        private int width;

        void size(int newWidth, int height) {
            if (newWidth == width && newWidth * height == pixels.length) {
                Arrays.fill(pixels, 0);
                return;
            }
            width = newWidth;
            pixels = new int[newWidth * height];
            buffer = new PixelBuffer<>(newWidth, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
            view.setSmooth(false);
        }
    }

    FormingFilters() {
        scale.getStyleClass().add("muted");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        widthProperty().addListener(o -> draw());
    }

    /** Says in words over what the one colour scale is stretched. */
    Label scaleLabel() {
        return scale;
    }

    void setDark(boolean newDark) {
        dark = newDark;
        draw();
    }

    void show(Shown newShown) {
        shown = newShown;
        draw();
    }

    private void draw() {
        if (shown == null || getWidth() <= 0) {
            return;
        }
        NetworkSpec spec = shown.spec();
        if (!spec.equals(orbitsOf)) {
            orbits = FilterBank.orbits(spec, spec.interpolation());
            orbitsOf = spec;
        }
        setUp(spec);
        List<FilterBank> banks = new ArrayList<>();
        double limit = 1e-9;
        for (int l = 0; l < spec.layers(); l++) {
            FilterBank bank = FilterBank.of(shown.parameters(), l, orbits);
            banks.add(bank);
            limit = Math.max(limit, bank.tiles().peak());
        }
        int width = columnWidth();
        for (int l = 0; l < spec.layers(); l++) {
            paint(banks.get(l), limit, width, pictures.get(l));
        }
        scale.setText(
                String.format(Locale.ROOT, "one orbit a row · every layer · one scale −%.2f … %.2f", limit, limit));
        setAccessibleText("The filter banks of " + spec.layers() + " layers: " + spec.baseFilters()
                + " base filters each, " + spec.group().describe());
        requestLayout();
    }

    private void setUp(NetworkSpec spec) {
        while (labels.size() > spec.layers()) {
            getChildren().remove(labels.remove(labels.size() - 1));
            getChildren().remove(pictures.remove(pictures.size() - 1).view);
        }
        while (labels.size() < spec.layers()) {
            Label label = new Label();
            label.getStyleClass().add("muted");
            labels.add(label);
            pictures.add(new Picture());
            getChildren().addAll(label, pictures.get(pictures.size() - 1).view);
        }
        for (int l = 0; l < labels.size(); l++) {
            labels.get(l)
                    .setText("layer " + (l + 1) + " · " + spec.baseFilters() + " × C"
                            + spec.group().order());
        }
    }

    private void paint(FilterBank bank, double limit, int width, Picture picture) {
        Tiles tiles = bank.tiles();
        int order = bank.group().order();
        int side = tiles.width();
        BankLayout layout = BankLayout.of(order, tiles.count(), side, width, HEIGHT);
        picture.size(layout.width(side), layout.height(side));
        Coloring coloring = new Coloring(Palette.BLUE_ORANGE, dark, true);
        int drawn = side * layout.scale();
        int step = drawn + BankLayout.GAP;
        for (int i = 0; i < tiles.count(); i++) {
            int tile = bank.index(i / order, i % order);
            int at = i / layout.columns() * step * picture.width + i % layout.columns() * step;
            coloring.paint(tiles, tile, limit, drawn, drawn, picture.pixels, at, picture.width);
        }
        picture.buffer.updateBuffer(b -> null);
    }

    private int layersInARow() {
        int layers = Math.max(1, labels.size());
        int fit = (int) Math.max(1, (getWidth() + LAYER_GAP) / (NARROWEST + LAYER_GAP));
        return Math.min(layers, fit);
    }

    private int columnWidth() {
        int inARow = layersInARow();
        return (int) ((getWidth() - (inARow - 1) * LAYER_GAP) / inARow);
    }

    private double rowHeight() {
        double tallest = pictures.stream()
                .mapToDouble(p -> p.view.getLayoutBounds().getHeight())
                .max()
                .orElse(HEIGHT);
        return LABEL_HEIGHT + tallest;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = labels.isEmpty() ? 1 : (labels.size() + layersInARow() - 1) / layersInARow();
        return rows * rowHeight() + (rows - 1) * LAYER_GAP / 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * (NARROWEST + LAYER_GAP);
    }

    @Override
    protected void layoutChildren() {
        int inARow = layersInARow();
        double width = columnWidth() + LAYER_GAP;
        double height = rowHeight() + LAYER_GAP / 2;
        for (int l = 0; l < labels.size(); l++) {
            double x = Math.round(l % inARow * width);
            double y = Math.round(l / inARow * height);
            labels.get(l).resizeRelocate(x, y, columnWidth(), LABEL_HEIGHT - 4);
            pictures.get(l).view.relocate(x, y + LABEL_HEIGHT);
        }
    }
}
