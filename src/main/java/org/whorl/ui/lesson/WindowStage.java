package org.whorl.ui.lesson;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;

import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunController;

/** Sets the real window as a lesson's step has it. */
final class WindowStage implements LessonStage {
    private static final PseudoClass POINTED_OUT = PseudoClass.getPseudoClass("pointed-out");

    private final LabState lab;
    private final RunController runs;
    private final LentSettings lent;
    private final InputModel codes;
    private final ModelOpener opening;
    private final Predicate<String> select;
    private final Predicate<String> experiment;
    private final IntConsumer compare;
    private final Function<Lesson.Pointer, Set<Node>> controls;
    private final Consumer<String> complain;
    private final Set<Node> pointed = new HashSet<>();
    private Set<Lesson.Pointer> pointers = Set.of();
    private Optional<Integer> waitingImage = Optional.empty();
    private long step;

    /**
     * A stage.
     *
     * @param select brings the view with this title to the front; false where there is none
     * @param experiment sets the experiment of this title for the next run; false where there is none
     * @param compare told the layer, from 0, whose codes are to be compared when images turn
     * @param controls where a pointer points to
     * @param complain told in one sentence what cannot be shown
     */
    WindowStage(
            LabState lab,
            RunController runs,
            InputModel codes,
            ModelOpener opening,
            Predicate<String> select,
            Predicate<String> experiment,
            IntConsumer compare,
            Function<Lesson.Pointer, Set<Node>> controls,
            Consumer<String> complain) {
        this.lab = lab;
        this.runs = runs;
        lent = new LentSettings(runs);
        this.codes = codes;
        this.opening = opening;
        this.select = select;
        this.experiment = experiment;
        this.compare = compare;
        this.controls = controls;
        this.complain = complain;
        // The images may come later than the step that wants one.
        lab.shownProperty().addListener(o -> takeWaitingImage());
    }

    @Override
    public void show(Lesson.Show show) {
        long mine = ++step;
        waitingImage = Optional.empty();
        if (show.view() != null && !select.test(show.view())) {
            complain.accept("show.view: expected the name of a view, found " + show.view() + ".");
        }
        if (show.turn() != null) {
            codes.degreesProperty().set(((show.turn() % 360) + 360) % 360);
        }
        if (show.model() == null) {
            set(show);
            showInside(show);
        } else {
            opening.openWithSettings(
                    new ModelSource(ModelSource.Kind.GALLERY, show.model()),
                    () -> {
                        if (mine == step) {
                            set(show);
                            showInside(show);
                            // What was pointed out may stand elsewhere beside another network.
                            point(pointers);
                        }
                    },
                    complain);
        }
    }

    /** The settings that the step names itself, in place of those that its model brought with it. */
    private void set(Lesson.Show show) {
        if (show.experiment() != null && !experiment.test(show.experiment())) {
            complain.accept("show.experiment: expected the title of an experiment, found " + show.experiment() + ".");
        }
        if (show.angle() != null) {
            runs.changed().turnTo(CyclicGroup.ofAngle(show.angle()));
        }
    }

    /** What can only be shown in the network that the step wants. */
    private void showInside(Lesson.Show show) {
        if (show.image() != null) {
            waitingImage = Optional.of(show.image());
            takeWaitingImage();
        }
        if (lab.getShown() == null) {
            return;
        }
        NetworkSpec spec = lab.getShown().spec();
        if (show.layer() != null || show.orbit() != null) {
            FilterSelection now = lab.selectionProperty().get();
            lab.selectionProperty()
                    .set(new FilterSelection(
                            index("show.layer", show.layer(), now.layer(), spec.layers()),
                            index("show.orbit", show.orbit(), now.base(), spec.baseFilters()),
                            0));
        }
        if (show.layer() != null) {
            compare.accept(lab.selectionProperty().get().layer());
        }
        if (show.inside() != null) {
            Optional<InsideStep> wanted = show.inside() == 0
                    ? Optional.empty()
                    : Optional.of(new InsideStep(
                            index("show.inside", show.inside(), 0, spec.layers()), InsideStep.Stage.RESIDUAL));
            lab.insideProperty().set(wanted);
        }
    }

    /** A number from 1 as an index; what does not exist is said, and stays as it is. */
    private int index(String field, Integer number, int now, int count) {
        if (number == null) {
            return now;
        }
        if (number > count) {
            complain.accept(field + ": expected 1 to " + count + ", found " + number + ".");
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
        wanted.forEach(pointer -> pointed.addAll(controls.apply(pointer)));
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
    public void end() {
        // A model that is still being read comes too late to set anything.
        step++;
        lent.end();
    }
}
