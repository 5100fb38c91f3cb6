package org.whorl.ui.window.state;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.stage.Stage;

/**
 * A stage as it is. Whoever listens here is not held by the stage, which may outlive its window; has to be held by the window for as long
 * as there is a listener.
 *
 * @param iconified whether it is minimised
 * @param focused whether it has the keyboard
 * @param fullScreen whether it takes the whole screen
 * @param width in pixels
 * @param height in pixels
 */
public record StageState(
        BooleanProperty iconified,
        BooleanProperty focused,
        BooleanProperty fullScreen,
        DoubleProperty width,
        DoubleProperty height) {
    public static StageState of(Stage stage) {
        StageState state = new StageState(
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                new SimpleDoubleProperty(),
                new SimpleDoubleProperty());
        state.iconified.bind(stage.iconifiedProperty());
        state.focused.bind(stage.focusedProperty());
        state.fullScreen.bind(stage.fullScreenProperty());
        state.width.bind(stage.widthProperty());
        state.height.bind(stage.heightProperty());
        return state;
    }
}
