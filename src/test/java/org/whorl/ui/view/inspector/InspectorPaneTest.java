package org.whorl.ui.view.inspector;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.figure.FilterBank;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(ApplicationExtension.class)
class InspectorPaneTest {
    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    private final LabState lab = new LabState();
    private InspectorPane pane;

    @Start
    private void start(Stage stage) {
        pane = new InspectorPane(lab);
        stage.setScene(new Scene(pane, 260, 800));
        stage.show();
        NetworkSpec spec = NetworkSpec.paper(COLOUR, 10, new CyclicGroup(6));
        lab.show(new ShownNetwork(
                "colour", Parameters.initial(spec, 1), Preparation.identity(COLOUR), List.of(), Optional.empty(), 1));
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        // Asked on the FX thread: elsewhere the pane may change meanwhile.
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean)
                .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<TileGrid> grids() {
        return pane.lookupAll(".tile-grid").stream().map(n -> (TileGrid) n).toList();
    }

    private boolean says(String text) {
        return pane.lookupAll(".label").stream()
                .anyMatch(n -> ((Label) n).getText().equals(text));
    }

    @Test
    void aColourFilterIsShownInItsColours() throws TimeoutException {
        until(() -> says("layer 1 · base 1 · 0°"));
        List<TileGrid> grids = WaitForAsyncUtils.waitForAsyncFx(10_000, this::grids);
        assertEquals(3, grids.get(0).content().tiles().channels());
        assertEquals(8, grids.get(0).content().tiles().height());
        assertEquals(6, grids.get(1).content().tiles().count(), "its orbit");
    }

    /** Whatever scale a view has, of which the inspector tells the end. */
    @Test
    void theOrbitHasTheScaleOfTheLegendAboveIt(FxRobot robot) throws TimeoutException {
        until(() -> says("layer 1 · base 1 · 0°"));
        Parameters parameters = lab.getShown().parameters();
        FilterBank bank = FilterBank.of(parameters, 0);
        for (double limit : new double[] {0.63, 0.25}) {
            robot.interact(() -> lab.inspectionProperty()
                    .set(Optional.of(FilterInspection.of(
                            parameters, bank, 0, bank.index(4, 3), -1, -1, limit, Optional.empty()))));
            until(() -> says("−" + limit) && says("+" + limit));
            List<TileGrid> grids = WaitForAsyncUtils.waitForAsyncFx(10_000, this::grids);
            assertEquals(limit, grids.get(0).content().limits()[0]);
            for (double of : grids.get(1).content().limits()) {
                assertEquals(limit, of, "a copy in the orbit");
            }
        }
    }

    @Test
    void theOrbitSelects(FxRobot robot) throws TimeoutException {
        until(() -> says("layer 1 · base 1 · 0°"));
        robot.interact(() -> grids().get(1).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER);
        assertEquals(new FilterSelection(0, 0, 2), lab.selectionProperty().get());
        until(() -> says("layer 1 · base 1 · 120°"));
    }

    /** Whether a copy is lit, of which there is room for all. */
    private static boolean isLit(TileGrid orbit, int copy) {
        return orbit.lookupAll(".tile-highlight").stream().anyMatch(lit -> lit.localToScene(lit.getBoundsInLocal())
                .contains(orbit.localToScene(orbit.boundsOf(copy))));
    }

    @Test
    void inTheOrbitTheCopyThatThePointerIsOnIsMarkedNotTheSelectedOne(FxRobot robot) throws TimeoutException {
        until(() -> says("layer 1 · base 1 · 0°"));
        until(() -> isLit(grids().get(1), 0));
        Parameters parameters = lab.getShown().parameters();
        FilterBank bank = FilterBank.of(parameters, 0);
        robot.interact(() -> lab.inspectionProperty()
                .set(Optional.of(
                        FilterInspection.of(parameters, bank, 0, bank.index(4, 3), -1, -1, 1, Optional.empty()))));
        until(() -> says("layer 1 · base 5 · 180°"));
        until(() -> isLit(grids().get(1), 3) && !isLit(grids().get(1), 0));
        robot.interact(() -> lab.inspectionProperty().set(Optional.empty()));
        until(() -> isLit(grids().get(1), 0) && !isLit(grids().get(1), 3));
    }

    @Test
    void whatTheCursorIsOnComesFirst(FxRobot robot) throws TimeoutException {
        Inspection inspection = new Inspection(
                "some map",
                new float[] {0, 0.25f, 0.5f, 1},
                2,
                false,
                1,
                1,
                0,
                List.of(new Fact("share", "50 %")),
                "Half of it is lit.");
        robot.interact(() -> lab.inspectionProperty().set(Optional.of(inspection)));
        until(() -> says("some map"));
        until(() -> says("row 2, column 1: +0.5") && says("50 %") && says("Half of it is lit."));
        robot.interact(() -> lab.inspectionProperty().set(Optional.empty()));
        until(() -> says("layer 1 · base 1 · 0°"));
    }
}
