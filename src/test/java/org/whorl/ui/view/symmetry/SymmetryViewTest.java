package org.whorl.ui.view.symmetry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.FakeSource;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class SymmetryViewTest {
    private final LabState lab = new LabState();
    private final BooleanProperty training = new SimpleBooleanProperty();
    private InputModel codes;
    private SymmetryView view;

    @Start
    private void start(Stage stage) {
        codes = new InputModel(lab, Platform::runLater);
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        SetsModel sets = new SetsModel(settings, chosen, new FakeSource(), Platform::runLater);
        view = new SymmetryView(lab, codes, sets, () -> 1, training, () -> {});
        Scene scene = new Scene(view, 900, 1100);
        Stylesheets.apply(scene, false);
        // All window tests share one stage, and others leave it in other sizes.
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        sets.refresh();
        lab.show(small());
    }

    /** A network that is measured in a moment: small, and on twelve images. */
    private static ShownNetwork small() {
        ShownNetwork digits = Scenes.digits(4);
        TrainTest all = digits.data().orElseThrow();
        TrainTest few = new TrainTest(all.name(), all.train(), all.test().first(12), all.checksum());
        return new ShownNetwork(
                "small",
                Parameters.initial(digits.spec().withFilters(8).withLayers(2).withKernel(5, false), 1),
                digits.preparation(),
                digits.classNames(),
                Optional.of(few),
                1);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<PolarPlot> plots() {
        return view.lookupAll(".polar-plot").stream().map(n -> (PolarPlot) n).toList();
    }

    private List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private boolean measured() {
        return plots().size() == 2
                && plots().stream()
                        .allMatch(p -> p.figure() != null
                                && p.figure().series().size() == 3
                                && p.figure().series().stream().allMatch(s -> s.x().length == 72));
    }

    @Test
    void aNetworkIsMeasuredAsSoonAsItCanBeSeen() throws TimeoutException {
        until(this::measured);
        List<String> names = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> plots().get(0).figure().series().stream()
                .map(s -> s.name())
                .toList());
        assertEquals(List.of("bilinear", "nearest", "bicubic"), names);
    }

    @Test
    void aNetworkWithoutImagesHasAButtonThatGetsThemAndNoCurvesOfAnother(FxRobot robot) throws TimeoutException {
        until(this::measured);
        ShownNetwork small = small();
        robot.interact(() -> lab.show(new ShownNetwork(
                "mnist-c4",
                small.parameters(),
                small.preparation(),
                small.classNames(),
                Optional.empty(),
                Map.of("data", "mnist"),
                2)));
        until(() -> view.lookupAll(".button").stream()
                .anyMatch(n ->
                        n instanceof Button b && b.isVisible() && b.getText().startsWith("Get mnist")));
        assertTrue(texts().stream().anyMatch(t -> t.contains("mnist-c4 was trained on mnist")));
        robot.interact(() -> assertTrue(plots().stream().noneMatch(p -> shown(p))));
        robot.interact(() -> lab.show(small));
        until(() -> measured() && plots().stream().allMatch(p -> shown(p)));
    }

    private static boolean shown(Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
    }

    @Test
    void resizingTheWindowLeavesTheFocusWhereItIs(FxRobot robot) throws TimeoutException {
        until(() -> plots().size() == 2);
        Stage stage = (Stage) view.getScene().getWindow();
        // Shared by all tests: a whole window leaves it with a least width.
        robot.interact(() -> stage.setMinWidth(0));
        for (double width : new double[] {880, 870, 480}) {
            Node menu = WaitForAsyncUtils.waitForAsyncFx(
                    10_000, () -> plots().get(0).getParent().getParent().lookup(".export-menu"));
            robot.interact(menu::requestFocus);
            robot.interact(() -> stage.setWidth(width));
            until(() -> view.getWidth() == view.getScene().getWidth() && view.getWidth() <= width);
            assertTrue(menu.isFocused(), "at " + width);
        }
    }

    @Test
    void layersAndTheNetworkBeforeTrainingAreLaidOverOneAnother(FxRobot robot) throws TimeoutException {
        until(this::measured);
        robot.interact(() -> choose(Overlay.LAYERS));
        until(() -> seriesOf(1).equals(List.of("layer 1", "layer 2")));
        robot.interact(() -> choose(Overlay.TRAINING));
        until(() -> seriesOf(0).equals(List.of("as it is now", "untrained, seed 1"))
                && plots().get(0).figure().series().stream().allMatch(s -> s.x().length == 72));
    }

    private List<String> seriesOf(int plot) {
        return plots().get(plot).figure().series().stream().map(s -> s.name()).toList();
    }

    @SuppressWarnings("unchecked")
    private void choose(Overlay wanted) {
        ((ComboBox<Object>) view.lookupAll(".combo-box").stream()
                        .filter(n -> ((ComboBox<?>) n).getItems().contains(wanted))
                        .findFirst()
                        .orElseThrow())
                .setValue(wanted);
    }

    @Test
    void aTrainingNetworkIsMeasuredOnlyWhenItIsAskedFor(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            training.set(true);
            ShownNetwork digits = small();
            lab.show(new ShownNetwork(
                    "another", digits.parameters(), digits.preparation(), digits.classNames(), digits.data(), 2));
        });
        Button measure = robot.lookup("#measure").queryButton();
        until(() -> texts().contains("Turn, then look"));
        robot.interact(() -> {
            if (measure.getText().equals("Cancel")) {
                measure.fire();
            }
        });
        until(() -> measure.getText().equals("Measure again"));
        robot.interact(measure::fire);
        until(this::measured);
    }

    @Test
    void arrowKeysOnAPlotTurnTheInputAndTheCodes(FxRobot robot) throws TimeoutException {
        until(() -> codes.codesProperty().get().isPresent());
        Node canvas = robot.lookup(".polar-canvas").query();
        robot.interact(canvas::requestFocus);
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        until(() -> codes.degreesProperty().get() == 10);
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        until(() -> codes.degreesProperty().get() == 355);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("355°: 0 of 64 turned centres")));
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

    @Test
    void theErrorHasAllTheRoomWhereNoClassesAreNamed(FxRobot robot) throws Exception {
        ShownNetwork classifier = small();
        ShownNetwork autoencoder = new ShownNetwork(
                "autoencoder",
                Parameters.initial(classifier.spec().withObjective(Objective.RECONSTRUCT), 1),
                classifier.preparation(),
                classifier.classNames(),
                classifier.data(),
                1);
        robot.interact(() -> lab.show(autoencoder));
        until(() -> plots().stream().filter(SymmetryViewTest::isSeen).count() == 1);
        PolarPlot error =
                plots().stream().filter(SymmetryViewTest::isSeen).findFirst().orElseThrow();
        until(() -> error.localToScene(error.getBoundsInLocal()).getCenterX() < view.getWidth() * 0.6);
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }
}
