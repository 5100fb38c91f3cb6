package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The names of a grid's rows and columns. */
final class TileLabels {
    private static final double GAP = 8;
    private static final double LEAST_APART = 3;

    private final ObservableList<Node> parent;
    private final List<Label> rows = new ArrayList<>();
    private final List<Label> columns = new ArrayList<>();
    private double width;
    private double height;

    /**
     * No labels yet.
     *
     * @param parent receives them as children
     */
    TileLabels(ObservableList<Node> parent) {
        this.parent = parent;
    }

    void show(List<String> rowTexts, List<String> columnTexts) {
        update(rows, rowTexts);
        update(columns, columnTexts);
        double widest = widest(rows);
        double highest = highest(columns);
        width = widest == 0 ? 0 : widest + GAP;
        height = highest == 0 ? 0 : highest + GAP / 2;
    }

    private static double widest(List<Label> labels) {
        return labels.stream()
                .mapToDouble(label -> {
                    label.applyCss();
                    return Math.ceil(label.prefWidth(-1));
                })
                .max()
                .orElse(0);
    }

    private static double highest(List<Label> labels) {
        return labels.stream()
                .mapToDouble(label -> {
                    label.applyCss();
                    return Math.ceil(label.prefHeight(-1));
                })
                .max()
                .orElse(0);
    }

    /** Only every so many-th is written where pictures are smaller than their names. */
    private static int stride(double size, double step) {
        return (int) Math.max(1, Math.ceil(size / step));
    }

    private void update(List<Label> labels, List<String> texts) {
        while (labels.size() > texts.size()) {
            parent.remove(labels.remove(labels.size() - 1));
        }
        while (labels.size() < texts.size()) {
            Label label = new Label();
            label.getStyleClass().add("muted");
            label.setManaged(false);
            label.setMouseTransparent(true);
            labels.add(label);
            parent.add(label);
        }
        for (int i = 0; i < texts.size(); i++) {
            labels.get(i).setText(texts.get(i));
        }
    }

    List<String> rowTexts() {
        return rows.stream().map(Label::getText).toList();
    }

    List<String> columnTexts() {
        return columns.stream().map(Label::getText).toList();
    }

    /** The name of a picture: that of its row, then that of its column; its number where there is neither. */
    String name(TileContent content, int tile) {
        int cell = content.cellOf(tile);
        String words = Stream.concat(
                        rows.stream().skip(cell / content.columns()).limit(1),
                        columns.stream().skip(cell % content.columns()).limit(1))
                .map(Label::getText)
                .collect(Collectors.joining(" · "));
        return words.isBlank()
                ? "picture " + (cell + 1) + " of " + content.tiles().count()
                : words;
    }

    /** What row labels take at the left. */
    double width() {
        return width;
    }

    /** What column labels take at the top. */
    double height() {
        return height;
    }

    /**
     * Puts them beside their pictures.
     *
     * @param left of the labels
     * @param top of the labels
     * @param tilesLeft of the first picture
     * @param tilesTop of the first picture
     */
    void place(double left, double top, double tilesLeft, double tilesTop, TileGeometry geometry) {
        int everyRow = stride(highest(rows), geometry.stepY());
        for (int i = 0; i < rows.size(); i++) {
            Label label = rows.get(i);
            label.setVisible(i % everyRow == 0);
            double own = label.prefHeight(-1);
            label.resizeRelocate(
                    left, tilesTop + geometry.top(i) + (geometry.tileHeight() - own) / 2, width - GAP, own);
        }
        int everyColumn = stride(widest(columns) + LEAST_APART, geometry.stepX());
        for (int i = 0; i < columns.size(); i++) {
            Label label = columns.get(i);
            label.setVisible(i % everyColumn == 0);
            double own = Math.ceil(label.prefWidth(-1));
            label.resizeRelocate(
                    tilesLeft + geometry.left(i) + (geometry.tileWidth() - own) / 2, top, own, label.prefHeight(-1));
        }
    }
}
