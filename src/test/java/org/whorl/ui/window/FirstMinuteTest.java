package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The window as somebody finds it who has never opened it. */
@ExtendWith(ApplicationExtension.class)
class FirstMinuteTest {
    @TempDir
    static Path home;

    private LabWindow window;

    @Start
    void start(Stage stage) {
        Stylesheets.loadFonts();
        window = new LabWindow(stage, new Folders(home.resolve("runs"), home.resolve("window.json")));
        window.settings().training().text(TrainingSettings.EPOCHS).set("1");
        window.open();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        Files.deleteIfExists(home.resolve("window.json"));
    }

    private Node card() {
        return window.scene().getRoot().lookup("#experiments");
    }

    @Test
    void itShowsAnAutoencodersEdgesAndStartLetsThemForm(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.lab().getShown() != null);
        assertEquals("leaves-c8-reconstruct", window.lab().getShown().title());
        assertEquals("leaves", window.settings().dataProperty().get().name());
        assertNotNull(card());
        robot.interact(() -> window.runs().start());
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> window.lab().getShown().spec().tying() == WeightTying.TIED
                        && window.runs()
                                .snapshotProperty()
                                .get()
                                .map(s -> s.step() > 2)
                                .orElse(false));
        robot.interact(() -> {});
        assertNull(card(), "what was offered has been taken");
    }

    @Test
    void twoNetworksAndADigitThatSpinsAreOneOfTheOffersAndTrainNothing(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(() -> window.scene().getRoot().lookupAll("#experiments .button").stream()
                .map(node -> (Button) node)
                .filter(button -> "Plain or invariant?".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertFalse(window.runs().presentProperty().get());
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> window.scene().getRoot().lookup("#spin-play") != null);
        assertTrue(window.scene().getRoot().lookup(".spin-view").isVisible());
        ToggleButton page = (ToggleButton) window.scene().getRoot().lookup("#side-by-side");
        assertTrue(page.isSelected());
    }

    @Test
    void anotherExperimentBeginsAtOnce(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> card() != null);
        robot.interact(() -> window.scene().getRoot().lookupAll("#experiments .button").stream()
                .map(node -> (Button) node)
                .filter(button -> "A network that does not mind turning".equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertTrue(window.runs().presentProperty().get());
        assertEquals("digits", window.runs().plan().orElseThrow().data().name());
        assertNull(card());
    }
}
