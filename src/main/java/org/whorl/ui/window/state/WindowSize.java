package org.whorl.ui.window.state;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** How large the window is: as it was left, as far as the screen has room. FX thread only. */
public final class WindowSize {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;

    private final Stage stage;

    /**
     * Gives a stage its size.
     *
     * @param remembered how the window was left; empty for the size of the first day
     */
    public WindowSize(Stage stage, Optional<WindowState> remembered) {
        this.stage = stage;
        resize(
                remembered.map(WindowState::width).orElse(WIDTH),
                remembered.map(WindowState::height).orElse(HEIGHT));
        if (remembered.map(WindowState::maximized).orElse(false)) {
            stage.setMaximized(true);
        }
    }

    /** Shows the window in its size. */
    public void show() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        double width = stage.getWidth();
        double height = stage.getHeight();
        stage.show();
        if (!stage.isMaximized()) {
            // Some window managers (Openbox) show the window at its least size, whatever was asked for before.
            Platform.runLater(() -> resize(width, height));
        }
    }

    private void resize(double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), width));
        stage.setHeight(Math.min(screen.getHeight(), height));
    }
}
