package org.whorl.ui.view.filters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.whorl.figure.FilterFilm;
import org.whorl.figure.Series;
import org.whorl.figure.SeriesStyle;
import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsFile;
import org.whorl.ui.task.BackgroundJob;

/** What a film is to be: GIF, video where there is an encoder, or pictures; how fast, how large, and with the loss beside or not. */
final class FilmMenu extends MenuButton {
    private static final double[] SPEEDS = {3, 6, 12};
    private static final int[] WIDTHS = {640, 960, 1920};
    private static final int USUAL = 1;

    /**
     * What was chosen.
     *
     * @param loss whether the curve of the loss stands beside the filters
     * @param framesPerSecond epochs a second
     * @param pixels width of a frame
     */
    record Choice(boolean loss, double framesPerSecond, int pixels) {}

    private final BackgroundJob<Boolean> asking = new BackgroundJob<>("whorl-encoder", Platform::runLater);
    private final CheckMenuItem loss = new CheckMenuItem("With the curve of the loss beside");
    private final MenuItem video = new MenuItem("MP4 video…");
    private final ToggleGroup speeds = new ToggleGroup();
    private final ToggleGroup widths = new ToggleGroup();
    private boolean asked;

    /**
     * A menu.
     *
     * @param film told the ending of the file that is wanted
     * @param pictures makes a folder of pictures
     */
    FilmMenu(Consumer<String> film, Runnable pictures) {
        super("Film");
        setId("film");
        MenuItem gif = new MenuItem("Animated GIF…");
        gif.setId("film-gif");
        gif.setOnAction(e -> film.accept("gif"));
        video.setId("film-mp4");
        video.setOnAction(e -> film.accept("mp4"));
        MenuItem numbered = new MenuItem("Numbered PNGs…");
        numbered.setOnAction(e -> pictures.run());
        loss.setId("film-loss");
        getItems().addAll(gif, video, numbered, new SeparatorMenuItem(), loss, new SeparatorMenuItem());
        for (double speed : SPEEDS) {
            add(speeds, (int) speed + " epochs a second", speed);
        }
        speeds.selectToggle(speeds.getToggles().get(USUAL));
        getItems().add(new SeparatorMenuItem());
        for (int width : WIDTHS) {
            add(widths, width + " pixels wide", width);
        }
        widths.selectToggle(widths.getToggles().get(USUAL));
        setOnShowing(e -> ask());
    }

    private void add(ToggleGroup group, String words, Number value) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setUserData(value);
        getItems().add(item);
    }

    /** Looks once for an encoder; without one, the GIF is what there is. */
    private void ask() {
        if (!asked) {
            asked = true;
            asking.replace("", report -> FilterFilm.canBeVideo(), there -> {
                video.setDisable(!there);
                video.setText(there ? "MP4 video…" : "MP4 video (needs ffmpeg)");
            });
        }
    }

    /** What is chosen now. */
    Choice choice() {
        return new Choice(
                loss.isSelected(),
                ((Number) speeds.getSelectedToggle().getUserData()).doubleValue(),
                ((Number) widths.getSelectedToggle().getUserData()).intValue());
    }

    /** The loss that a run measured, epoch by epoch. */
    static Series loss(Path run) throws IOException {
        List<EpochMetrics> epochs = MetricsFile.read(run.resolve(MetricsFile.NAME));
        return new Series(
                "training loss",
                SeriesStyle.FIRST,
                epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                epochs.stream().mapToDouble(EpochMetrics::trainLoss).toArray());
    }
}
