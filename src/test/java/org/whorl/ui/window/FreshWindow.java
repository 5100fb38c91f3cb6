package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.Folders;
import org.whorl.ui.theme.Stylesheets;

/** The window as a user finds it who has never opened it. */
@ExtendWith(ApplicationExtension.class)
abstract class FreshWindow {
    @TempDir
    static Path home;

    LabWindow window;

    /** TestFX finds what starts a test in its own class only. */
    void open(Stage stage, String epochs) {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        window = new LabWindow(stage, new Folders(home.resolve("runs"), home.resolve("window.json")));
        window.settings().training().text(TrainingSettings.EPOCHS).set(epochs);
        window.open();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        Files.deleteIfExists(home.resolve("window.json"));
    }
}
