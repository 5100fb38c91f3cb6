package org.whorl.ui.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ExperimentsCardTest {
    private List<GuidedExperiment> experiments;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private ExperimentsCard card;

    @Start
    private void start(Stage stage) throws IOException {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        experiments = Experiments.builtIn();
        card = new ExperimentsCard(
                experiments, new SimpleStringProperty("Words."), experiment -> {}, () -> {}, () -> {}, dark);
        Scene scene = new Scene(new Pane(card), 660, 600);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void experimentsOfARowAreAlikeHighAndTheirWordsWhole(FxRobot robot) {
        robot.interact(() -> {
            card.applyCss();
            card.resize(660, 600);
            card.layout();
            List<Button> tiles = card.lookupAll(".button").stream()
                    .map(n -> (Button) n)
                    .filter(b -> b.getGraphic() instanceof Region)
                    .filter(b -> b.getParent() instanceof EqualTiles)
                    .toList();
            assertEquals(experiments.size() + 1, tiles.size(), "and the first lesson");
            Map<Double, List<Button>> rows = tiles.stream().collect(Collectors.groupingBy(Button::getLayoutY));
            assertTrue(rows.size() > 1, "in a narrow window they take several rows");
            assertEquals(
                    1, rows.values().stream().map(List::size).distinct().count(), "no row has a place that is empty");
            double room = ((Region) tiles.get(0).getParent()).getWidth();
            for (List<Button> row : rows.values()) {
                double right = row.stream()
                        .mapToDouble(t -> t.getLayoutX() + t.getWidth())
                        .max()
                        .orElseThrow();
                assertEquals(room, right, 0.05 * room, "a row is as wide as the card");
                for (Button tile : row) {
                    assertEquals(row.get(0).getHeight(), tile.getHeight());
                    assertTrue(tile.getHeight() >= tile.prefHeight(tile.getWidth()) - 1, "no word is cut");
                }
            }
        });
    }

    @Test
    void picturesFollowTheTheme(FxRobot robot) {
        robot.interact(() -> {
            List<String> light = pictures();
            dark.set(true);
            assertNotEquals(light, pictures());
            dark.set(false);
            assertEquals(light, pictures());
        });
    }

    private List<String> pictures() {
        return card.lookupAll(".image-view").stream()
                .map(n -> ((ImageView) n).getImage().getUrl())
                .toList();
    }
}
