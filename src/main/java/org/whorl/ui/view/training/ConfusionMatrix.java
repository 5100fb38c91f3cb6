package org.whorl.ui.view.training;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.whorl.figure.ConfusionFigure;
import org.whorl.figure.Contrast;
import org.whorl.insight.Confusion;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.theme.ThemeColors;

/**
 * Which classes were taken for which: rows are what images are, columns what they were taken for. What is right is blue, what is wrong
 * orange; the stronger, the greater the share of the row.
 */
final class ConfusionMatrix extends Region {
    private static final double LABEL = 30;
    private static final double CELL = 26;
    private static final double LEAST_WITH_NUMBER = 15;
    private static final int FONT_SIZE = 11;

    /** A cell of the matrix, rows and columns from 0. */
    record Cell(int label, int prediction) {}

    private final Canvas canvas = new Canvas();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Consumer<Cell> onChosen = cell -> {};
    private Confusion confusion;
    private boolean dark;
    private Cell pointed;
    private Cell chosen;

    ConfusionMatrix() {
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("confusion-matrix");
        setOnMouseMoved(e -> point(cellAt(e.getX(), e.getY())));
        setOnMouseExited(e -> point(null));
        setOnMousePressed(e -> {
            requestFocus();
            // A scroll pane around would take the focus.
            e.consume();
            if (e.getButton() == MouseButton.PRIMARY) {
                choose(cellAt(e.getX(), e.getY()));
            }
        });
        setOnKeyPressed(this::key);
        Exportable.by(this, () -> Optional.ofNullable(confusion)
                .map(c -> new ExportMenu.Content("confusion", new ConfusionFigure(c, "Test images."))));
        focusedProperty().addListener(o -> draw());
    }

    /** Says in a sentence what the cell under the mouse, or the keyboard's, means; otherwise what all of it does. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Told of the cell that is chosen, or null when it is let go. */
    void setOnChosen(Consumer<Cell> consumer) {
        onChosen = consumer;
    }

    void setDark(boolean newDark) {
        dark = newDark;
        draw();
    }

    void show(Confusion newConfusion) {
        boolean resized = confusion == null
                || confusion.classNames().size() != newConfusion.classNames().size();
        confusion = newConfusion;
        if (resized) {
            pointed = null;
            choose(null);
            requestLayout();
        }
        describe();
        draw();
    }

    private int classes() {
        return confusion == null ? 10 : confusion.classNames().size();
    }

    private double cell() {
        return Math.max(4, Math.floor((Math.min(getWidth(), getHeight()) - LABEL) / classes()));
    }

    private Cell cellAt(double x, double y) {
        int column = (int) Math.floor((x - LABEL) / cell());
        int row = (int) Math.floor((y - LABEL) / cell());
        boolean inside = column >= 0 && row >= 0 && column < classes() && row < classes();
        return confusion != null && inside ? new Cell(row, column) : null;
    }

    private void point(Cell cell) {
        if (!Objects.equals(cell, pointed)) {
            pointed = cell;
            describe();
            draw();
        }
    }

    private void choose(Cell cell) {
        chosen = cell == null || cell.equals(chosen) || cell.label() == cell.prediction() ? null : cell;
        draw();
        onChosen.accept(chosen);
    }

    private void key(KeyEvent e) {
        if (confusion == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Cell at = pointed == null ? new Cell(0, 0) : pointed;
        int last = classes() - 1;
        switch (e.getCode()) {
            case LEFT -> point(new Cell(at.label(), Math.max(0, at.prediction() - 1)));
            case RIGHT -> point(new Cell(at.label(), Math.min(last, at.prediction() + 1)));
            case UP -> point(new Cell(Math.max(0, at.label() - 1), at.prediction()));
            case DOWN -> point(new Cell(Math.min(last, at.label() + 1), at.prediction()));
            case ENTER, SPACE -> choose(at);
            case ESCAPE -> choose(null);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void describe() {
        if (confusion == null) {
            return;
        }
        String said;
        if (pointed == null) {
            said = String.format(
                    Locale.ROOT,
                    "%.2f %% of %,d test images are right",
                    100 * confusion.accuracy(),
                    confusion.images());
        } else {
            int count = confusion.rows().get(pointed.label()).get(pointed.prediction());
            int all = confusion.rows().get(pointed.label()).stream()
                    .mapToInt(n -> n)
                    .sum();
            String name = confusion.classNames().get(pointed.label());
            String taken = pointed.label() == pointed.prediction()
                    ? "is right"
                    : "taken for " + confusion.classNames().get(pointed.prediction());
            said = String.format(
                    Locale.ROOT,
                    "%s %s: %,d of %,d (%.1f %%)",
                    name,
                    taken,
                    count,
                    all,
                    all == 0 ? 0 : 100.0 * count / all);
        }
        words.set(said);
        setAccessibleText("Confusion matrix: " + said);
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (confusion == null || canvas.getWidth() <= 0) {
            return;
        }
        ThemeColors colours = ThemeColors.of(dark);
        double size = cell();
        g.setFont(Font.font("Inter", FONT_SIZE));
        g.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < classes(); row++) {
            int all = confusion.rows().get(row).stream().mapToInt(n -> n).sum();
            for (int column = 0; column < classes(); column++) {
                drawCell(g, colours, new Cell(row, column), all, size);
            }
        }
        drawNames(g, colours, size);
        outline(g, chosen, colour(colours, "text"), size);
        outline(g, isFocused() || isHover() ? pointed : null, colour(colours, "accent"), size);
    }

    private void drawCell(GraphicsContext g, ThemeColors colours, Cell cell, int all, double size) {
        int count = confusion.rows().get(cell.label()).get(cell.prediction());
        boolean right = cell.label() == cell.prediction();
        double share = all == 0 ? 0 : (double) count / all;
        // A single mistake among a thousand images is to be seen, so that shares are drawn by their root.
        double strength = count == 0 ? 0 : right ? 0.15 + 0.75 * share : 0.2 + 0.8 * Math.sqrt(share);
        Color ground = colour(colours, "track").interpolate(colour(colours, right ? "accent" : "second"), strength);
        double x = LABEL + cell.prediction() * size;
        double y = LABEL + cell.label() * size;
        g.setFill(ground);
        g.fillRect(x, y, size - 1, size - 1);
        if (count > 0 && size >= LEAST_WITH_NUMBER) {
            g.setFill(Contrast.isBlackBetterOn(rgb(ground)) ? Color.BLACK : Color.WHITE);
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(count < 10_000 ? Integer.toString(count) : count / 1000 + "k", x + size / 2, y + size / 2, size);
        }
    }

    private static int rgb(Color c) {
        return (int) Math.rint(255 * c.getRed()) << 16
                | (int) Math.rint(255 * c.getGreen()) << 8
                | (int) Math.rint(255 * c.getBlue());
    }

    private void drawNames(GraphicsContext g, ThemeColors colours, double size) {
        g.setFill(colour(colours, "muted"));
        if (size < FONT_SIZE) {
            return;
        }
        for (int c = 0; c < classes(); c++) {
            String name = confusion.classNames().get(c);
            String label = name.length() > 4 ? name.substring(0, 4) : name;
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(label, LABEL - 5, LABEL + (c + 0.5) * size, LABEL - 6);
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(label, LABEL + (c + 0.5) * size, LABEL - 9, size);
        }
    }

    private static void outline(GraphicsContext g, Cell cell, Color colour, double size) {
        if (cell != null) {
            g.setStroke(colour);
            g.setLineWidth(2);
            g.strokeRect(LABEL + cell.prediction() * size - 0.5, LABEL + cell.label() * size - 0.5, size, size);
        }
    }

    private static Color colour(ThemeColors colours, String name) {
        int rgb = colours.rgb(name);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LABEL + CELL * Math.min(classes(), 12);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computePrefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }
}
