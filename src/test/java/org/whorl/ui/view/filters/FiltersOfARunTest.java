package org.whorl.ui.view.filters;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.FilterFilm;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.Parameters;
import org.whorl.training.FilterHistory;
import org.whorl.training.StepChange;
import org.whorl.ui.model.ShownNetwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class FiltersOfARunTest extends FiltersOnStage {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void gradientsAreAskedForOnlyWhileTheyAreLookedAt(FxRobot robot) throws TimeoutException {
        shown();
        assertFalse(lab.changeWatchedProperty().get());
        ComboBox<FilterQuantity> show = view.lookupAll(".combo-box").stream()
                .map(n -> (ComboBox<?>) n)
                .filter(box -> box.getItems().contains(FilterQuantity.GRADIENT))
                .map(FiltersOnStage::picturing)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> show.setValue(FilterQuantity.GRADIENT));
        assertTrue(lab.changeWatchedProperty().get());
        until(() -> view.lookup("#start-to-see-change").getParent().isVisible());
        robot.interact(((Button) view.lookup("#start-to-see-change"))::fire);
        assertEquals(1, begun);
        Parameters gradient = Parameters.initial(lab.getShown().spec(), 9);
        robot.interact(() -> lab.changeProperty().set(Optional.of(new StepChange(3, gradient, gradient))));
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == gradient.filters(0)[0]);
        robot.interact(() -> view.setVisible(false));
        assertFalse(lab.changeWatchedProperty().get());
    }

    @Test
    void theLastUpdateIsAPictureToo(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> choose(FilterQuantity.UPDATE));
        Parameters update = Parameters.initial(lab.getShown().spec(), 7);
        Parameters gradient = Parameters.initial(lab.getShown().spec(), 9);
        robot.interact(() -> lab.changeProperty().set(Optional.of(new StepChange(3, gradient, update))));
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == update.filters(0)[0]);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("layer 1 · last update at step 3")));
    }

    @Test
    void aRunIsOpenedScrubbedThroughPlayedAndFilmed(FxRobot robot, @TempDir Path folder) throws Exception {
        shown();
        Path run = Runs.digits(folder.resolve("small"));
        Model model = ModelFile.read(run.resolve("model.npz"));
        robot.interact(() -> {
            opened = Optional.of(run);
            lab.show(new ShownNetwork(
                    "small", model.parameters(), model.preparation(), model.classNames(), Optional.empty(), 9));
            history.refresh();
        });
        until(() -> history.historyProperty().get().isPresent());
        FilterHistory found = history.historyProperty().get().orElseThrow();
        assertEquals(List.of(0, 1, 2), found.epochs());
        Slider slider = (Slider) view.lookup("#history");
        robot.interact(() -> slider.setValue(0));
        float first = found.at(0).filters(0)[0];
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == first);
        until(() -> texts().contains("0 of 2"));
        robot.clickOn("#history-play");
        until(() -> history.frameProperty().get().map(f -> f.epoch() == 2).orElse(false)
                && !history.playingProperty().get());
        robot.clickOn("Now");
        assertEquals(Optional.empty(), history.frameProperty().get());
        Path gif = folder.resolve("film.gif");
        HistoryBar bar = (HistoryBar) view.lookup(".history-bar");
        robot.interact(() -> {
            bar.write(gif);
            // As an epoch that ends meanwhile does.
            slider.setValue(0);
            MenuButton film = (MenuButton) bar.lookup(".menu-button");
            assertTrue(film.isDisabled(), "one film at a time");
        });
        until(() -> bar.message().equals("saved film.gif"));
        assertTrue(Files.size(gif) > 1000);
        int plain = ImageIO.read(gif.toFile()).getHeight();
        // The same smaller, faster, and with the loss beside.
        Path second = folder.resolve("small.gif");
        robot.interact(() -> {
            MenuButton film = (MenuButton) bar.lookup(".menu-button");
            for (MenuItem item : film.getItems()) {
                if (item instanceof CheckMenuItem check) {
                    check.setSelected(true);
                } else if (item instanceof RadioMenuItem radio
                        && List.of("12 epochs a second", "640 pixels wide").contains(radio.getText())) {
                    radio.setSelected(true);
                }
            }
            bar.write(second);
        });
        until(() -> bar.message().equals("saved small.gif"));
        BufferedImage small = ImageIO.read(second.toFile());
        assertEquals(640, small.getWidth());
        assertTrue(
                Math.abs((double) small.getHeight() / small.getWidth() - plain / 960.0) > 0.05,
                "of another shape, since there is a curve beside");
        Path video = folder.resolve("film.mp4");
        robot.interact(() -> bar.write(video));
        until(() -> bar.message().startsWith("saved film.mp4") || bar.message().startsWith("could not save"));
        assertEquals(FilterFilm.canBeVideo(), Files.exists(video), bar.message());
    }
}
