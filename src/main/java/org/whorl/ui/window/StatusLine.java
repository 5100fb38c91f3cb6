package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

import org.controlsfx.control.StatusBar;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.Pace;
import org.whorl.ui.control.Presence;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.PendingSettings;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.RunOffer;
import org.whorl.ui.model.run.RunOffers;
import org.whorl.ui.model.settings.Problem;
import org.whorl.ui.task.FxTimer;
import org.whorl.ui.task.Throttle;

/**
 * What runs, what a reset put away and how to get it back, which kernels compute. What is said once outranks what the run does for a
 * while; what went wrong stands until something else is done.
 */
final class StatusLine extends StatusBar {
    private static final long READING_MILLIS = 6000;
    private static final double GAP = 12;
    /** What the bar's own edges and the mark take. */
    private static final double EDGES = 64;

    private final RunController runs;
    private final RunOffers offers;
    private final RunStrip strip;
    private final Circle dot = new Circle(4);
    private final Button cancel = link("Cancel", "cancel");
    private final Label problem = new Label();
    private final Label kernels = new Label();
    private final WholeProblem whole = new WholeProblem(problem);
    private final Tooltip wholeProblem = new Tooltip();
    private final ReadOnlyBooleanWrapper urgent = new ReadOnlyBooleanWrapper();
    private final BooleanProperty paceElsewhere = new SimpleBooleanProperty();
    private Optional<String> message = Optional.empty();
    private Optional<String> lastWords = Optional.empty();
    private Optional<Problem> wrongSetting = Optional.empty();
    private String complaint = "";
    /** Whether there was time to read it. */
    private boolean complaintRead;

    private String failure = "";
    private boolean fresh;
    private boolean forgotten;
    private long said;

    /**
     * A line about the run in the window.
     *
     * @param offers what can be done about it
     */
    StatusLine(RunController runs, RunOffers offers) {
        // The bar itself does nothing; what stands in it can be reached.
        setFocusTraversable(false);
        this.runs = runs;
        this.offers = offers;
        strip = new RunStrip(offers);
        PendingSettings changed = runs.changed();
        dot.getStyleClass().add("state-dot");
        problem.getStyleClass().add("problem");
        problem.setTooltip(wholeProblem);
        StackPane mark = new StackPane(dot);
        mark.setPadding(new Insets(0, 8, 0, 0));
        getLeftItems().add(mark);
        cancel.setMinWidth(USE_PREF_SIZE);
        problem.setMinWidth(0);
        getRightItems().addAll(problem, whole, strip, cancel, kernels);
        cancel.setOnAction(e -> runs.stop());
        Throttle words = new Throttle(Duration.millis(200), visibleProperty(), this::update);
        runs.changesProperty().addListener(o -> words.request());
        // By its values: an invalidation that no one reads the value after is the last.
        offers.plan().addListener((o, was, is) -> words.request());
        runs.undoableProperty().addListener(o -> update());
        runs.continuableProperty().addListener(o -> update());
        runs.problemProperty().addListener((o, was, is) -> is.ifPresent(this::complain));
        changed.replacedProperty().addListener(o -> update());
        changed.pendingProperty().addListener(o -> update());
        changed.applicableProperty().addListener(o -> update());
        runs.activeProperty().addListener((o, was, trains) -> {
            if (trains) {
                fresh = false;
                complain("");
            }
        });
        update();
    }

    private static Button link(String text, String id) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("link-button");
        return button;
    }

    /** Leaves it to another to say how fast the run is, where that does: once is enough. */
    void leavePaceTo(ObservableBooleanValue another) {
        paceElsewhere.bind(another);
        paceElsewhere.addListener(o -> update());
    }

    /** What can be done about the run. */
    RunStrip strip() {
        return strip;
    }

    /** Names the kernels. */
    void setKernels(String name) {
        kernels.setText(name);
    }

    /** Says something: for a while in place of what the run does, and until something else is said where there is no run. */
    void say(Optional<String> words) {
        message = words;
        fresh = true;
        if (words.isPresent() && complaintRead) {
            // Something else has been done since.
            complaint = "";
        }
        long mine = ++said;
        FxTimer.run(READING_MILLIS, () -> {
            if (mine == said) {
                fresh = false;
                update();
            }
        });
        update();
    }

    /** Says something whatever runs, until the window is closed. */
    void insist(String words) {
        lastWords = Optional.of(words);
        update();
    }

    /** Whether it says what the user should not miss: what went wrong, or that something can be undone. */
    ReadOnlyBooleanProperty urgentProperty() {
        return urgent.getReadOnlyProperty();
    }

    /**
     * Offers to open what was shown last time, until something is opened or a run is begun.
     *
     * @param interrupted says what was not brought to its end, before all else; empty where nothing was
     */
    void offer(ModelSource last, Runnable open, Optional<String> interrupted) {
        if (forgotten) {
            return;
        }
        strip.setLast(
                Optional.of(new RunOffer(
                        "open-last",
                        "Open " + last.words() + " again",
                        "What was shown when the window was closed",
                        open)),
                interrupted);
    }

    /** Ends the offer of what was shown last time as soon as something else is. */
    void forgetLast(ModelSource last, ReadOnlyObjectProperty<ShownNetwork> shown) {
        shown.addListener((o, was, is) -> {
            // The model that the window opens with is not something that the user opened.
            boolean another = was != null && !was.title().equals(is.title());
            if (another || is.title().equals(last.name())) {
                forgotten = true;
                strip.setLast(Optional.empty(), Optional.empty());
            }
        });
    }

    /** Says what went wrong, until it can have been read and the next thing is done; empty for nothing. */
    void complain(String words) {
        complaint = words;
        complaintRead = false;
        FxTimer.run(READING_MILLIS, () -> complaintRead |= words.equals(complaint));
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
                .orElse(complaint.isEmpty() ? failure : complaint));
        wholeProblem.setText(problem.getText());
        Presence.show(problem, !problem.getText().isEmpty());
        weigh();
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** What can be seen elsewhere too gives way to what is said once, and then what went wrong is shortened. */
    private void fit() {
        List<Label> order = new ArrayList<>(List.of(kernels));
        order.addAll(strip.leastMissed());
        // The rest of a problem is one click away, that of what is said once is not.
        order.remove(order.size() - 1);
        Set<Label> out = new LinkedHashSet<>();
        double left = getWidth() - fixedWidth();
        double wanted = width(problem) + order.stream().mapToDouble(this::width).sum();
        for (Label label : order) {
            if (wanted > left) {
                wanted -= width(label);
                out.add(label);
            }
        }
        Presence.show(kernels, !out.contains(kernels));
        Presence.show(whole, problem.isVisible() && wanted > left);
        out.remove(kernels);
        strip.leaveOut(out);
    }

    /** What never gives way, with the words at the left. */
    private double fixedWidth() {
        Node words = lookup(".status-label");
        double width = EDGES + (words == null ? 0 : words.prefWidth(-1)) + strip.buttonsWidth();
        return width + (cancel.isManaged() ? cancel.prefWidth(-1) + GAP : 0);
    }

    private double width(Label label) {
        return label.getText().isEmpty() || label == problem && !problem.isVisible() ? 0 : label.prefWidth(-1) + GAP;
    }

    private void weigh() {
        urgent.set(problem.isVisible() || offers.canUndo());
    }

    private void update() {
        Optional<TrainingSnapshot> snapshot = runs.snapshotProperty().get();
        dot.getStyleClass().removeAll("running", "failed");
        if (snapshot.isPresent() && (runs.shown().isInWindow() || runs.isActive())) {
            TrainingSnapshot now = snapshot.get();
            boolean waits = now.state() == TrainingState.WAITING;
            if (now.state() == TrainingState.FAILED || waits) {
                dot.getStyleClass().add("failed");
            } else if (runs.isActive()) {
                dot.getStyleClass().add("running");
            }
            String pace = runs.isActive() && !paceElsewhere.get() ? Pace.of(now) : "";
            String does = waits ? "waiting for the disk" : now.activity() + (pace.isEmpty() ? "" : " · " + pace);
            setText(message.filter(words -> fresh).orElse(does));
            failure = now.failure().orElse(waits ? now.activity() : "");
        } else {
            setText(message.orElse("Ready"));
            failure = "";
        }
        lastWords.ifPresent(this::setText);
        showProblem();
        setProgress(snapshot.isPresent() && snapshot.get().state() == TrainingState.PREPARING ? -1 : 0);
        strip.update();
        Presence.show(cancel, runs.isActive());
        weigh();
    }
}
