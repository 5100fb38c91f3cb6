package org.whorl.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.whorl.ui.window.state.SideState;

/** What stands at a side of the window: it is dragged to a width, and folds away. */
final class SidePanel extends BorderPane {
    /** Of which side a panel is. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** A panel takes no more of the window than that. */
    private static final double MOST_OF_WINDOW = 0.4;
    /** Dragged below that share of its least width, it folds. */
    private static final double FOLDS_BELOW = 0.6;

    private final Region content;
    private final Side side;
    private final double usual;
    private final double least;
    private final SideDivider divider;
    private final ObjectProperty<SideState> state = new SimpleObjectProperty<>(SideState.USUAL);
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private double floor;

    /**
     * A panel as on the first day.
     *
     * @param name of it, for people: “settings”
     * @param usual width
     * @param least width in which all of it can be used
     * @param keys that fold it
     */
    SidePanel(Side side, Region content, String name, double usual, double least, String keys) {
        this.content = content;
        this.side = side;
        this.usual = usual;
        this.least = least;
        getStyleClass().add("side-panel");
        divider = new SideDivider(this, name, keys);
        setCenter(content);
        if (side == Side.LEFT) {
            setRight(divider);
        } else {
            setLeft(divider);
        }
        open.addListener((o, was, is) -> state.set(new SideState(state.get().width(), !is)));
        state.addListener((o, was, is) -> {
            open.set(!is.folded());
            arrange();
        });
        sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                is.widthProperty().addListener(w -> arrange());
                arrange();
            }
        });
        arrange();
    }

    private void arrange() {
        boolean shown = !state.get().folded();
        setCenter(shown ? content : null);
        double width = bounded(Math.max(floor, widthWanted())) - SideDivider.WIDTH;
        content.setMinWidth(width);
        content.setPrefWidth(width);
        content.setMaxWidth(width);
        divider.show(shown);
    }

    private double widthWanted() {
        return state.get().width() == null ? usual : state.get().width();
    }

    private double bounded(double width) {
        double most = getScene() == null
                ? Double.MAX_VALUE
                : MOST_OF_WINDOW * getScene().getWidth();
        return Math.rint(Math.max(Math.max(least, floor), Math.min(most, width)));
    }

    Side side() {
        return side;
    }

    /** What stands there. */
    Region content() {
        return content;
    }

    /** How wide it is with its edge, when it is there. */
    double panelWidth() {
        return content.getPrefWidth() + SideDivider.WIDTH;
    }

    /** The pointer drags its edge: beyond what it needs, it folds, and comes back with the pointer. */
    void dragTo(double width) {
        boolean fold = width < FOLDS_BELOW * Math.max(least, floor);
        state.set(new SideState(fold ? state.get().width() : Double.valueOf(bounded(width)), fold));
    }

    /** Has its usual width, and is there. */
    void reset() {
        state.set(SideState.USUAL);
    }

    /** Folds it away, or brings it back. */
    void toggle() {
        open.set(!open.get());
    }

    /** Whether it is there. */
    BooleanProperty openProperty() {
        return open;
    }

    /** How wide it is and whether it is there. */
    ObjectProperty<SideState> stateProperty() {
        return state;
    }

    /** Does not let it be narrower than that, whatever it was dragged to; 0 for no matter. */
    void setFloor(double width) {
        floor = width;
        arrange();
    }

    /** The edge that is dragged. */
    SideDivider divider() {
        return divider;
    }
}
