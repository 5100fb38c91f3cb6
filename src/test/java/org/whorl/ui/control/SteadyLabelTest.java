package org.whorl.ui.control;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class SteadyLabelTest {
    private final SteadyLabel number = new SteadyLabel();
    private final Label beside = new Label("images/s");

    @Start
    void start(Stage stage) {
        Stylesheets.loadFonts();
        HBox row = new HBox(6, number, beside);
        row.setStyle("-fx-font-family: Inter");
        stage.setScene(new Scene(row, 400, 100));
        stage.show();
    }

    private double place(FxRobot robot, String text) {
        double[] x = new double[1];
        robot.interact(() -> {
            number.setText(text);
            beside.getParent().layout();
            x[0] = beside.getLayoutX();
        });
        return x[0];
    }

    @Test
    void newDigitsDoNotMoveWhatStandsBesideThem(FxRobot robot) {
        double ones = place(robot, "1,111.1");
        for (String text : new String[] {"4,444.4", "1,017.0", "8,888.8"}) {
            assertEquals(ones, place(robot, text), text);
        }
        assertTrue(place(robot, "11,111.1") > ones + 4, "one digit more");
        assertTrue(place(robot, "–") < ones);
    }

    @Test
    void noNumberIsCut(FxRobot robot) {
        for (int digit = 0; digit < 10; digit++) {
            String text = "0.31".replace('3', Character.forDigit(digit, 10));
            place(robot, text);
            robot.interact(() -> assertTrue(number.getWidth() >= new Label(text).prefWidth(-1), text));
        }
    }
}
