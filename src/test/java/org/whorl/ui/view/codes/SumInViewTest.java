package org.whorl.ui.view.codes;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterSelection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The sum of one element of a map, below the layers. */
class SumInViewTest extends CodesInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aSumStandsBelowTheLayersAndLeavesWhatWasChosenWhereItIs(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(0);
        int columns = maps.content().columns();
        double height = onFx(maps::getHeight);
        press(robot, maps, KeyCode.DOWN);
        int chosen = onFx(() -> maps.cursor().orElseThrow().tile());
        Bounds before = onFx(() -> maps.localToScene(maps.boundsOf(chosen)));
        press(robot, maps, KeyCode.ENTER);
        until(() -> view.lookup(".sum-card").isVisible() && ((Region) view.lookup(".sum-card")).getHeight() > 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(columns, maps.content().columns());
        assertEquals(height, onFx(maps::getHeight));
        Bounds sum = onFx(() ->
                view.lookup(".sum-card").localToScene(view.lookup(".sum-card").getLayoutBounds()));
        Bounds room = onFx(() -> view.lookup(".layers-pane")
                .localToScene(view.lookup(".layers-pane").getLayoutBounds()));
        assertTrue(room.contains(sum), sum + " is in sight, in " + room);
        Bounds after = onFx(() -> maps.localToScene(maps.boundsOf(chosen)));
        assertEquals(before, after, "it stays under the pointer that chose it");
        assertTrue(sum.getMinY() >= after.getMaxY(), "and is not covered");
    }

    @Test
    void aMapThatTheSumWouldCoverIsScrolledIntoSightAndNoFarther(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(3);
        for (int row = 1; row < onFx(() -> maps.content().rows()); row++) {
            press(robot, maps, KeyCode.DOWN);
        }
        press(robot, maps, KeyCode.ENTER);
        until(() -> view.lookup(".sum-card").isVisible() && ((Region) view.lookup(".sum-card")).getHeight() > 0);
        until(() -> {
            int chosen = maps.cursor().orElseThrow().tile();
            Bounds map = maps.localToScene(maps.boundsOf(chosen));
            Bounds sum = view.lookup(".sum-card")
                    .localToScene(view.lookup(".sum-card").getLayoutBounds());
            double top =
                    view.lookup(".layers-pane .plain-scroll").localToScene(0, 0).getY();
            return map.getMinY() >= top && map.getMaxY() <= sum.getMinY();
        });
    }

    @Test
    void anElementsSumIsShownWithItsNumbers(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(1);
        // How maps stand beside one another depends on the room there is.
        press(robot, maps, maps.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        until(() -> lab.inspectionProperty().get().isPresent());
        String title = lab.inspectionProperty().get().orElseThrow().title();
        String name = title.replace("layer 2 · map of ", "");
        assertTrue(name.startsWith("base ") && !name.equals("base 1 · 0°"), title);
        press(robot, maps, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("v + α·a = ")));
        assertTrue(texts().contains("Layer 2, " + name + ", row 1, column 1"), name + " in " + texts());
        FilterSelection selected = lab.selectionProperty().get();
        assertEquals(name.split(" ")[1], Integer.toString(selected.base() + 1));
        press(robot, maps, KeyCode.ENTER);
        until(() -> !view.lookup(".sum-card").isVisible());
    }
}
