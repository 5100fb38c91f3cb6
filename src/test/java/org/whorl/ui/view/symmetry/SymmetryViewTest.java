package org.whorl.ui.view.symmetry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.ui.Sight;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.model.ShownNetwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SymmetryViewTest extends SymmetryOnStage {
    @Start
    private void start(Stage stage) {
        show(stage);
    }

    private List<PolarPlot> plots() {
        return view.lookupAll(".polar-plot").stream().map(n -> (PolarPlot) n).toList();
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
        List<String> words = view.lookupAll(".muted").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
        assertTrue(
                words.stream().anyMatch(w -> w.matches("How many of \\d+ turned test images are named rightly")),
                words.toString());
        assertTrue(
                words.stream().anyMatch(w -> w.endsWith(": 0 where the code turns with the image")), words.toString());
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
        robot.interact(() -> assertTrue(plots().stream().noneMatch(Sight::isSeen)));
        robot.interact(() -> lab.show(small));
        until(() -> measured() && plots().stream().allMatch(Sight::isSeen));
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
    void beforeAnythingIsMeasuredItIsSaidWhatWillBeThere(FxRobot robot) throws TimeoutException {
        ShownNetwork digits = small();
        robot.interact(() -> {
            training.set(true);
            lab.show(new ShownNetwork(
                    "another", digits.parameters(), digits.preparation(), digits.classNames(), Optional.empty(), 2));
        });
        robot.interact(() -> lab.show(new ShownNetwork(
                "another", digits.parameters(), digits.preparation(), digits.classNames(), digits.data(), 3)));
        Button measure = robot.lookup("#measure").queryButton();
        until(() -> measure.getText().equals("Measure"));
        until(() ->
                texts().stream().filter(t -> t.startsWith("Measure draws here")).count() == 2);
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
        until(() -> plots().stream().filter(Sight::isSeen).count() == 1);
        PolarPlot error = plots().stream().filter(Sight::isSeen).findFirst().orElseThrow();
        until(() -> error.localToScene(error.getBoundsInLocal()).getCenterX() < view.getWidth() * 0.6);
    }
}
