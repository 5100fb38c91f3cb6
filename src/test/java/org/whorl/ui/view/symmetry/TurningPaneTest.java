package org.whorl.ui.view.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.control.TileGrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How codes follow when the input turns. */
class TurningPaneTest extends SymmetryOnStage {
    @Start
    private void start(Stage stage) {
        show(stage);
    }

    @Test
    void codesStandBesideTheirTurnedOnesOnOneScale(FxRobot robot) throws TimeoutException {
        until(() -> grids().size() == 4);
        robot.interact(() -> codes.degreesProperty().set(90));
        until(() -> texts().stream().anyMatch(t -> t.startsWith("Turned by 90°, every map turns and moves 1 place")));
        List<TileGrid> four = WaitForAsyncUtils.waitForAsyncFx(10_000, this::grids);
        double limit = four.get(0).content().limits()[0];
        for (TileGrid grid : four) {
            assertEquals(limit, grid.content().limits()[0]);
            assertTrue(grid.getAccessibleText().contains("in layer 2"), grid.getAccessibleText());
        }
        ToggleButton all = robot.lookup("All maps").queryAs(ToggleButton.class);
        robot.interact(all::fire);
        until(() -> Arrays.stream(grids().get(0).content().order())
                        .filter(k -> k >= 0)
                        .count()
                == 8);
    }

    @Test
    void theCodesFollowTheDialAndTheStepButtonTheGroup(FxRobot robot) throws TimeoutException {
        until(() -> grids().size() == 4);
        Button step = robot.lookup(".turn-step").queryButton();
        until(() -> step.getText().equals("+ 90°"));
        robot.interact(() -> lab.tryOn(new CyclicGroup(8)));
        until(() -> step.getText().equals("+ 45°") && texts().contains("315°"));
        assertEquals(8, grids().get(0).content().order().length, "one orbit of C8");
        robot.interact(step::fire);
        until(() -> texts().stream()
                .anyMatch(t -> t.contains("moves 1 place along its orbit when the input turns by 45°")));
        assertTrue(
                texts().stream().anyMatch(t -> t.startsWith("Preview.") && t.contains("C8")),
                "that it is a trial is said");
        robot.interact(lab::tryNone);
        until(() -> step.getText().equals("+ 90°"));
    }

    @Test
    void beforeAndAfterStandInLinesUnderTheAnglesOfTheirMaps() throws TimeoutException {
        until(() -> grids().size() == 4);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> codes.degreesProperty().set(90));
        until(() -> texts().contains("f(g·x): the input turned by 90°, then its code")
                && texts().contains("g·f(x): the code before, its maps turned by 90° and moved 1 place")
                && texts().contains(
                                "f: the network up to layer 2. g: a turn by 90°. Does it matter which comes first?"));
        assertTrue(texts().containsAll(List.of("Before", "0°", "90°", "180°", "270°")), texts().toString());
        float[] upright = codes.codesProperty()
                .get()
                .orElseThrow()
                .upright()
                .layers()
                .get(1)
                .code();
        assertArrayEquals(upright, grids().get(0).content().tiles().values());
    }

    /** The four grids of maps; not the input. */
    private List<TileGrid> grids() {
        return view.lookupAll(".code-pair .tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content() != null)
                .toList();
    }
}
