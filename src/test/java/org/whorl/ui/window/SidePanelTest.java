package org.whorl.ui.window;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.window.state.SideState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class SidePanelTest {
    private static final double USUAL = 300;
    private static final double LEAST = 250;

    private final Region left = new Region();
    private final Region right = new Region();
    private SidePanel settings;
    private SidePanel inspector;
    private BorderPane root;

    @Start
    private void start(Stage stage) {
        settings = new SidePanel(SidePanel.Side.LEFT, left, "settings", USUAL, LEAST, "F8");
        inspector = new SidePanel(SidePanel.Side.RIGHT, right, "inspector", USUAL, LEAST, "F9");
        root = new BorderPane(new Region(), null, inspector, null, settings);
        Scene scene = new Scene(root, 1000, 300);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    private void layOut(FxRobot robot) {
        robot.interact(() -> {
            root.applyCss();
            root.layout();
        });
    }

    private void drag(FxRobot robot, SidePanel panel, double by) {
        Bounds edge = panel.divider().localToScreen(panel.divider().getLayoutBounds());
        Point2D from = new Point2D(edge.getCenterX(), edge.getCenterY());
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.add(by / 2, 0))
                .moveTo(from.add(by, 0))
                .release(MouseButton.PRIMARY);
        layOut(robot);
    }

    @Test
    void itsEdgeDragsItToAWidthAndADoubleClickGivesTheUsualOne(FxRobot robot) {
        assertEquals(USUAL, settings.getWidth());
        drag(robot, settings, 60);
        assertEquals(USUAL + 60, settings.getWidth(), 1);
        drag(robot, inspector, -60);
        assertEquals(USUAL + 60, inspector.getWidth(), 1, "the other side grows to the left");
        robot.doubleClickOn(settings.divider());
        layOut(robot);
        assertEquals(USUAL, settings.getWidth());
        assertEquals(SideState.USUAL, settings.stateProperty().get());
    }

    @Test
    void itStopsWhereNothingOfItIsCutOffAndFoldsFarBeyond(FxRobot robot) {
        drag(robot, settings, -80);
        assertEquals(LEAST, settings.getWidth());
        drag(robot, settings, -LEAST + 20);
        assertFalse(settings.openProperty().get());
        assertFalse(settings.getChildren().contains(left));
        robot.clickOn(settings.divider());
        layOut(robot);
        assertTrue(settings.openProperty().get());
        assertEquals(LEAST, settings.getWidth(), "as wide as before it was folded");
    }

    @Test
    void itLeavesTheViewsMostOfTheWindow(FxRobot robot) {
        drag(robot, settings, 600);
        assertEquals(0.4 * root.getWidth(), settings.getWidth(), 1);
    }

    @Test
    void theKeyboardDoesAllOfIt(FxRobot robot) {
        robot.interact(settings.divider()::requestFocus);
        robot.type(KeyCode.RIGHT);
        layOut(robot);
        assertTrue(settings.getWidth() > USUAL);
        robot.type(KeyCode.HOME);
        layOut(robot);
        assertEquals(USUAL, settings.getWidth());
        robot.type(KeyCode.ENTER);
        assertFalse(settings.openProperty().get());
        assertEquals("Show the settings", settings.divider().getAccessibleText());
        robot.type(KeyCode.ENTER);
        assertTrue(settings.openProperty().get());
    }

    @Test
    void aRoomFullOfPeopleHasAWiderOneWhateverItWasDraggedTo(FxRobot robot) {
        drag(robot, settings, -40);
        robot.interact(() -> settings.setFloor(370));
        layOut(robot);
        assertEquals(370, settings.getWidth());
        robot.interact(() -> settings.setFloor(0));
        layOut(robot);
        assertEquals(USUAL - 40, settings.getWidth(), 1);
    }
}
