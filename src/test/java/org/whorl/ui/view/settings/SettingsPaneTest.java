package org.whorl.ui.view.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.data.Augmentation;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class SettingsPaneTest {
    private final Settings settings = new Settings(Path.of("runs"));
    private NetworkPane network;
    private TrainingPane training;

    @Start
    void show(Stage stage) {
        network = new NetworkPane(settings.network());
        training = new TrainingPane(settings, sentence -> Optional.empty());
        stage.setScene(new Scene(new VBox(network, training)));
        stage.show();
    }

    @Test
    void commonSettingsStandAboveTheRarerOnes() {
        assertEquals(
                List.of("Objective", "Base filters", "Layers", "Kernel", "Threshold λ", "Step size α", "Head"),
                names(network, 1));
        assertEquals(List.of("Epochs", "Batch", "Learning rate"), names(training, 1));
    }

    @Test
    void rarerSettingsStandBesideWhatTheyBelongTo(FxRobot robot) {
        robot.interact(() -> {
            network.unfold(true);
            training.unfold(true);
        });
        assertEquals(
                List.of(
                        "Weight of classes",
                        "Weight of images",
                        "Iteration",
                        "Filters of layers",
                        "Shrinkage",
                        "λ and norms",
                        "Between layers",
                        "Interpolation",
                        "Rotation angle",
                        "Filters live on",
                        "Learn λ",
                        "Dense"),
                names(network, 2));
        assertEquals(
                List.of(
                        "Schedule",
                        "Gradient clip",
                        "Whitening",
                        "Whitening ε",
                        "Mirror images",
                        "Shift images",
                        "Quarter turns",
                        "Turn images",
                        "Filters start as",
                        "Start angles",
                        "Length of the search",
                        "Rate of the angle",
                        "Cost of open orbits",
                        "Close near orbits",
                        "Test every",
                        "Threads",
                        "Runs are kept in"),
                names(training, 2));
    }

    @Test
    void everyRandomChangeOfImagesHasASwitch(FxRobot robot) {
        robot.interact(() -> training.unfold(true));
        for (Augmentation each : Augmentation.values()) {
            ToggleSwitch toggle =
                    (ToggleSwitch) training.lookup("#setting-" + each.name().toLowerCase(Locale.ROOT));
            robot.interact(() -> toggle.setSelected(true));
            assertTrue(settings.training().getValue().augmentation().contains(each));
        }
    }

    @Test
    void closingNearOrbitsIsOnWhereItIsNotSwitchedOff(FxRobot robot) {
        robot.interact(() -> training.unfold(true));
        ToggleSwitch toggle = (ToggleSwitch) training.lookup("#setting-no-snap");
        assertTrue(toggle.isSelected());
        robot.interact(() -> toggle.setSelected(false));
        assertTrue(settings.training().getValue().get(TrainingSettings.NO_SNAP));
        robot.interact(() -> settings.training().set(TrainingSettings.DEFAULT));
        assertTrue(toggle.isSelected());
        assertFalse(settings.training().getValue().get(TrainingSettings.NO_SNAP));
    }

    @Test
    void whatIsWrongStandsUnderTheSettingAlone(FxRobot robot) {
        TextField layers = (TextField) network.lookup("#setting-layers");
        robot.interact(() -> layers.setText("many"));
        List<String> problems = network.lookupAll(".problem").stream()
                .map(label -> ((Label) label).getText())
                .toList();
        assertEquals(List.of("expected a whole number, found “many”"), problems);
        robot.interact(() -> layers.setText("2"));
        assertTrue(network.lookupAll(".problem").isEmpty());
        assertEquals(2, settings.network().getValue().get(NetworkSettings.LAYERS));
    }

    @Test
    void theBanksSizeStandsBesideTheBaseFilters(FxRobot robot) {
        robot.interact(
                () -> settings.network().text(NetworkSettings.BASE_FILTERS).set("7"));
        Label note = (Label) network.lookup("#setting-filters").getParent().lookup(".muted");
        assertEquals("× 6 = 42", note.getText());
    }

    private static List<String> names(SettingsPane pane, int part) {
        return ((Parent) pane.getChildren().get(part))
                .getChildrenUnmodifiable().stream()
                        .map(row -> (Parent)
                                ((Parent) row).getChildrenUnmodifiable().get(0))
                        .map(line -> ((Label) line.getChildrenUnmodifiable().get(0)).getText())
                        .toList();
    }
}
