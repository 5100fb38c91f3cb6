package org.whorl.ui.view.filters;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;

import org.whorl.figure.About;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterFilm;
import org.whorl.training.FilterHistory;
import org.whorl.training.RunRecord;
import org.whorl.ui.control.Presence;
import org.whorl.ui.export.Exporter;
import org.whorl.ui.export.FileWriter;
import org.whorl.ui.export.StartFolder;

/** Scrubs through a run's filters, plays them, and makes a film of them. */
final class HistoryBar extends HBox {
    private static final double FRAMES_PER_SECOND = 6;

    private static final double PLAY_WIDTH = 44;

    private final HistoryModel model;
    private final Function<FilterHistory, FilterFilm> film;
    private final Button play = new Button();
    private final Slider slider = new Slider(0, 1, 1);
    private final Label epoch = new Label();
    private final Button now = new Button("Now");
    private final FilmMenu make = new FilmMenu(this::chooseFilm, this::choosePictures);
    private final Label message = new Label();
    /** Stands in place of all that goes through a history where there is none. */
    private final Label none =
            new Label("Nothing to scrub through: a run keeps its filters after every epoch, a model alone has none.");

    private final Label name = new Label("epoch");
    private final Button cancel = new Button("Cancel");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1 / FRAMES_PER_SECOND), e -> advance()));
    private AtomicBoolean stopping = new AtomicBoolean();
    private boolean updating;
    private boolean filming;

    /**
     * A bar.
     *
     * @param film what would be filmed of a history, as the filters are shown now
     * @param openRun shows the network of a run, from its folder
     */
    HistoryBar(HistoryModel model, Function<FilterHistory, FilterFilm> film, Consumer<Path> openRun) {
        this.model = model;
        this.film = film;
        getStyleClass().addAll("card", "history-bar", "view-toolbar");
        play.setId("history-play");
        play.setPrefWidth(PLAY_WIDTH);
        slider.setId("history");
        slider.setAccessibleText("The epoch whose filters are shown");
        slider.setBlockIncrement(1);
        HBox.setHgrow(slider, Priority.ALWAYS);
        name.getStyleClass().add("muted");
        none.setId("no-history");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setMinSize(0, USE_PREF_SIZE);
        none.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(none, Priority.ALWAYS);
        epoch.getStyleClass().add("strong");
        epoch.setMinWidth(64);
        message.getStyleClass().add("muted");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        // What is wrong stands behind the path, which can be longer than there is room.
        message.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(message.textProperty());
        message.setTooltip(whole);
        Presence.show(cancel, false);
        cancel.setOnAction(e -> stopping.set(true));
        now.setTooltip(new Tooltip("The filters as they are now"));
        now.setOnAction(e -> {
            model.playingProperty().set(false);
            model.positionProperty().set(HistoryModel.NOW);
        });
        play.setOnAction(
                e -> model.playingProperty().set(!model.playingProperty().get()));
        Button open = new Button("Open a run…");
        open.setTooltip(
                new Tooltip("The folder of a run: its network is shown, and its filters can be scrubbed through"));
        open.setOnAction(e -> chooseFolder("The folder of a run").ifPresent(openRun));
        for (var fixed : new javafx.scene.layout.Region[] {play, name, now, open, make, cancel}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        // What is said now and then takes its room from the slider, so that no button moves.
        getChildren().addAll(none, play, name, slider, epoch, message, cancel, now, open, make);
        clock.setCycleCount(Animation.INDEFINITE);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!updating) {
                model.positionProperty().set((int) Math.round(is.doubleValue()));
            }
        });
        slider.pressedProperty().addListener((o, was, is) -> {
            if (is) {
                model.playingProperty().set(false);
            }
        });
        model.playingProperty().addListener((o, was, is) -> {
            if (is) {
                clock.playFromStart();
            } else {
                clock.stop();
            }
            update();
        });
        model.historyProperty().addListener(o -> update());
        model.positionProperty().addListener(o -> update());
        model.problemProperty().addListener((o, was, is) -> message.setText(is));
        update();
    }

    private void advance() {
        if (getScene() == null) {
            model.playingProperty().set(false);
        }
        model.advance();
    }

    private void update() {
        Optional<FilterHistory> history = model.historyProperty().get();
        int epochs = history.map(h -> h.epochs().size()).orElse(0);
        int at = model.positionProperty().get();
        boolean playing = model.playingProperty().get();
        play.setText(playing ? "❚❚" : "▶");
        play.setAccessibleText(playing ? "Pause" : "Play the run's history");
        play.setTooltip(new Tooltip(playing ? "Pause" : "Play how the filters formed"));
        Presence.show(none, epochs == 0);
        for (Node part : List.of(play, name, slider, epoch, now, make)) {
            Presence.show(part, epochs > 0);
        }
        play.setDisable(epochs < 2);
        slider.setDisable(epochs < 2);
        make.setDisable(epochs == 0 || filming);
        now.setDisable(at == HistoryModel.NOW);
        updating = true;
        slider.setMax(Math.max(1, epochs - 1));
        slider.setValue(at == HistoryModel.NOW ? slider.getMax() : at);
        updating = false;
        epoch.setText(
                epochs == 0
                        ? ""
                        : at == HistoryModel.NOW
                                ? "now"
                                : history.get().epochs().get(Math.min(at, epochs - 1)) + " of "
                                        + history.get().epochs().get(epochs - 1));
    }

    private Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
    }

    private void choosePictures() {
        chooseFolder("A folder for the pictures").ifPresent(this::write);
    }

    /** Asks where the film is to go, beginning where the last export went. */
    private void chooseFilm(String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("filters." + extension);
        chooser.setTitle("Save the film of the filters");
        Exporter exporting = Exporter.of(getScene());
        chooser.setInitialDirectory(StartFolder.of(exporting.lastFolder().orElse(null)));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        File file = chooser.showSaveDialog(window());
        if (file != null) {
            Path path = file.toPath();
            exporting.went(path.toAbsolutePath().getParent());
            write(FilterFilm.isFile(path) ? path : Path.of(file.getPath() + "." + extension));
        }
    }

    /** Makes a film in the background. */
    void write(Path out) {
        FilterHistory history = model.historyProperty().get().orElseThrow();
        FilterFilm what = film.apply(history);
        FilmMenu.Choice choice = make.choice();
        AtomicBoolean stop = new AtomicBoolean();
        stopping = stop;
        Presence.show(cancel, true);
        filming = true;
        update();
        String name = history.folder().getFileName().toString();
        FileWriter.Work work = () -> {
            FigureOptions options = FigureOptions.pixels(choice.pixels())
                    .with(About.of(
                            name,
                            history.spec(),
                            RunRecord.read(history.folder()).provenance()));
            FilterFilm whole = choice.loss() ? what.withCurve(FilmMenu.loss(history.folder())) : what;
            whole.write(out, choice.framesPerSecond(), options, (doing, done, total) -> {
                Platform.runLater(() -> message.setText("frame " + done + " of " + total));
                return !stop.get();
            });
        };
        Exporter.of(getScene()).writing().write(out, work).thenAccept(said -> {
            message.setText(said);
            Presence.show(cancel, false);
            filming = false;
            update();
        });
    }

    /** What became of the last film. */
    String message() {
        return message.getText();
    }
}
