package org.whorl.ui.view.codes;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.InsideStep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Going inside, from equation to equation. */
class StepsInViewTest extends CodesInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private InsidePane inside() {
        return (InsidePane) view.lookup(".inside-pane");
    }

    private String litEquation() {
        return inside().equations().stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current")))
                .map(line -> ((Label) line.lookup(".formula")).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void steppingInsideLightsOneEquationAfterTheOther(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(lab::stepInside);
        until(() -> litEquation().equals("r₁ = x"));
        assertEquals(0, rows().size(), "the layers make room");
        fire(robot, "Next line ▶");
        until(() -> litEquation().equals("a₁ = W₁ᵀ r₁"));
        until(() -> inside().result().orElseThrow().content().tiles().count() == 60);
        for (int i = 0; i < 4; i++) {
            robot.interact(lab::stepInside);
        }
        until(() -> litEquation().equals("v₂ = BatchNorm₁(w₁)"));
        float[] next = lab.traceProperty().get().orElseThrow().layers().get(1).momentum();
        until(() -> inside().result().orElseThrow().content().tiles().values() == next);
        fire(robot, "Show all layers");
        until(() -> rows().size() == 4);
    }

    @Test
    void theKeyboardGoesFromEquationToEquation(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(lab::stepInside);
        until(() -> litEquation().equals("r₁ = x"));
        press(robot, inside().equations().get(1), KeyCode.ENTER);
        until(() -> litEquation().equals("a₁ = W₁ᵀ r₁"));
        assertTrue(onFx(() -> inside().equations().get(1).isFocusTraversable()));
    }

    @Test
    void anElementInsideShowsItsSumToo(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.insideProperty().set(Optional.of(new InsideStep(1, InsideStep.Stage.CODE))));
        until(() -> inside().result().isPresent()
                && inside().result().get().content() != null
                && inside().result().get().content().tiles().count() == 60);
        TileGrid result = inside().result().orElseThrow();
        press(robot, result, result.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        press(robot, result, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.matches("Layer 2, base \\d+ · \\d+°, row 1, column 1")));
    }
}
