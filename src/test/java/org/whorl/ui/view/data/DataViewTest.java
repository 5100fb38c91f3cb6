package org.whorl.ui.view.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.model.settings.DataChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Data view, as a person uses it. */
@ExtendWith(ApplicationExtension.class)
class DataViewTest extends DataOnStage {
    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void barsOfClassesHaveNothingBehindThemThatLooksLikeAllImages() throws TimeoutException {
        until(() -> view.lookupAll(".class-bars .bar-fill").size() == 10);
        assertEquals(10, view.lookupAll(".class-bars .bar-track.trackless").size());
    }

    @Test
    void resizingTheWindowLeavesTheCardsWhereTheyAre(FxRobot robot) throws TimeoutException {
        until(() -> chosen.stateProperty().get().data().isPresent());
        AtomicInteger taken = new AtomicInteger();
        robot.interact(() -> view.lookupAll("*").stream()
                .filter(FactsCard.class::isInstance)
                .forEach(card -> card.getParent().getChildrenUnmodifiable().addListener((ListChangeListener<Node>)
                        change -> taken.incrementAndGet())));
        for (double width : new double[] {840, 830, 500}) {
            robot.interact(() -> view.getScene().getWindow().setWidth(width));
            until(() -> view.getWidth() <= width);
        }
        assertEquals(0, taken.get(), "none was taken out and put back");
    }

    @Test
    void picturesOfAFewClassesAreLargeEnoughToSeeWhichWayTheyLie() throws TimeoutException {
        shown();
        Platform.runLater(
                () -> settings.dataProperty().set(new DataChoice("leaves:planted=37,every=60", Optional.empty())));
        until(() -> grids("Images 1 to ")
                .anyMatch(grid -> grid.content().rows() <= 3 && grid.content().columns() <= 12));
    }

    @Test
    void theChosenSetIsShownWithItsNumbersAndMeans() throws TimeoutException {
        shown();
        says("0.3096");
        says("154 · 10.7 %");
        says("28×28, grey");
        until(() -> grids("The mean images of 10 classes")
                .anyMatch(g -> g.content().tiles().count() == 10));
        assertEquals(
                1, grid("The mean of all 1,437 train images").content().tiles().count());
        assertTrue(grid("Images 1 to").getAccessibleText().contains("of digits, train, turned by 0°"));
    }

    @Test
    void trainAndTestCanBeSwitched(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((ToggleButton) view.lookup("#part-test")).fire());
        until(() -> grids("Images 1 to").anyMatch(g -> g.getAccessibleText().contains("of digits, test")));
        says("360");
        until(() -> !texts().contains("154 · 10.7 %"));
    }

    @Test
    void pagesAndShufflesShowOthers(FxRobot robot) throws TimeoutException {
        shown();
        float[] first = grid("Images").content().tiles().values();
        assertTrue(view.lookup("#samples-back").isDisabled());
        robot.interact(() -> ((Button) view.lookup("#samples-on")).fire());
        until(() -> !view.lookup("#samples-back").isDisabled());
        assertFalse(Arrays.equals(first, grid("Images").content().tiles().values()));
        robot.interact(() -> ((Button) view.lookup("#shuffle")).fire());
        until(() -> view.lookup("#samples-back").isDisabled());
        assertFalse(Arrays.equals(first, grid("Images").content().tiles().values()));
    }

    @Test
    void theSliderTurnsTheSamples(FxRobot robot) throws TimeoutException {
        shown();
        float[] upright = grid("Images").content().tiles().tile(0);
        robot.interact(() -> ((Slider) view.lookup("#turn-samples")).setValue(180));
        until(() -> grids("Images").anyMatch(g -> g.getAccessibleText().contains("turned by 180°")));
        float[] turned = grid("Images").content().tiles().tile(0);
        for (int i = 0; i < upright.length; i++) {
            assertEquals(upright[upright.length - 1 - i], turned[i], 1e-6f);
        }
    }

    @Test
    void thePixelUnderTheCursorGoesToTheInspector(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> grid("Images").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(
                "class",
                lab.inspectionProperty().get().orElseThrow().facts().get(0).name());
        assertEquals(
                "0", lab.inspectionProperty().get().orElseThrow().facts().get(0).value());
    }

    @Test
    void whiteningFollowsEpsilonAndTrainingUsesTheSame(FxRobot robot) throws TimeoutException {
        shown();
        says("with ε = 0.01");
        until(() -> has("The same samples whitened"));
        float[] before = grid("The same samples whitened").content().tiles().values();
        robot.interact(() -> ((Slider) view.lookup("#epsilon-slider")).setValue(9));
        says("with ε = 0.1");
        until(() -> grids("The same samples whitened")
                .anyMatch(g -> g.content().tiles().values() != before));
        assertEquals("0.1", ((TextField) view.lookup("#epsilon")).getText());
        assertEquals(0.1, settings.planProperty().get().training().epsilon());
        robot.interact(() -> ((TextField) view.lookup("#epsilon")).setText("much"));
        assertTrue(view.lookup("#whiten").isDisabled());
        assertEquals("epsilon", settings.problemProperty().get().orElseThrow().field());
    }

    @Test
    void eachImageCanBeTurnedByItsOwnAngleForTraining(FxRobot robot) throws TimeoutException {
        shown();
        float[] upright = grid("Images").content().tiles().values();
        assertFalse(view.lookup("#train-turned").isVisible());
        robot.interact(() -> ((ToggleButton) view.lookup("#turned")).fire());
        until(() -> grids("Images")
                .anyMatch(g -> g.getAccessibleText().contains("at random")
                        && !Arrays.equals(upright, g.content().tiles().values())));
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get(), "what is looked at is not what is trained on");
        robot.interact(() -> ((Button) view.lookup("#train-turned")).fire());
        assertEquals("rot-digits", settings.dataProperty().get().name());
        until(() -> ((Button) view.lookup("#train-turned")).getText().equals("Train on upright ones"));
        robot.interact(() -> ((Button) view.lookup("#train-turned")).fire());
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }

    @Test
    void narrowWindowsLeaveNothingOut(FxRobot robot) throws TimeoutException {
        shown();
        until(() -> has("The same samples whitened"));
        List<String> wide = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> view.getChildren().stream()
                .filter(card -> card.minWidth(-1) > 460)
                .map(card -> card.getClass().getSimpleName() + " needs " + card.minWidth(-1) + " pixels")
                .toList());
        assertEquals(List.of(), wide);
        robot.interact(() -> view.getScene().getWindow().setWidth(520));
        until(() -> view.getWidth() <= 520 && grid("Images 1 to").getWidth() <= 460);
    }
}
