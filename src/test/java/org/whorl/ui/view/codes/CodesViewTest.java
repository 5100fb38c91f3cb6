package org.whorl.ui.view.codes;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.LayerMaps;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The maps of all layers, and the charts beside them. */
class CodesViewTest extends CodesInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void everyLayerShowsAllItsMaps() throws TimeoutException {
        shown();
        for (LayerRow row : rows()) {
            assertEquals(60, row.maps().tiles().count());
            assertEquals(23, row.maps().tiles().width());
        }
        double active = lab.traceProperty().get().orElseThrow().layers().get(0).activeFraction();
        String percent = Math.round(100 * active) + " % active";
        assertTrue(texts().stream().anyMatch(t -> t.startsWith(percent)), percent);
    }

    @Test
    void whereItIsWideTheChartsStandBesideTheMapsWhichAreNoSmallerForIt(FxRobot robot) throws TimeoutException {
        until(() -> rows().size() == 4 && rows().get(0).maps() != null);
        Node charts = view.lookup(".code-charts");
        until(() -> charts.localToScene(0, 0).getY()
                > rows().get(3).localToScene(0, 0).getY());
        double before = rows().get(0).placeOf(0).getHeight();
        robot.interact(() -> {
            view.getScene().getWindow().setWidth(1400);
            view.getScene().getWindow().setHeight(1000);
        });
        until(() -> charts.localToScene(0, 0).getX() > rows().get(0).placeOf(50).getMaxX()
                && rows().get(0).placeOf(0).getHeight() > before);
        robot.interact(() -> view.getScene().getWindow().setWidth(1000));
        until(() -> charts.localToScene(0, 0).getY()
                        > rows().get(3).localToScene(0, 0).getY()
                && rows().get(0).placeOf(0).getHeight() == before);
    }

    @Test
    void everyLayerShowsItsResidualAndWhatItsCodeMakes() throws TimeoutException {
        shown();
        var trace = lab.traceProperty().get().orElseThrow();
        until(() -> rows().get(0).image(LayerRow.Image.RESIDUAL).tiles().values()
                == trace.layers().get(0).residual());
        for (LayerRow row : rows()) {
            var layer = trace.layers().get(row.layer());
            assertSame(
                    layer.residual(), row.image(LayerRow.Image.RESIDUAL).tiles().values());
            assertSame(
                    layer.reconstruction(),
                    row.image(LayerRow.Image.RECONSTRUCTION).tiles().values());
        }
    }

    @ParameterizedTest
    @EnumSource(LayerMaps.class)
    void everyKindOfMapCanBeLookedAt(LayerMaps kind) throws TimeoutException {
        shown();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> maps().setValue(kind));
        float[] expected = kind.of(lab.traceProperty().get().orElseThrow(), 2).values();
        until(() -> Arrays.equals(expected, rows().get(2).maps().tiles().values()));
        boolean signed = LayerMaps.signed(rows().get(2).maps().tiles());
        assertEquals(signed, rows().get(2).maps().coloring().signed(), "what is signed has a diverging scale");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<LayerMaps> maps() {
        return (ComboBox<LayerMaps>) view.lookup(".layers-pane").lookup(".combo-box");
    }

    @Test
    void theObjectiveOfEveryLayerIsDrawnAndAClickOrAnArrowKeySelectsOne(FxRobot robot) throws TimeoutException {
        shown();
        var layers = lab.traceProperty().get().orElseThrow().layers();
        ObjectiveChart chart = (ObjectiveChart) view.lookup("#objective-chart").lookupAll(".small-chart").stream()
                .filter(n -> n instanceof ObjectiveChart)
                .findFirst()
                .orElseThrow();
        until(() -> chart.figure() != null && chart.figure().layers().equals(layers));
        Node canvas = chart.getChildrenUnmodifiable().get(0);
        Point2D last = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> canvas.localToScene(chart.getWidth() - 34, 30));
        click(robot, canvas, last, MouseButton.SECONDARY);
        assertEquals(0, lab.selectionProperty().get().layer(), "that is for the menu");
        click(robot, canvas, last, MouseButton.PRIMARY);
        assertEquals(3, lab.selectionProperty().get().layer());
        until(() -> chart.figure().current() == 3);
        press(robot, canvas, KeyCode.LEFT);
        assertEquals(2, lab.selectionProperty().get().layer());
    }

    private static void click(FxRobot robot, Node node, Point2D at, MouseButton button) {
        robot.interact(() -> Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        at.getX(),
                        at.getY(),
                        0,
                        0,
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
    }

    @Test
    void anotherNetworkIsTracedAfreshAndNothingOldIsSaidMeanwhile(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> {
            view.setVisible(false);
            lab.show(Scenes.digits(6));
        });
        // Meanwhile the trace may have been made anew already, but never is the old one.
        until(() -> lab.traceProperty().get().isPresent()
                && model.codesProperty().get().orElseThrow().shown() == lab.getShown());
        robot.interact(() -> view.setVisible(true));
        until(() -> rows().size() == 4);
    }

    @Test
    void theThresholdStandsInTheHistogramOfTheSelectedLayer(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.selectionProperty().set(new FilterSelection(2, 0, 0)));
        until(() -> texts().stream().anyMatch(t -> t.startsWith("Layer 3: v + α·a")));
        HistogramChart chart = (HistogramChart) view.lookupAll(".small-chart").stream()
                .filter(n -> n instanceof HistogramChart)
                .findFirst()
                .orElseThrow();
        var layer = lab.traceProperty().get().orElseThrow().layers().get(2);
        assertEquals(
                layer.code().length,
                chart.figure().before().counts().stream().mapToInt(i -> i).sum());
        assertEquals(
                Math.round(layer.activeFraction() * layer.code().length),
                chart.figure().left().counts().stream().mapToInt(i -> i).sum());
    }

    @Test
    void theMapsFollowTheDialUntilTheNetworksOwnAreWantedAgain(FxRobot robot) throws TimeoutException {
        shown();
        var own = lab.traceProperty().get().orElseThrow().logits();
        robot.interact(() -> lab.tryOn(new CyclicGroup(6)));
        until(() -> maps(0).content().columns() > 0
                && texts().stream()
                        .anyMatch(t -> t.startsWith("Preview. The maps follow the dial. C6 from the first 10 of 15")));
        TileGrid grid = maps(0);
        press(robot, grid, grid.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        until(() -> lab.inspectionProperty().get().isPresent());
        press(robot, grid, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("v + α·a = ")));
        assertArrayEquals(own, lab.traceProperty().get().orElseThrow().logits(), "scores are those of the network");
        fire(robot, "Show C4 again");
        until(() -> texts().stream().noneMatch(t -> t.startsWith("Preview")));
        assertEquals(Optional.empty(), lab.triedProperty().get());
    }
}
