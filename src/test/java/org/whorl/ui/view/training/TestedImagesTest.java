package org.whorl.ui.view.training;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the last test of a run got right and wrong. */
class TestedImagesTest extends TrainingInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void whatTheTestGotWrongIsCountedShownAndOpened(FxRobot robot) throws TimeoutException {
        train(robot);
        Node matrix = view.lookup(".confusion-matrix");
        assertTrue(matrix.getAccessibleText().contains("of 360 test images are right"), matrix.getAccessibleText());
        var test = runs.shown().latestTest().orElseThrow();
        int wrong = 0;
        int hardest = -1;
        for (int i = 0; i < test.labels().length; i++) {
            if (test.labels()[i] != test.result().predictions()[i]) {
                wrong++;
                float confidence = test.result().confidences()[i];
                hardest = hardest < 0 || confidence < test.result().confidences()[hardest] ? i : hardest;
            }
        }
        int counted = wrong;
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().startsWith(counted + " wrong")));
        robot.interact(() -> {
            // As wide as between the window's sides.
            Stylesheets.apply(view.getScene(), false);
            view.getScene().getWindow().setWidth(820);
        });
        await(() -> view.getWidth() <= 820);
        WaitForAsyncUtils.waitForFxEvents();
        Node head = matrix.getParent().getParent().lookup(".card-head");
        List<Region> parts = Stream.of(".card-title", ".muted", ".export-menu")
                .map(part -> (Region) head.lookup(part))
                .toList();
        for (Region part : parts) {
            assertTrue(part.getWidth() >= part.prefWidth(-1) - 1, part + " is cut");
        }
        Button first = (Button) view.lookup(".wrong-image");
        robot.interact(first::fire);
        assertEquals(List.of(hardest), opened);

        robot.interact(matrix::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertTrue(matrix.getAccessibleText().contains("0 taken for 1"), matrix.getAccessibleText());
        robot.type(KeyCode.ENTER);
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains("0 taken for 1 only")));
    }
}
