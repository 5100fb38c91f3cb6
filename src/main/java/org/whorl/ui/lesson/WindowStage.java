package org.whorl.ui.lesson;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;

import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.RunController;

/** Sets the real window as a lesson's step has it. */
final class WindowStage implements LessonStage {
    private static final PseudoClass POINTED_OUT = PseudoClass.getPseudoClass("pointed-out");

    private final LabState lab;
    private final RunController runs;
    private final LentSettings lent;
    private final LentNetwork network;
    private final InputModel codes;
    private final LessonRoom room;
    private final Consumer<String> complain;
    private final Set<Node> pointed = new HashSet<>();
    private Set<Lesson.Pointer> pointers = Set.of();
    private Optional<Integer> waitingImage = Optional.empty();
    private boolean tookRun;
    private long step;

    /**
     * A stage.
     *
     * @param room what of the window a lesson sets that is no model's
     * @param complain told in one sentence what cannot be shown
     */
    WindowStage(
            LabState lab,
            RunController runs,
            InputModel codes,
            ModelOpener opening,
            LessonRoom room,
            Consumer<String> complain) {
        this.lab = lab;
        this.runs = runs;
        lent = new LentSettings(runs);
        network = new LentNetwork(opening);
        this.codes = codes;
        this.room = room;
        this.complain = complain;
        // The images may come later than the step that wants one.
        lab.shownProperty().addListener(o -> takeWaitingImage());
        // One that goes on is the user's again.
        runs.activeProperty().addListener((o, was, is) -> tookRun &= !is);
    }

    @Override
    public void show(Lesson.Show own, Lesson.Show whole, boolean afresh) {
        long mine = ++step;
        waitingImage = Optional.empty();
        boolean takes = whole.model() != null && !network.shows(whole.model()) || own.experiment() != null;
        // It gives way once the network has been read.
        tookRun |= takes && runs.isActive();
        if (whole.view() != null && !room.select(whole.view()) && own.view() != null) {
            complain.accept("show.view: expected the name of a view, found " + own.view() + ".");
        }
        if (whole.turn() != null) {
            codes.degreesProperty().set(((whole.turn() % 360) + 360) % 360);
        }
        Optional.ofNullable(whole.digit()).ifPresent(room::digit);
        Optional.ofNullable(whole.spin()).ifPresent(room::spin);
        if (whole.model() == null) {
            network.giveBack();
            set(afresh ? whole : own, own);
            showInside(own, whole);
        } else if (own.model() == null && !afresh && network.shows(whole.model())) {
            // Settings that the user has made since are the user's.
            set(own, own);
            showInside(own, whole);
        } else {
            Runnable then = () -> {
                if (mine == step) {
                    set(whole, own);
                    showInside(own, whole);
                    // What was pointed out may stand elsewhere beside another network.
                    point(pointers);
                }
            };
            network.open(whole.model(), then, problem -> {
                if (own.model() == null) {
                    then.run();
                } else {
                    complain.accept(problem);
                }
            });
        }
    }

    /** The settings that steps name themselves, in place of those that a model brought with it. */
    private void set(Lesson.Show show, Lesson.Show own) {
        if (show.experiment() != null && !room.experiment(show.experiment()) && own.experiment() != null) {
            complain.accept("show.experiment: expected the title of an experiment, found " + show.experiment() + ".");
        }
        if (show.angle() != null) {
            runs.changed().turnTo(CyclicGroup.ofAngle(show.angle()));
        }
    }

    /** What can only be shown in the network that the step wants. */
    private void showInside(Lesson.Show own, Lesson.Show whole) {
        if (whole.image() != null) {
            waitingImage = Optional.of(whole.image());
            takeWaitingImage();
        }
        if (lab.getShown() == null) {
            return;
        }
        NetworkSpec spec = lab.getShown().spec();
        if (whole.layer() != null || whole.orbit() != null) {
            FilterSelection now = lab.selectionProperty().get();
            lab.selectionProperty()
                    .set(new FilterSelection(
                            index("show.layer", whole.layer(), own.layer(), now.layer(), spec.layers()),
                            index("show.orbit", whole.orbit(), own.orbit(), now.base(), spec.baseFilters()),
                            0));
        }
        if (whole.layer() != null) {
            room.compare(lab.selectionProperty().get().layer());
        }
        if (whole.inside() != null) {
            Optional<InsideStep> wanted = whole.inside() == 0
                    ? Optional.empty()
                    : Optional.of(new InsideStep(
                            index("show.inside", whole.inside(), own.inside(), 0, spec.layers()),
                            InsideStep.Stage.RESIDUAL));
            lab.insideProperty().set(wanted);
        }
    }

    /** A number from 1 as an index; what the step itself asks for and does not exist is said, and stays as it is. */
    private int index(String field, Integer number, Integer own, int now, int count) {
        if (number == null) {
            return now;
        }
        if (number > count) {
            if (own != null) {
                complain.accept(field + ": expected 1 to " + count + ", found " + number + ".");
            }
            return now;
        }
        return number - 1;
    }

    private void takeWaitingImage() {
        if (waitingImage.isPresent() && codes.images().isPresent()) {
            int image = waitingImage.get();
            waitingImage = Optional.empty();
            codes.choose(image);
        }
    }

    @Override
    public void point(Set<Lesson.Pointer> wanted) {
        pointers = wanted;
        pointed.forEach(node -> node.pseudoClassStateChanged(POINTED_OUT, false));
        pointed.clear();
        wanted.forEach(pointer -> pointed.addAll(room.controls(pointer)));
        pointed.forEach(node -> node.pseudoClassStateChanged(POINTED_OUT, true));
    }

    @Override
    public void enter() {
        lent.enter();
    }

    @Override
    public void leave() {
        lent.leave();
    }

    @Override
    public boolean holdsRun() {
        return tookRun && !runs.isActive();
    }

    @Override
    public void end() {
        // A model that is still being read comes too late to set anything.
        step++;
        tookRun = false;
        lent.end();
        network.end();
    }
}
