package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.Computation;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.task.FrameClock;
import org.whorl.ui.task.Repainter;

/** Where one computation is seen moving: play, pause, step, speed, and what happens in words. */
final class SumStage extends VBox {
    private static final double POINTS = 300;
    private static final double LARGEST = 560;

    private final SumFilm film = new SumFilm();
    private final FrameClock clock = new FrameClock(film::advance);
    private final FigureCanvas canvas = new FigureCanvas(POINTS);
    private final Label words = new Label();
    private final Button play = new Button();
    private final Button back = new Button("◀ Back");
    private final Button step = new Button("Step ▶");
    private final Repainter painting;
    private Map<String, String> about = Map.of();
    private boolean dark;

    /**
     * A stage without a film; to be hidden until it is wanted.
     *
     * @param still whether the desktop asks for less motion: then it does not run by itself
     */
    SumStage(ObservableBooleanValue still, Runnable close) {
        super(8);
        getStyleClass().add("sum-stage");
        play.setId("film-play");
        back.setId("film-back");
        step.setId("film-step");
        play.getStyleClass().add("primary");
        play.setPrefWidth(92);
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(e -> film.play(!film.playingProperty().get()));
        play.setTooltip(new Tooltip("Watch it, or hold it"));
        back.setOnAction(e -> film.back());
        back.setTooltip(new Tooltip("One step back"));
        step.setOnAction(e -> film.step());
        step.setTooltip(new Tooltip("To the end of the next step"));
        LabelledChoice<SumFilm.Speed> speed = LabelledChoice.of(
                "", film.speedProperty(), each -> each.label() + " speed", List.of(SumFilm.Speed.values()));
        speed.box().setId("film-speed");
        ExportMenu export = new ExportMenu(this::content);
        Button hide = new Button("Close");
        hide.setId("film-close");
        hide.getStyleClass().add("link-button");
        hide.setOnAction(e -> close.run());
        FlowPane bar = new FlowPane(play, back, step, speed, export, hide, export.message());
        bar.getStyleClass().add("view-toolbar");
        words.setWrapText(true);
        // Two lines, whether they are needed or not: nothing below moves.
        words.setMinHeight(40);
        words.setAlignment(Pos.TOP_LEFT);
        words.getStyleClass().add("film-words");
        canvas.setMaxWidth(LARGEST);
        HBox picture = new HBox(canvas);
        HBox.setHgrow(canvas, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(bar, words, picture);
        painting = new Repainter(this, this::paint);
        painting.requestOn(film.momentProperty(), film.playingProperty());
        film.playingProperty().addListener(o -> run());
        painting.showingProperty().addListener(o -> {
            if (!painting.showingProperty().get()) {
                film.play(false);
            } else if (!still.get() && film.momentProperty().get() == 0) {
                film.play(true);
            }
            run();
        });
        run();
    }

    private void run() {
        boolean playing =
                film.playingProperty().get() && painting.showingProperty().get();
        clock.run(playing);
        play.setText(film.playingProperty().get() ? "❚❚ Pause" : "▶ Play");
        painting.request();
    }

    /** Is about this computation. */
    void show(ElementSum sum, Computation computation, Map<String, String> newAbout, boolean onDark) {
        film.show(sum, computation);
        about = newAbout;
        dark = onDark;
        painting.request();
    }

    private void paint() {
        film.figure().ifPresent(figure -> {
            words.setText(film.words());
            canvas.show(figure, dark);
        });
        back.setDisable(film.momentProperty().get() <= 0);
        step.setDisable(film.isOver());
    }

    private Optional<ExportMenu.Content> content() {
        return film.figure().map(figure -> new ExportMenu.Content("one-value", figure, about, Optional.empty()));
    }

    SumFilm film() {
        return film;
    }
}
