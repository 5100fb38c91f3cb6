package org.whorl.ui.control;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The numbers at a scale. */
@ExtendWith(ApplicationExtension.class)
class ColorBarTest {
    private ColorBar bar;

    @Start
    private void start(Stage stage) {
        stage.setMinWidth(0);
        bar = new ColorBar();
        Scene scene = new Scene(bar, 400, 60);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(doubles = {88, 96, 110, 200})
    void itsNumbersAreApartHoweverNarrowItIs(double width, FxRobot robot) {
        robot.interact(() -> {
            bar.show(new Coloring(Palette.BLUE_ORANGE, false, true), 0.406);
            bar.applyCss();
            bar.resize(Math.max(width, bar.minWidth(-1)), 40);
            bar.layout();
        });
        List<Label> numbers = bar.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Label && node.isVisible())
                .map(Label.class::cast)
                .toList();
        assertEquals(width >= 200 ? 3 : numbers.size(), numbers.size(), "there is room for the zero");
        assertTrue(numbers.size() >= 2);
        for (int i = 1; i < numbers.size(); i++) {
            Bounds left = numbers.get(i - 1).getBoundsInParent();
            Bounds right = numbers.get(i).getBoundsInParent();
            assertTrue(left.getMaxX() + 3 <= right.getMinX(), left + " and " + right);
        }
    }
}
