package org.whorl.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.whorl.figure.Figure;
import org.whorl.ui.control.lens.Glimpse;
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
    private final OrbitFan unfolding = new OrbitFan();
    private final TileMarks marks = new TileMarks();
    private final TileMove moving = new TileMove();
    private final TileLabels labels = new TileLabels(getChildren(), this::requestLayout);
    private final TileCursor cursor = new TileCursor(this, this::placeMarks);

    /** Null before anything is shown. */
    private TilePlaces places;

    private IntPredicate highlighted = tile -> false;
    private int selected = -1;
    private final ReadOnlyObjectWrapper<TileContent> shown = new ReadOnlyObjectWrapper<>();
    private Optional<Place> marked = Optional.empty();
    private Optional<TileMove.Move> moved = Optional.empty();
    /** Null where pictures are named by their rows and columns. */
    private IntFunction<String> names;

    public TileGrid() {
        getStyleClass().add("tile-grid");
        view.setSmooth(false);
        view.setManaged(false);
        view.setMouseTransparent(true);
        getChildren().addAll(view, unfolding, marks.over(), moving);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Exportable.by(this, () -> figure().map(figure -> new ExportMenu.Content("picture", figure)));
        Glimpse.of(this, new TileGlimpses(this));
    }

    /** The value that the mouse or the cursor is on. */
    public ReadOnlyObjectProperty<Optional<Place>> pointedProperty() {
        return cursor.pointedProperty();
    }

    /** Told of the value that was clicked, or on which Enter or Space was pressed. */
    public void setOnChosen(Consumer<Place> consumer) {
        cursor.setOnChosen(consumer);
    }

    /** How far from a value, in pixels, a click may be off: it takes the greatest magnitude within that reach in the same picture. */
    public void setReach(double pixels) {
        cursor.setReach(pixels);
    }

    /**
     * Shows pictures.
     *
     * @param newContent what
     * @param newGeometry where; its rows and columns are those of the content
     */
    public void show(TileContent newContent, TileGeometry newGeometry) {
        boolean moved = places == null || !newGeometry.equals(places.geometry());
        places = new TilePlaces(newContent, newGeometry);
        buffer.paint(newContent, newGeometry, view);
        marked = marked.filter(places::shows);
        cursor.fit(places);
        shown.set(newContent);
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
        unfold(orbit, turn, Duration.ZERO);
    }

    /** The same from the middle of it: what is shown stands elsewhere since it began. */
    public void unfold(int orbit, IntToDoubleFunction turn, Duration from) {
        unfolding.play(view, places.content(), places.geometry(), orbit, turn, from);
    }

    /** For how long copies have been on their way; empty where none is. */
    public Optional<Duration> unfolding() {
        return unfolding.playing();
    }

    /** What is shown; null before anything is. */
    public TileContent content() {
        return shown.get();
    }

    /** Changes whenever something else is shown; null before anything is. */
    public ReadOnlyObjectProperty<TileContent> contentProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What is shown, as a figure for paper; empty before anything is. */
    public Optional<Figure> figure() {
        return Optional.ofNullable(content())
                .map(c -> c.figure(
                        getAccessibleText() == null ? "" : getAccessibleText(),
                        labels.rowTexts(),
                        labels.columnTexts()));
    }

    /** Names rows and columns; empty lists for none. */
    public void setLabels(List<String> rows, List<String> columns) {
        labels.show(rows, columns);
        requestLayout();
    }

    /** Names pictures by their numbers, where rows and columns do not say which each is. */
    public void setNames(IntFunction<String> newNames) {
        names = newNames;
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

    /** Marks what was in one picture and is in another of its row, or nothing. */
    public void setMove(Optional<TileMove.Move> move) {
        if (!move.equals(moved)) {
            moved = move;
            placeMarks();
        }
    }

    /** What is marked as having moved. */
    public Optional<TileMove.Move> move() {
        return moved;
    }

    /** The value at a point of this region. */
    public Optional<Place> placeAt(double x, double y) {
        return places == null ? Optional.empty() : places.at(x - left(), y - top());
    }

    /** Where a picture lies, in this region; empty bounds where it is not shown. */
    public Bounds boundsOf(int tile) {
        if (places == null || places.content().cellOf(tile) < 0) {
            return new BoundingBox(0, 0, -1, -1);
        }
        Place first = new Place(tile, 0, 0);
        return new BoundingBox(
                left() + places.left(first),
                top() + places.top(first),
                places.geometry().tileWidth(),
                places.geometry().tileHeight());
    }

    /** The value that the arrow keys are on, or would begin with; empty before anything is shown. */
    public Optional<Place> cursor() {
        return Optional.ofNullable(places).map(cursor::from);
    }

    private double left() {
        return snapPositionX(getInsets().getLeft() + labels.width() + markRoom());
    }

    /** Beside labels, room for the outline that reaches beyond a picture. */
    private double markRoom() {
        return labels.width() == 0 || places == null ? 0 : TileMarks.reach(places.geometry());
    }

    private double top() {
        return snapPositionY(getInsets().getTop() + labels.height());
    }

    /** Says of a value that it is pointed at, elsewhere. */
    void point(Optional<Place> place) {
        cursor.pointAt(place.filter(places::shows));
    }

    /** Chooses a value, as if it had been clicked. */
    void choose(Place place) {
        cursor.choose(place);
    }

    /** Which picture it is, for people: by its name, or the names of its row and column. */
    String nameOf(int tile) {
        return names == null ? labels.name(places.content(), tile) : names.apply(tile);
    }

    private void placeMarks() {
        if (places != null) {
            marks.outline(
                    isFocused() ? cursor.place() : Optional.empty(),
                    selected < 0 ? Optional.empty() : Optional.of(new Place(selected, 0, 0)),
                    marked,
                    places.content(),
                    places.geometry());
            moving.show(moved, places.content(), places.geometry());
        }
    }

    private void placeHighlights() {
        if (places != null) {
            marks.light(highlighted, places.content(), places.geometry());
        }
    }

    @Override
    protected void layoutChildren() {
        for (Node node : List.of(view, unfolding, marks.over(), moving)) {
            node.setLayoutX(left());
            node.setLayoutY(top());
        }
        if (places != null) {
            labels.place(getInsets().getLeft(), getInsets().getTop(), left(), top(), places.geometry());
        }
        placeMarks();
    }

    @Override
    protected double computePrefWidth(double height) {
        return left()
                + (places == null ? 0 : places.geometry().width())
                + markRoom()
                + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return top()
                + (places == null ? 0 : places.geometry().height())
                + getInsets().getBottom();
    }

    /** The pixels of all pictures. */
    Image pixels() {
        return view.getImage();
    }

    /** Where the first picture's corner is. */
    Point2D origin() {
        return new Point2D(left(), top());
    }

    /** Where each value is; null before anything is shown. */
    TilePlaces places() {
        return places;
    }

    /** The value that the arrow keys are on; empty where they are on none. */
    Optional<Place> keyboardPlace() {
        return cursor.place();
    }
}
