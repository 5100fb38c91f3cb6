package org.whorl.ui.chart;

import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.ChartScale;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(ApplicationExtension.class)
class CurveChartTest {
    private CurveCard card;

    @Start
    private void start(Stage stage) {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        card = new CurveCard("Form", false, new EpochWindow(), Map::of);
        card.logSwitch().setSelected(false);
        Scene scene = new Scene(card, 400, 300);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void beforeARunTheAxisOfACoherenceGoesFromNoneToOne(FxRobot robot) {
        robot.interact(() -> {
            card.show(List.of(), List.of());
            ChartScale scale = ((CurveChart) card.lookup(".curve-chart")).scale();
            assertEquals(0, scale.low());
            assertEquals(1, scale.high());
        });
    }
}
