package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.data.set.Datasets;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.theme.ThemeChoice;
import org.whorl.ui.window.state.WindowState;
import org.whorl.ui.window.state.WindowStates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A window that was closed while a run was in its middle, in another view than the first; one of its files is spoilt. */
class ReopeningTest extends WindowTest {
    @Start
    void start(Stage stage) throws Exception {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        Settings settings = new Settings(home.resolve("runs"));
        settings.network().text(NetworkSettings.LAYERS).set("1");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.training().text(TrainingSettings.EPOCHS).set("7");
        RunSettings plan = settings.planProperty().get();
        Path folder = home.resolve("runs/half");
        try (TrainingSession session = new TrainingSession(
                plan.network(),
                plan.training(),
                p -> Datasets.load("digits", Optional.empty(), 1, p),
                Optional.of(folder),
                false)) {
            session.step();
            while (session.history().stepsAfter(0).isEmpty()) {
                Thread.onSpinWait();
            }
        }
        WindowStates.write(
                home.resolve("window.json"),
                WindowState.of(
                        ThemeChoice.LIGHT,
                        1280,
                        720,
                        false,
                        false,
                        "Compare",
                        home.resolve("runs"),
                        Optional.of(ModelSource.run(folder)),
                        new RunSettings(DataChoice.DIGITS, OptionalInt.empty(), plan.network(), plan.training()),
                        null,
                        null,
                        false));
        Files.writeString(home.resolve("compare.json"), "[null, {");
        window = new LabWindow(stage, new Folders(home.resolve("runs"), home.resolve("window.json")));
        window.open();
    }

    private String text(String id) {
        return window.scene().lookup(id) instanceof Label label && label.isVisible() ? label.getText() : "";
    }

    @Test
    void itSaysWhatWasInterruptedOffersToOpenItAndIsInTheViewOneWasIn(FxRobot robot) throws Exception {
        awaitModelAndImages();
        TabPane tabs = (TabPane) window.scene().lookup(".view-tabs");
        assertEquals("Compare", tabs.getSelectionModel().getSelectedItem().getText());
        await(() -> text("#strip-notice").contains("run half was interrupted after epoch 0 of 7"));
        assertEquals("open-last", window.strip().offers().get(0).id(), "before all else");
        // What was compared cannot be read: it is put aside, said, and the window is as on the first day.
        Path compared = home.resolve("compare.json");
        await(() -> window.scene().getRoot().lookupAll(".compare-view .problem").stream()
                .map(label -> ((Label) label).getText())
                .anyMatch(words -> words.startsWith(compared + ": put aside as compare.json.unreadable")));
        await(() -> window.scene().getRoot().lookupAll(".status-bar .problem").stream()
                .anyMatch(label -> ((Label) label).getText().startsWith(compared + ": put aside")));
        assertEquals("[null, {", Files.readString(home.resolve("compare.json.unreadable")));
        take(robot, "open-last");
        await(() -> window.lab().getShown().title().equals("half"));
        await(() -> text("#strip-notice").isEmpty());
        assertFalse(offers("open-last"), "it is open");
        assertTrue(offers("go-on"), "and goes on from there");
    }
}
