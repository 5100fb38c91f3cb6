package org.whorl.ui.window;

import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** For a room full of people: larger type, fewer controls, the whole screen. */
final class Presentation {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final BooleanProperty active = new SimpleBooleanProperty();
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
        });
        fullScreen.addListener((o, was, is) -> active.set(active.get() && is));
        // A filter, since menu buttons keep Escape to themselves even while they are closed.
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && active.get() && !covered.getAsBoolean()) {
                active.set(false);
                e.consume();
            }
        });
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
