package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
    private final Runnable resized;
    /** The greatest of each, as they were measured last. */
    private double rowWidth;

    private double rowHeight;
    private double columnWidth;
    private double columnHeight;
    private boolean measured = true;

    /**
     * No labels yet.
     *
     * @param parent receives them as children
     * @param resized follows when they are written in another size than before, and take other room
     */
    TileLabels(ObservableList<Node> parent, Runnable resized) {
        this.parent = parent;
        this.resized = resized;
    }

    void show(List<String> rowTexts, List<String> columnTexts) {
        update(rows, rowTexts);
        update(columns, columnTexts);
        // Those that are new have no font yet.
        Stream.concat(rows.stream(), columns.stream()).forEach(Node::applyCss);
        measure();
    }

    private void measure() {
        rowWidth = greatest(rows, label -> label.prefWidth(-1));
        rowHeight = greatest(rows, label -> label.prefHeight(-1));
        columnWidth = greatest(columns, label -> label.prefWidth(-1));
        columnHeight = greatest(columns, label -> label.prefHeight(-1));
        measured = true;
    }

    private static double greatest(List<Label> labels, ToDoubleFunction<Label> size) {
        return labels.stream().mapToDouble(size).map(Math::ceil).max().orElse(0);
    }

    private void measureIfResized() {
        if (!measured) {
            measure();
        }
    }

    private void resized() {
        if (measured) {
            measured = false;
            resized.run();
        }
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
            label.fontProperty().addListener((o, was, is) -> resized());
            // Without one it takes no room at all.
            label.skinProperty().addListener(o -> resized());
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
        measureIfResized();
        return rowWidth == 0 ? 0 : rowWidth + GAP;
    }

    /** What column labels take at the top. */
    double height() {
        measureIfResized();
        return columnHeight == 0 ? 0 : columnHeight + GAP / 2;
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
        measureIfResized();
        int everyRow = stride(rowHeight, geometry.stepY());
        for (int i = 0; i < rows.size(); i++) {
            Label label = rows.get(i);
            label.setVisible(i % everyRow == 0);
            double own = label.prefHeight(-1);
            label.resizeRelocate(left, tilesTop + geometry.top(i) + (geometry.tileHeight() - own) / 2, rowWidth, own);
        }
        int everyColumn = stride(columnWidth + LEAST_APART, geometry.stepX());
        for (int i = 0; i < columns.size(); i++) {
            Label label = columns.get(i);
            label.setVisible(i % everyColumn == 0);
            double own = Math.ceil(label.prefWidth(-1));
            label.resizeRelocate(
                    tilesLeft + geometry.left(i) + (geometry.tileWidth() - own) / 2, top, own, label.prefHeight(-1));
        }
    }
}
