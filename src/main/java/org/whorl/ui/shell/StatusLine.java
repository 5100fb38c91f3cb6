package org.whorl.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import org.controlsfx.control.StatusBar;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.part.Pace;
import org.whorl.ui.part.Paced;
import org.whorl.ui.run.Runs;
import org.whorl.ui.settings.Problem;

/** What runs, what a reset put away and how to get it back, which kernels compute. */
final class StatusLine extends StatusBar {
    private final Runs runs;
    private final Circle dot = new Circle(4);
    private final Button cancel = link("Cancel", "cancel");
    private final Button undo = link("Undo", "undo");
    private final Button revert = link("Keep the run’s settings", "revert");
    private final Button offer = link("", "offer");
    private final Label notice = new Label();
    private final Label problem = new Label();
    private final Label kernels = new Label();
    private final Label run = new Label();
    private Optional<String> message = Optional.empty();
    private Optional<String> urgent = Optional.empty();
    private Optional<Problem> wrongSetting = Optional.empty();
    private String complaint = "";

    StatusLine(Runs runs) {
        // The bar itself does nothing; what stands in it can be reached.
        setFocusTraversable(false);
        this.runs = runs;
        dot.getStyleClass().add("state-dot");
        notice.getStyleClass().add("notice");
        problem.getStyleClass().add("problem");
        StackPane mark = new StackPane(dot);
        mark.setPadding(new Insets(0, 8, 0, 0));
        getLeftItems().add(mark);
        getRightItems().addAll(problem, offer, notice, undo, revert, cancel, run, kernels);
        show(offer, false);
        cancel.setOnAction(e -> runs.stop());
        undo.setOnAction(e -> runs.undo());
        revert.setOnAction(e -> runs.revertSettings());
        Paced words = new Paced(Duration.millis(200), visibleProperty(), this::update);
        runs.changesProperty().addListener(o -> words.request());
        runs.undoableProperty().addListener(o -> update());
        runs.pendingProperty().addListener(o -> update());
        runs.applicableProperty().addListener(o -> update());
        update();
    }

    private static Button link(String text, String id) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("link-button");
        return button;
    }

    /** Names the kernels. */
    void setKernels(String name) {
        kernels.setText(name);
    }

    /** Says something where no run does. */
    void say(Optional<String> words) {
        message = words;
        update();
    }

    /** Says something whatever runs, until the window is closed. */
    void insist(String words) {
        urgent = Optional.of(words);
        update();
    }

    /** Offers to open what was shown last time, until something is opened or a run is begun. */
    void offer(Origin last, Runnable open, ReadOnlyObjectProperty<Shown> shown) {
        offer.setText("Open " + last.words() + " again");
        offer.setOnAction(e -> open.run());
        show(offer, true);
        shown.addListener((o, was, is) -> {
            // The model that the window opens with is not something that somebody opened.
            boolean another = was != null && !was.title().equals(is.title());
            if (another || is.title().equals(last.name())) {
                show(offer, false);
            }
        });
    }

    /** Says what went wrong; empty for nothing. */
    void complain(String words) {
        complaint = words;
        showProblem();
    }

    /** Says which setting is wrong, since nothing starts with it. */
    void setWrongSetting(Optional<Problem> wrong) {
        wrongSetting = wrong;
        showProblem();
    }

    private void showProblem() {
        problem.setText(wrongSetting
                .map(w -> w.field().isEmpty() ? w.message() : w.field() + ": " + w.message())
                .orElse(complaint));
        show(problem, !problem.getText().isEmpty());
    }

    private void update() {
        Optional<TrainingSnapshot> snapshot = runs.snapshotProperty().get();
        dot.getStyleClass().removeAll("running", "failed");
        if (snapshot.isPresent() && (runs.isShown() || runs.isActive())) {
            TrainingSnapshot now = snapshot.get();
            if (now.state() == TrainingState.FAILED) {
                dot.getStyleClass().add("failed");
            } else if (runs.isActive()) {
                dot.getStyleClass().add("running");
            }
            String pace = runs.isActive() ? Pace.of(now) : "";
            setText(now.activity() + (pace.isEmpty() ? "" : " · " + pace));
            complain(now.failure().orElse(""));
        } else {
            setText(message.orElse("Ready"));
        }
        urgent.ifPresent(this::setText);
        setProgress(snapshot.isPresent() && snapshot.get().state() == TrainingState.PREPARING ? -1 : 0);
        Optional<String> undoable = runs.undoableProperty().get();
        String pendingWords = runs.applicableProperty().get()
                ? "Enter: this run goes on with the changed settings."
                : "The changed settings apply to the next run.";
        notice.setText(runs.isPending() ? pendingWords : undoable.orElse(""));
        show(notice, runs.isPending() || undoable.isPresent());
        undo.setText(runs.isPending() ? "Bring back the last run" : "Undo");
        show(undo, undoable.isPresent());
        show(revert, runs.isPending());
        show(cancel, runs.isActive());
        run.setText(runs.isShown() ? runs.name().map(n -> "run " + n).orElse("") : "");
        show(run, !run.getText().isEmpty());
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
