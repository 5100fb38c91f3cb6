package org.whorl.ui.view.codes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.ui.Sight;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What stands beside the input where there are no scores, or no image. */
@ExtendWith(ApplicationExtension.class)
class InputCardTest {
    /** A publisher of MNIST, which is not here and does not come. */
    private static final SetSource ELSEWHERE = new SetSource() {
        @Override
        public List<DatasetInfo> list() {
            return List.of(new DatasetInfo(
                    "mnist",
                    "MNIST",
                    "",
                    new ImageShape(1, 28, 28),
                    60_000,
                    10_000,
                    false,
                    Optional.empty(),
                    4_000_000));
        }

        @Override
        public Path get(String name, Progress progress) {
            while (progress.report("downloading " + name, 1_000_000, 4_000_000)) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        }
    };

    private final LabState lab = new LabState();
    private final Settings settings = new Settings(Path.of("unused"));
    private CodesView view;
    private SetsModel sets;

    @Start
    private void start(Stage stage) {
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        sets = new SetsModel(settings, chosen, ELSEWHERE, Platform::runLater);
        view = new CodesView(lab, new InputModel(lab, Platform::runLater), chosen, sets, () -> {});
        stage.setScene(new Scene(view, 1000, 900));
        stage.show();
        sets.refresh();
    }

    private boolean visible(String words) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, () -> view.lookupAll("*").stream()
                .anyMatch(n -> n instanceof Labeled l
                        && l.getText() != null
                        && l.getText().contains(words)
                        && Sight.isSeen(n)));
    }

    private void until(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> visible(words));
    }

    @Test
    void aClassifierShowsItsScoresAndAnAutoencoderSaysThatItHasNone(FxRobot robot) throws TimeoutException {
        ShownNetwork classifier = Scenes.digits(4);
        robot.interact(() -> lab.show(classifier));
        until("upright");
        until(" %");
        Parameters autoencoder = Parameters.initial(classifier.spec().withObjective(Objective.RECONSTRUCT), 1);
        robot.interact(() -> lab.show(new ShownNetwork(
                "autoencoder", autoencoder, classifier.preparation(), classifier.classNames(), classifier.data(), 2)));
        until("names no classes");
        assertFalse(visible("wide: turned"));
        assertFalse(Sight.isSeen(view.lookup(".probabilities")));
    }

    @Test
    void whereTheImagesAreLackingTheirSetCanBeGot(FxRobot robot) throws TimeoutException {
        ShownNetwork digits = Scenes.digits(4);
        robot.interact(() -> lab.show(new ShownNetwork(
                "mnist-c4",
                digits.parameters(),
                digits.preparation(),
                digits.classNames(),
                Optional.empty(),
                Map.of("data", "mnist"),
                1)));
        until("mnist-c4 was trained on mnist, whose images are not chosen");
        until("Get mnist");
        assertFalse(visible("wide: turned"), "no scores of an empty picture");
        until("No picture yet");
        assertFalse(visible("layer 1"), "nor maps of one");
        assertFalse(Sight.isSeen(view.lookupAll(".tile-grid").stream()
                .filter(n -> n instanceof TileGrid g
                        && g.getAccessibleText() != null
                        && g.getAccessibleText().startsWith("The input"))
                .findFirst()
                .orElseThrow()));
        Button get = WaitForAsyncUtils.waitForAsyncFx(30_000, () -> view.lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && b.getText().startsWith("Get mnist"))
                .map(n -> (Button) n)
                .findFirst()
                .orElseThrow());
        robot.interact(get::fire);
        until("downloading mnist");
        assertEquals("mnist", settings.dataProperty().get().name());
        assertTrue(visible("Cancel"));
        robot.interact(() -> robot.lookup("#cancel-offered-set").queryButton().fire());
        until("Go on getting mnist");
    }
}
