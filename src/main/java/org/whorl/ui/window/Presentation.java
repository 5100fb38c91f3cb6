package org.whorl.ui.window;

import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.whorl.ui.control.Presence;
import org.whorl.ui.task.FxTimer;

/** For a room full of people: larger type, fewer controls, the whole screen. */
final class Presentation {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    /** As long as it takes to read it, and to find the keys. */
    private static final long WAY_OUT_MILLIS = 5000;

    private final BooleanProperty active = new SimpleBooleanProperty();
    private final Label wayOut = new Label("Esc or F11 leaves the presentation");
    private int begun;
    private double width;
    private double height;

    /**
     * Not presenting yet.
     *
     * @param fullScreen whether the stage takes the whole screen
     * @param root of the scene, whose type becomes larger
     * @param covered whether something lies over the window that Escape closes first
     */
    Presentation(Stage stage, ObservableBooleanValue fullScreen, Parent root, BooleanSupplier covered) {
        // Escape would leave the full screen, but not the rest.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        active.addListener((o, was, is) -> {
            if (is) {
                width = stage.getWidth();
                height = stage.getHeight();
            }
            root.pseudoClassStateChanged(PRESENTING, is);
            stage.setFullScreen(is);
            tellWayOut(is);
        });
        wayOut.setId("way-out");
        wayOut.getStyleClass().add("way-out");
        wayOut.setMouseTransparent(true);
        StackPane.setAlignment(wayOut, Pos.BOTTOM_CENTER);
        StackPane.setMargin(wayOut, new Insets(0, 0, 24, 0));
        Presence.show(wayOut, false);
        fullScreen.addListener((o, was, is) -> active.set(active.get() && is));
        // A filter, since menu buttons keep Escape to themselves even while they are closed.
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && active.get() && !covered.getAsBoolean()) {
                active.set(false);
                e.consume();
            }
        });
    }

    /** Says for a while how to leave it: there is nothing else on the screen that does. */
    private void tellWayOut(boolean begins) {
        int mine = ++begun;
        Presence.show(wayOut, begins);
        if (begins) {
            FxTimer.run(WAY_OUT_MILLIS, () -> {
                if (mine == begun) {
                    Presence.show(wayOut, false);
                }
            });
        }
    }

    /** Lies over the window for a while where a presentation begins. */
    Node wayOut() {
        return wayOut;
    }

    BooleanProperty activeProperty() {
        return active;
    }

    void toggle() {
        active.set(!active.get());
    }

    /** The width that the window has, or will have again. */
    double width(Stage stage) {
        return active.get() ? width : stage.getWidth();
    }

    /** The height that the window has, or will have again. */
    double height(Stage stage) {
        return active.get() ? height : stage.getHeight();
    }
}
