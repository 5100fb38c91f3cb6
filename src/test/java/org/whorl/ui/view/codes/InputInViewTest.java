package org.whorl.ui.view.codes;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.input.CodeInput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is looked at: images of sets, drawn ones and turned ones. */
class InputInViewTest extends CodesInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void imagesOfAnotherSetCanBeLookedAt(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((SetBox) view.lookup(".set-box")).setValue("rot-digits"));
        until(() -> model.setProperty().get().isPresent());
        float[] expected = model.images().orElseThrow().pixels();
        assertEquals("rot-digits", model.setProperty().get().orElseThrow().name());
        assertEquals(expected[300], model.inputProperty().get().pixels()[300]);
        until(() -> model.codesProperty().get().orElseThrow().input()
                == model.inputProperty().get());
    }

    @Test
    void whyASetCannotBeLookedAtIsSaidUntilAnotherImageIsChosen(FxRobot robot) throws TimeoutException {
        shown();
        SetBox box = (SetBox) view.lookup(".set-box");
        robot.interact(() -> {
            box.requestFocus();
            box.setValue("no-such-set");
            assertTrue(box.isFocused(), "the keyboard stays where it is");
        });
        until(() -> model.problemProperty().get().contains("no-such-set"));
        // The trace of the network's own images, which are looked at instead.
        until(() -> model.codesProperty().get().orElseThrow().input()
                == model.inputProperty().get());
        assertTrue(onFx(() -> model.problemProperty().get()).contains("no-such-set"));
        fire(robot, "Random");
        until(() -> model.problemProperty().get().isEmpty());
    }

    @Test
    void aDigitCanBeDrawnWithTheKeyboard(FxRobot robot) throws TimeoutException {
        shown();
        fire(robot, "Draw");
        until(() -> texts().contains("drawing"));
        robot.type(KeyCode.UP, KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE, KeyCode.DOWN);
        CodeInput drawn = model.inputProperty().get();
        assertEquals(1, drawn.pixels()[13 * 28 + 14]);
        assertEquals(1, drawn.pixels()[16 * 28 + 14]);
        assertEquals(0, drawn.pixels()[19 * 28 + 14], "the pen was lifted");
        robot.type(KeyCode.DELETE);
        assertEquals(0, model.inputProperty().get().pixels()[13 * 28 + 14]);
    }

    @Test
    void aDigitCanBeDrawn(FxRobot robot) throws TimeoutException {
        shown();
        fire(robot, "Draw");
        until(() -> texts().contains("drawing"));
        TileGrid picture = (TileGrid) view.lookup(".input-card").lookup(".tile-grid");
        var bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> picture.localToScreen(picture.getBoundsInLocal()));
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 40);
        robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        assertEquals(0, onFx(() -> picture.content().tiles().peak()), "that is for the menu");
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 150);
        robot.release(MouseButton.PRIMARY);
        until(() -> picture.content().tiles().peak() == 1);
        assertEquals(1, picture.content().tiles().value(0, 0, 14, 14), 0.2);
        assertEquals(0, picture.content().tiles().value(0, 0, 14, 3));
    }

    @Test
    void turningTheSliderChangesTheCodes(FxRobot robot) throws TimeoutException {
        shown();
        var before = lab.traceProperty().get().orElseThrow();
        robot.interact(() -> ((Slider) view.lookup(".slider")).setValue(45));
        until(() -> lab.traceProperty().get().orElseThrow() != before);
        until(() -> texts().contains("45°"));
    }

    @Test
    void theSliderTurnsByWholeDegrees(FxRobot robot) throws TimeoutException {
        shown();
        Slider slider = (Slider) WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup(".input-turn"));
        robot.interact(() -> slider.setValue(59.7));
        assertEquals(60, model.degreesProperty().get());
        robot.interact(() -> model.degreesProperty().set(90));
        assertEquals(90, slider.getValue());
    }

    private Node visible(String selector) {
        return onFx(() -> view.lookupAll(selector).stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElse(null));
    }

    @Test
    void anEmptySheetIsNotNamedAndADrawingIsNoTestImage(FxRobot robot) throws TimeoutException {
        shown();
        SetBox box = (SetBox) view.lookup(".set-box");
        assertNotNull(visible(".input-card .spinner"));
        fire(robot, "Draw");
        until(() -> texts().contains("Nothing is drawn yet, so that there is nothing to name."));
        assertFalse(onFx(() -> view.lookup(".probabilities").getParent().isVisible()));
        assertNull(visible(".input-card .spinner"));
        assertEquals("a drawing", onFx(() -> box.getButtonCell().getText()));
        robot.type(KeyCode.SPACE, KeyCode.DOWN);
        until(() -> view.lookup(".probabilities").getParent().isVisible());
        robot.interact(() -> box.setValue(box.getItems().get(0)));
        until(() -> model.inputProperty().get().isOfSet());
        assertNotNull(visible(".input-card .spinner"));
        assertEquals(box.getItems().get(0), onFx(() -> box.getButtonCell().getText()));
    }

    @Test
    void noWordOnAButtonIsCutWhileOneDraws(FxRobot robot) throws TimeoutException {
        shown();
        fire(robot, "Draw");
        robot.interact(() -> view.layout());
        for (Node button : onFx(() -> view.lookup("#draw").getParent().lookupAll(".button, .toggle-button"))) {
            if (button.isVisible()) {
                assertEquals(((Labeled) button).getText(), onFx(() -> ((Text) button.lookup(".text")).getText()));
            }
        }
        double right = onFx(() -> view.lookup("#draw")
                .getParent()
                .localToScene(view.lookup("#draw").getParent().getBoundsInLocal())
                .getMaxX());
        double edge = onFx(() -> view.lookup(".input-card")
                .localToScene(view.lookup(".input-card").getBoundsInLocal())
                .getMaxX());
        assertTrue(right <= edge, right + " beyond " + edge);
    }

    @Test
    void whatTheHeadPromisesStandsAboveTheScores() throws TimeoutException {
        shown();
        double words = onFx(() -> view.lookup("#head-words").localToScene(0, 0).getY());
        double bars =
                onFx(() -> view.lookup(".probabilities").localToScene(0, 0).getY());
        assertTrue(words < bars, words + " and " + bars);
    }
}
