package org.whorl.ui.control;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Which value of a grid the mouse points at, on which one the arrow keys are, and how either chooses. */
final class TileCursor {
    private final TileGrid grid;
    private final Runnable moved;
    private final ReadOnlyObjectWrapper<Optional<Place>> pointed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Place> place = Optional.empty();
    private Consumer<Place> onChosen = chosen -> {};
    private double reach;

    /**
     * Listens to the mouse and the keys of a grid.
     *
     * @param moved follows whenever the cursor is elsewhere, or begins or ceases to be seen
     */
    TileCursor(TileGrid grid, Runnable moved) {
        this.grid = grid;
        this.moved = moved;
        grid.setOnMouseMoved(this::follow);
        grid.setOnMouseDragged(this::follow);
        grid.setOnMouseExited(event -> pointAt(Optional.empty()));
        grid.setOnMousePressed(this::pressed);
        grid.setOnKeyPressed(this::keyPressed);
        grid.focusedProperty().addListener((o, was, is) -> {
            moved.run();
            if (!is && !grid.isHover()) {
                pointAt(Optional.empty());
            }
        });
    }

    /** The value that the mouse or the cursor is on. */
    ReadOnlyObjectProperty<Optional<Place>> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    void setOnChosen(Consumer<Place> consumer) {
        onChosen = consumer;
    }

    /** How far from a value, in pixels, a click may be off. */
    void setReach(double pixels) {
        reach = pixels;
    }

    /** The value that the arrow keys are on; empty where they are on none. */
    Optional<Place> place() {
        return place;
    }

    /** The value that the arrow keys are on, or would begin with. */
    Place from(TilePlaces places) {
        return place.orElseGet(places::first);
    }

    /** Stays where it is among what is shown now, as far as that is there. */
    void fit(TilePlaces places) {
        place = place.flatMap(places::nearest);
        pointAt(pointed.get().filter(places::shows));
    }

    void pointAt(Optional<Place> at) {
        if (!at.equals(pointed.get())) {
            pointed.set(at);
        }
    }

    void choose(Place chosen) {
        onChosen.accept(chosen);
    }

    private void follow(MouseEvent event) {
        pointAt(grid.placeAt(event.getX(), event.getY()));
    }

    private void pressed(MouseEvent event) {
        grid.requestFocus();
        // A scroll pane around would take the focus.
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            grid.placeAt(event.getX(), event.getY())
                    .map(at -> grid.places().greatestNear(at, reach))
                    .ifPresent(at -> {
                        place = Optional.of(at);
                        moved.run();
                        choose(at);
                    });
        }
    }

    private void keyPressed(KeyEvent event) {
        TilePlaces places = grid.places();
        if (places == null || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        Place from = from(places);
        switch (event.getCode()) {
            case LEFT, RIGHT, UP, DOWN -> goTo(places.moved(from, event.getCode(), event.isShiftDown()));
            case ENTER, SPACE -> {
                goTo(from);
                choose(from);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void goTo(Place to) {
        place = Optional.of(to);
        moved.run();
        pointAt(place);
    }
}
