package org.whorl.ui.control.dial;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class AngleDialTest {
    private AngleDial dial;

    @Start
    void start(Stage stage) {
        dial = new AngleDial();
        stage.setScene(new Scene(new StackPane(dial), 300, 300));
        stage.show();
        dial.requestFocus();
    }

    /** Milliseconds that the FX thread may take to answer. */
    private static final int PATIENCE = 10_000;

    @Test
    void arrowsGoFromOneDivisorOf360ToTheNext(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        robot.type(KeyCode.RIGHT);
        assertEquals(72, dial.getDegrees());
        robot.type(KeyCode.UP);
        assertEquals(90, dial.getDegrees());
        robot.type(KeyCode.LEFT, 3);
        assertEquals(45, dial.getDegrees());
        robot.type(KeyCode.DOWN);
        assertEquals(40, dial.getDegrees());
    }

    @Test
    void homeAndEndGoToTheEndsAndNoFurther(FxRobot robot) {
        robot.type(KeyCode.HOME);
        assertEquals(1, dial.getDegrees());
        robot.type(KeyCode.LEFT);
        assertEquals(1, dial.getDegrees());
        robot.type(KeyCode.END);
        assertEquals(360, dial.getDegrees());
        robot.type(KeyCode.RIGHT);
        assertEquals(360, dial.getDegrees());
    }

    @Test
    void pageKeysGoToTheAnglesThatThePixelGridBears(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        robot.type(KeyCode.PAGE_UP);
        assertEquals(90, dial.getDegrees());
        robot.type(KeyCode.PAGE_UP);
        assertEquals(180, dial.getDegrees());
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals(90, dial.getDegrees());
    }

    @Test
    void whatDoesNotDivide360GoesToTheNearestThatDoes(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(50));
        assertEquals(45, dial.getDegrees());
        robot.interact(() -> dial.degreesProperty().set(100));
        assertEquals(90, dial.getDegrees());
    }

    @Test
    void theMouseTurnsItCounterClockwiseFromTheTop(FxRobot robot) {
        robot.clickOn(place(-60, 0));
        assertEquals(90, dial.getDegrees());
        robot.clickOn(place(0, 60));
        assertEquals(180, dial.getDegrees());
        robot.drag(place(0, 60)).dropTo(place(-52, -30));
        assertEquals(60, dial.getDegrees());
    }

    /** A place on the screen, by its distance from the dial's centre. Asked for on the FX thread, which may be laying the dial out. */
    private Point2D place(double right, double down) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, dial::getLayoutBounds);
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE, () -> dial.localToScreen(bounds.getCenterX() + right, bounds.getCenterY() + down));
    }

    @Test
    void itSaysInWordsWhatItShows(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        assertTrue(dial.getAccessibleText().contains("60 degrees"), dial.getAccessibleText());
        assertTrue(dial.getAccessibleText().contains("not exact"), dial.getAccessibleText());
        robot.interact(() -> dial.degreesProperty().set(90));
        assertTrue(dial.getAccessibleText().contains("exact on the pixel grid"), dial.getAccessibleText());
        assertEquals(90.0, dial.queryAccessibleAttribute(AccessibleAttribute.VALUE));
    }
}
