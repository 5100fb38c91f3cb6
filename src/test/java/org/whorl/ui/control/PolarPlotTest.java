package org.whorl.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class PolarPlotTest {
    @Start
    private void start(Stage stage) {
        ScrollPane pane = new ScrollPane(new PolarPlot(5));
        pane.setFitToWidth(true);
        stage.setScene(new Scene(pane, 400, 400));
        stage.show();
    }

    @Test
    void aClickGivesItTheKeyboard(FxRobot robot) {
        Node canvas = robot.lookup(".polar-canvas").query();
        robot.clickOn(canvas);
        assertTrue(canvas.isFocused());
    }
}
