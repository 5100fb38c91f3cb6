package org.whorl.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.whorl.figure.Figure;
import org.whorl.figure.TilesFigure;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

/**
 * A grid of pictures, drawn without smoothing, with labels at its rows and columns. The value under the mouse, or under the cursor that
 * the arrow keys move, is {@link #pointedProperty pointed at}: the arrows go from picture to picture, with Shift from value to value. A
 * click, Enter or Space chooses.
 */
public final class TileGrid extends Region {
    private final ImageView view = new ImageView();
    private final TileBuffer buffer = new TileBuffer();
    private final Unfolding unfolding = new Unfolding();
    private final TileMarks marks = new TileMarks();
    private final TileLabels labels = new TileLabels(getChildren());
    private final ReadOnlyObjectWrapper<Optional<Place>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());

    private TileContent content;
    private TileGeometry geometry = new TileGeometry(0, 0, 0, 0, 0, 0);
    private IntPredicate highlighted = tile -> false;
    private int selected = -1;
    private Place cursor;
    private Optional<Place> marked = Optional.empty();
    private Consumer<Place> onChosen = place -> {};
    private double reach;

    public TileGrid() {
        getStyleClass().add("tile-grid");
        view.setSmooth(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        getChildren().addAll(marks.behind(), view, unfolding, marks.over());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Exportable.by(this, () -> figure().map(figure -> new ExportMenu.Content("picture", figure)));
        setOnMouseMoved(event -> pointAt(placeAt(event.getX(), event.getY())));
        setOnMouseDragged(event -> pointAt(placeAt(event.getX(), event.getY())));
        setOnMouseExited(event -> pointAt(Optional.empty()));
        setOnMousePressed(this::pressed);
        setOnKeyPressed(this::keyPressed);
        focusedProperty().addListener((o, was, is) -> {
            placeMarks();
            if (!is && !isHover()) {
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

    /** How far from a value, in pixels, a click may be off: it takes the greatest magnitude within that reach in the same picture. */
    public void setReach(double pixels) {
        reach = pixels;
    }

    private Place nearby(Place place) {
        var tiles = content.tiles();
        int x = (int) (reach * tiles.width() / geometry.tileWidth());
        int y = (int) (reach * tiles.height() / geometry.tileHeight());
        Place greatest = place;
        for (int row = Math.max(0, place.row() - y); row <= Math.min(tiles.height() - 1, place.row() + y); row++) {
            for (int column = Math.max(0, place.column() - x);
                    column <= Math.min(tiles.width() - 1, place.column() + x);
                    column++) {
                if (Math.abs(tiles.mean(place.tile(), row, column))
                        > Math.abs(tiles.mean(place.tile(), greatest.row(), greatest.column()))) {
                    greatest = new Place(place.tile(), row, column);
                }
            }
        }
        return greatest;
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
        cursor = Optional.ofNullable(cursor).flatMap(this::within).orElse(null);
        marked = marked.filter(this::isShown);
        pointAt(pointed.get().filter(this::isShown));
        if (moved) {
            unfolding.end();
            placeHighlights();
            requestLayout();
        }
    }

    /**
     * Lets the copies of every orbit come out of its first picture, turning, within a third of a second; only looks, what is pointed at
     * stays where it is.
     *
     * @param orbit pictures of an orbit, which follow one another
     * @param turn counter-clockwise, in degrees, by the number of a copy in its orbit
     */
    public void unfold(int orbit, IntToDoubleFunction turn) {
        unfolding.play(view, content, geometry, orbit, turn);
    }

    /** Whether copies are on their way. */
    public boolean isUnfolding() {
        return unfolding.isPlaying();
    }

    private boolean isShown(Place place) {
        return within(place).equals(Optional.of(place));
    }

    /** The value that is there or, where pictures have become smaller, nearest to it; none where the picture is gone. */
    private Optional<Place> within(Place place) {
        return content.cellOf(place.tile()) < 0
                ? Optional.empty()
                : Optional.of(new Place(
                        place.tile(),
                        Math.min(content.tiles().height() - 1, place.row()),
                        Math.min(content.tiles().width() - 1, place.column())));
    }

    /** What is shown; null before anything is. */
    public TileContent content() {
        return content;
    }

    /** What is shown, as a figure for paper; empty before anything is. */
    public Optional<Figure> figure() {
        String words = getAccessibleText() == null ? "" : getAccessibleText();
        // What there is to do with the keyboard is nothing for paper.
        String told = words.replaceAll("[;.]? ?(Arrow|arrow|With Shift).*$", "").strip();
        return Optional.ofNullable(content)
                .map(c -> TilesFigure.of(
                        told.isEmpty() ? "Pictures" : told.replaceAll("[.:;,] .*$|\\.$", ""),
                        told,
                        c.tiles(),
                        c.order(),
                        c.columns(),
                        labels.rowTexts(),
                        labels.columnTexts(),
                        c.limits(),
                        c.coloring()));
    }

    /** Names rows and columns; empty lists for none. */
    public void setLabels(List<String> rows, List<String> columns) {
        labels.show(rows, columns);
        requestLayout();
    }

    /** The width that row labels take, so that the owner can fit the pictures. */
    public double labelWidth() {
        return labels.width();
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
        return snapPositionX(getInsets().getLeft() + labels.width() + markRoom());
    }

    /** Beside labels, room for the lit ground that reaches beyond a picture. */
    private double markRoom() {
        return labels.width() == 0 ? 0 : TileMarks.reach(geometry);
    }

    private double top() {
        return snapPositionY(getInsets().getTop() + labels.height());
    }

    private void pointAt(Optional<Place> place) {
        if (!place.equals(pointed.get())) {
            pointed.set(place);
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        // A scroll pane around would take the focus.
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            placeAt(event.getX(), event.getY()).map(this::nearby).ifPresent(place -> {
                cursor = place;
                placeMarks();
                onChosen.accept(place);
            });
        }
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
        if (content != null) {
            marks.outline(
                    isFocused() ? Optional.ofNullable(cursor) : Optional.empty(),
                    selected < 0 ? Optional.empty() : Optional.of(new Place(selected, 0, 0)),
                    marked,
                    content,
                    geometry);
        }
    }

    private void placeHighlights() {
        if (content != null) {
            marks.light(highlighted, content, geometry);
        }
    }

    @Override
    protected void layoutChildren() {
        for (Node node : List.of(marks.behind(), view, unfolding, marks.over())) {
            node.setLayoutX(left());
            node.setLayoutY(top());
        }
        labels.place(getInsets().getLeft(), getInsets().getTop(), left(), top(), geometry);
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
