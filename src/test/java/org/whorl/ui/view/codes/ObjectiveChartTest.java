package org.whorl.ui.view.codes;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.network.Inference;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ObjectiveChartTest {
    private final ObjectiveChart chart = new ObjectiveChart(new LabState());

    @Start
    private void start(Stage stage) {
        ShownNetwork shown = Scenes.digits(4);
        float[] image = CodeInput.of(shown.data().orElseThrow().test(), 0).pixels();
        stage.setScene(new Scene(chart, 500, 200));
        stage.show();
        chart.show(new Inference(shown.spec()).trace(shown.parameters(), image), 0);
    }

    private List<String> namesAt(double width) {
        chart.resize(width, 104);
        chart.requestLayout();
        chart.layout();
        return chart.getChildrenUnmodifiable().stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .filter(text -> text.matches("(layer )?[1-4]"))
                .toList();
    }

    @Test
    void itsAxisIsSaidToBeLogarithmic() {
        assertTrue(new CodeCharts(new LabState())
                .lookupAll("*").stream()
                        .anyMatch(n -> n instanceof Label l && l.getText().equals("log")));
    }

    @Test
    void layersHaveTheirNumbersOnlyForAsLongAsThereIsNoRoomForTheirNames(FxRobot robot) {
        robot.interact(() -> {
            List<String> whole = List.of("layer 1", "layer 2", "layer 3", "layer 4");
            assertEquals(whole, namesAt(500));
            for (int i = 0; i < 3; i++) {
                assertEquals(List.of("layer 1", "2", "3", "4"), namesAt(150), "laid out " + (i + 1) + " times");
            }
            assertEquals(whole, namesAt(500));
        });
    }
}
