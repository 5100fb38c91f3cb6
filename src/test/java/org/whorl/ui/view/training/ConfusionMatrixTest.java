package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.insight.Confusion;
import org.whorl.ui.view.training.ConfusionMatrix.Cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ConfusionMatrixTest {
    private final List<Cell> chosen = new ArrayList<>();
    private ConfusionMatrix matrix;
    private WrongImages wrong;

    @Start
    private void start(Stage stage) {
        matrix = new ConfusionMatrix();
        wrong = new WrongImages(image -> {});
        matrix.setOnChosen(cell -> {
            chosen.add(cell);
            wrong.restrict(cell);
        });
        show(10);
        stage.setScene(new Scene(new ScrollPane(new HBox(matrix, wrong)), 700, 400));
        stage.show();
    }

    /** A test on which only the last class is taken for the first. */
    private void show(int classes) {
        int[] labels = IntStream.range(0, classes).toArray();
        int[] predictions = labels.clone();
        predictions[classes - 1] = 0;
        List<String> names = Arrays.stream(labels).mapToObj(l -> "class " + l).toList();
        Confusion confusion = Confusion.of(names, labels, predictions);
        matrix.show(confusion);
        wrong.show(new TestReport(1, confusion, List.of(), Optional.empty()));
        chosen.clear();
    }

    private void moveTo(FxRobot robot, int label, int prediction) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> matrix.localToScreen(matrix.getBoundsInLocal()));
        double cell = Math.floor((Math.min(bounds.getWidth(), bounds.getHeight()) - 30) / 10);
        robot.moveTo(bounds.getMinX() + 30 + (prediction + 0.5) * cell, bounds.getMinY() + 30 + (label + 0.5) * cell);
    }

    private String words() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((Label) wrong.lookup(".label")).getText());
    }

    @Test
    void aClickChoosesACellAndGivesTheMatrixTheKeyboard(FxRobot robot) {
        moveTo(robot, 9, 0);
        robot.clickOn();
        assertEquals(List.of(new Cell(9, 0)), chosen);
        assertTrue(matrix.isFocused());
    }

    @Test
    void theSecondButtonIsForTheMenu(FxRobot robot) {
        moveTo(robot, 9, 0);
        robot.clickOn(MouseButton.SECONDARY);
        assertEquals(List.of(), chosen);
    }

    @Test
    void aChoiceOfClassesThatAreGoneIsLetGo(FxRobot robot) {
        moveTo(robot, 9, 0);
        robot.clickOn();
        assertTrue(words().contains("class 9 taken for class 0 only"), words());
        robot.interact(() -> show(3));
        assertEquals("No test image is wrong.", words());
    }
}
