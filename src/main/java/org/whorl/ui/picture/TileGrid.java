package org.whorl.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A grid of pictures, drawn without smoothing, with labels at its rows and columns. The value under the mouse, or under the cursor that
 * the arrow keys move, is {@link #pointedProperty pointed at}: the arrows go from picture to picture, with Shift from value to value. A
 * click, Enter or Space chooses.
 */
public final class TileGrid extends Region {
    private static final double LABEL_GAP = 8;

    private final ImageView view = new ImageView();
    private final TileBuffer buffer = new TileBuffer();
    private final Group highlights = new Group();
    private final Rectangle focusMark = new Rectangle();
    private final Rectangle selectedMark = new Rectangle();
    private final Rectangle valueMark = new Rectangle();
    private final List<Label> rowLabels = new ArrayList<>();
    private final List<Label> columnLabels = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Place>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());

    private TileContent content;
    private TileGeometry geometry = new TileGeometry(0, 0, 0, 0, 0, 0);
    private IntPredicate highlighted = tile -> false;
    private int selected = -1;
    private Place cursor;
    private Optional<Place> marked = Optional.empty();
    private Consumer<Place> onChosen = place -> {};
    private double labelWidth;
    private double labelHeight;

    public TileGrid() {
        getStyleClass().add("tile-grid");
        view.setSmooth(false);
        for (Node node : List.of(highlights, view, selectedMark, valueMark, focusMark)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        focusMark.getStyleClass().add("tile-focus");
        valueMark.getStyleClass().add("tile-value");
        selectedMark.getStyleClass().add("tile-selected");
        for (Rectangle mark : List.of(selectedMark, valueMark, focusMark)) {
            mark.setVisible(false);
        }
        getChildren().addAll(highlights, view, selectedMark, valueMark, focusMark);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> pointAt(placeAt(event.getX(), event.getY())));
        setOnMouseDragged(event -> pointAt(placeAt(event.getX(), event.getY())));
        setOnMouseExited(event -> pointAt(Optional.empty()));
        setOnMousePressed(this::pressed);
        setOnKeyPressed(this::keyPressed);
        focusedProperty().addListener((o, was, is) -> {
            placeMarks();
            if (!is) {
                pointAt(Optional.empty());
            }
        });
    }

    /** The value that the mouse or the cursor is on. */
    public ReadOnlyObjectProperty<Optional<Place>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Told of the value that was clicked, or on which Enter or Space was pressed. */
    public void setOnChosen(Consumer<Place> consumer) {
        onChosen = consumer;
    }

    /**
     * Shows pictures.
     *
     * @param newContent what
     * @param newGeometry where; its rows and columns are those of the content
     */
    public void show(TileContent newContent, TileGeometry newGeometry) {
        boolean moved = !newGeometry.equals(geometry);
        content = newContent;
        geometry = newGeometry;
        buffer.paint(content, geometry, view);
        if (cursor != null && content.cellOf(cursor.tile()) < 0) {
            cursor = null;
        }
        if (moved) {
            placeHighlights();
            requestLayout();
        }
    }

    /** What is shown; null before anything is. */
    public TileContent content() {
        return content;
    }

    /** Names rows and columns; empty lists for none. */
    public void setLabels(List<String> rows, List<String> columns) {
        update(rowLabels, rows);
        update(columnLabels, columns);
        measureLabels();
    }

    private void update(List<Label> labels, List<String> texts) {
        while (labels.size() > texts.size()) {
            getChildren().remove(labels.remove(labels.size() - 1));
        }
        while (labels.size() < texts.size()) {
            Label label = new Label();
            label.getStyleClass().add("muted");
            label.setManaged(false);
            label.setMouseTransparent(true);
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < texts.size(); i++) {
            labels.get(i).setText(texts.get(i));
        }
    }

    private void measureLabels() {
        double width = 0;
        for (Label label : rowLabels) {
            label.applyCss();
            width = Math.max(width, Math.ceil(label.prefWidth(-1)));
        }
        double height = 0;
        for (Label label : columnLabels) {
            label.applyCss();
            height = Math.max(height, Math.ceil(label.prefHeight(-1)));
        }
        labelWidth = width == 0 ? 0 : width + LABEL_GAP;
        labelHeight = height == 0 ? 0 : height + LABEL_GAP / 2;
        requestLayout();
    }

    /** The width that row labels take, so that the owner can fit the pictures. */
    public double labelWidth() {
        return labelWidth;
    }

    public double labelHeight() {
        return labelHeight;
    }

    /** Lights up the pictures for which this holds. */
    public void highlight(IntPredicate tiles) {
        highlighted = tiles;
        placeHighlights();
    }

    /** Outlines one picture; −1 for none. */
    public void select(int tile) {
        selected = tile;
        placeMarks();
    }

    /** Marks one value, or none. */
    public void mark(Optional<Place> place) {
        marked = place;
        placeMarks();
    }

    /** The value at a point of this region. */
    public Optional<Place> placeAt(double x, double y) {
        if (content == null) {
            return Optional.empty();
        }
        int column = (int) Math.floor((x - left()) / geometry.stepX());
        int row = (int) Math.floor((y - top()) / geometry.stepY());
        int tile = content.at(row, column);
        double inX = x - left() - geometry.left(column);
        double inY = y - top() - geometry.top(row);
        if (tile < 0 || inX < 0 || inY < 0 || inX >= geometry.tileWidth() || inY >= geometry.tileHeight()) {
            return Optional.empty();
        }
        return Optional.of(new Place(tile, (int) (inY * content.tiles().height() / geometry.tileHeight()), (int)
                (inX * content.tiles().width() / geometry.tileWidth())));
    }

    private double left() {
        return snapPositionX(getInsets().getLeft() + labelWidth + markRoom());
    }

    /** Beside labels, room for the lit ground that reaches beyond a picture. */
    private double markRoom() {
        return labelWidth == 0 ? 0 : padX();
    }

    private double padX() {
        return Math.max(2, Math.min(24, (geometry.stepX() - geometry.tileWidth()) / 2.0 - 2));
    }

    private double top() {
        return snapPositionY(getInsets().getTop() + labelHeight);
    }

    private void pointAt(Optional<Place> place) {
        if (!place.equals(pointed.get())) {
            pointed.set(place);
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        placeAt(event.getX(), event.getY()).ifPresent(place -> {
            cursor = place;
            placeMarks();
            onChosen.accept(place);
        });
    }

    private void keyPressed(KeyEvent event) {
        if (content == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        Place from = cursor == null ? new Place(content.order()[0], 0, 0) : cursor;
        switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN -> moveCursor(from, event.getCode(), event.isShiftDown());
            case ENTER, SPACE -> {
                setCursor(from);
                onChosen.accept(from);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveCursor(Place from, KeyCode key, boolean byValue) {
        int dx = key == KeyCode.LEFT ? -1 : key == KeyCode.RIGHT ? 1 : 0;
        int dy = key == KeyCode.UP ? -1 : key == KeyCode.DOWN ? 1 : 0;
        if (byValue) {
            setCursor(new Place(
                    from.tile(),
                    Math.max(0, Math.min(content.tiles().height() - 1, from.row() + dy)),
                    Math.max(0, Math.min(content.tiles().width() - 1, from.column() + dx))));
            return;
        }
        int cell = content.cellOf(from.tile());
        int tile = content.at(cell / content.columns() + dy, cell % content.columns() + dx);
        setCursor(tile < 0 ? from : new Place(tile, from.row(), from.column()));
    }

    private void setCursor(Place place) {
        cursor = place;
        placeMarks();
        pointAt(Optional.of(place));
    }

    private void placeMarks() {
        place(focusMark, isFocused() ? Optional.ofNullable(cursor) : Optional.empty(), false);
        place(selectedMark, selected < 0 ? Optional.empty() : Optional.of(new Place(selected, 0, 0)), false);
        place(valueMark, marked, true);
    }

    private void place(Rectangle mark, Optional<Place> at, boolean value) {
        boolean visible =
                content != null && at.filter(p -> content.cellOf(p.tile()) >= 0).isPresent();
        mark.setVisible(visible);
        if (visible) {
            outline(mark, at.get(), value);
        }
    }

    private void outline(Rectangle mark, Place place, boolean value) {
        int cell = content.cellOf(place.tile());
        double x = left() + geometry.left(cell % content.columns());
        double y = top() + geometry.top(cell / content.columns());
        double width = geometry.tileWidth();
        double height = geometry.tileHeight();
        if (value) {
            width /= content.tiles().width();
            height /= content.tiles().height();
            x += place.column() * width;
            y += place.row() * height;
        }
        double outset = value ? 0.5 : 2;
        mark.setX(x - outset);
        mark.setY(y - outset);
        mark.setWidth(width + 2 * outset);
        mark.setHeight(height + 2 * outset);
    }

    private void placeHighlights() {
        highlights.getChildren().clear();
        if (content == null) {
            return;
        }
        double padX = padX();
        double padY = Math.max(2, Math.min(6, (geometry.stepY() - geometry.tileHeight()) / 2.0));
        int[] order = content.order();
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0 && highlighted.test(order[i])) {
                Rectangle mark = new Rectangle(
                        geometry.left(i % content.columns()) - padX,
                        geometry.top(i / content.columns()) - padY,
                        geometry.tileWidth() + 2 * padX,
                        geometry.tileHeight() + 2 * padY);
                mark.setArcWidth(8);
                mark.setArcHeight(8);
                mark.getStyleClass().add("tile-highlight");
                highlights.getChildren().add(mark);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        view.relocate(left(), top());
        highlights.setLayoutX(left());
        highlights.setLayoutY(top());
        for (int i = 0; i < rowLabels.size(); i++) {
            Label label = rowLabels.get(i);
            double height = label.prefHeight(-1);
            label.resizeRelocate(
                    getInsets().getLeft(),
                    top() + geometry.top(i) + (geometry.tileHeight() - height) / 2,
                    labelWidth - LABEL_GAP,
                    height);
        }
        for (int i = 0; i < columnLabels.size(); i++) {
            Label label = columnLabels.get(i);
            double width = Math.ceil(label.prefWidth(-1));
            label.resizeRelocate(
                    left() + geometry.left(i) + (geometry.tileWidth() - width) / 2,
                    getInsets().getTop(),
                    width,
                    label.prefHeight(-1));
        }
        placeMarks();
    }

    @Override
    protected double computePrefWidth(double height) {
        return left() + geometry.width() + markRoom() + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return top() + geometry.height() + getInsets().getBottom();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }
}
