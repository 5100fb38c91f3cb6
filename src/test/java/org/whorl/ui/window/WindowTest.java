package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

/** A window of its own for each test, with a folder for its runs and what it remembers. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTest {
    @TempDir
    static Path home;

    LabWindow window;

    /** A window with a small network, not open yet. */
    void make(Stage stage, int baseFilters, int layers, int epochs) {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        window = new LabWindow(stage, new Folders(home.resolve("runs"), home.resolve("window.json")));
        // As for a user who has been here before, with the digits.
        window.firstMinute().dismiss();
        window.settings().set(new Settings(home.resolve("runs")).planProperty().get());
        window.settings().network().text(NetworkSettings.BASE_FILTERS).set(Integer.toString(baseFilters));
        window.settings().network().text(NetworkSettings.LAYERS).set(Integer.toString(layers));
        window.settings().training().text(TrainingSettings.EPOCHS).set(Integer.toString(epochs));
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        Files.deleteIfExists(home.resolve("window.json"));
    }

    void await(Callable<Boolean> condition) throws TimeoutException {
        await(60, condition);
    }

    void await(int seconds, Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition)
                .get());
    }

    /** Whether something can be done about the run. */
    boolean offers(String id) {
        return window.strip().offers().stream().anyMatch(offer -> offer.id().equals(id));
    }

    /** Does what is offered. */
    void take(FxRobot robot, String id) {
        robot.interact(() -> window.strip().offers().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow()
                .action()
                .run());
    }

    void awaitModelAndImages() throws TimeoutException {
        await(() -> window.lab().getShown() != null
                && window.lab().getShown().data().isPresent());
    }
}
