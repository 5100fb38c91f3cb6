package org.whorl.ui.view.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

/** The Training view on a small real run of the built-in digits. */
@ExtendWith(ApplicationExtension.class)
abstract class TrainingInView {
    final LabState lab = new LabState();
    final Settings settings = new Settings(Path.of("unused"));
    final List<Integer> opened = new ArrayList<>();
    final SimpleBooleanProperty visible = new SimpleBooleanProperty(true);
    RunController runs;
    TrainingView view;

    /** TestFX finds what starts a test in its own class only. */
    void open(Stage stage) {
        Stylesheets.loadFonts();
        Stylesheets.registerFonts();
        settings.network().text(NetworkSettings.LAYERS).set("2");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.training().text(TrainingSettings.EPOCHS).set("2");
        runs = new RunController(lab, settings, new DatasetCache(), Optional::empty);
        view = new TrainingView(lab, runs, visible, opened::add);
        // Shared by all tests: a whole window leaves it with a least width.
        stage.setMinWidth(0);
        stage.setScene(new Scene(view, 1100, 740));
        stage.show();
    }

    @AfterEach
    void end() {
        runs.close();
    }

    void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> {
                    runs.look();
                    return condition.call();
                })
                .get());
    }

    void train(FxRobot robot) throws TimeoutException {
        robot.interact(runs::start);
        await(() -> runs.snapshotProperty().get().map(s -> s.epoch() == 2).orElse(false) && !runs.isActive());
        await(() -> view.lookup(".wrong-image") != null);
    }

    String words(String chart) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> view.lookup("#" + chart).getAccessibleText());
    }
}
