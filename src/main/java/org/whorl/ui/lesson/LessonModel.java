package org.whorl.ui.lesson;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The lesson that is being given, and its step. FX thread only. */
public final class LessonModel {
    private static final String WAITING =
            "The run that was training is paused for the lesson. It is shown again when the lesson ends.";

    private final LessonStage stage;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();

    public LessonModel(LessonStage stage) {
        this.stage = stage;
    }

    /** Begins a lesson at its first step. */
    public void begin(Lesson chosen) {
        problem.set("");
        if (lesson.get().isPresent()) {
            stage.end();
        }
        // The last lesson may have had more steps.
        index.set(0);
        lesson.set(Optional.of(chosen));
        stage.enter();
        go(0, false);
    }

    /** Says in one sentence why a lesson cannot be given, or cannot be shown as it asks for. */
    public void complain(String sentence) {
        problem.set(sentence);
    }

    /** One step on; nothing after the last. */
    public void next() {
        if (hasNext()) {
            stage.enter();
            go(index.get() + 1, false);
        }
    }

    /** One step back; nothing before the first. */
    public void previous() {
        if (hasPrevious()) {
            stage.leave();
            go(index.get() - 1, false);
        }
    }

    /** Sets the window again as the step has it, after the user has tried things out. */
    public void again() {
        go(index.get(), true);
    }

    private void go(int to, boolean afresh) {
        if (lesson.get().isEmpty()) {
            return;
        }
        problem.set("");
        index.set(to);
        Lesson.Step step = step().orElseThrow();
        stage.show(step.show(), lesson.get().orElseThrow().at(to), afresh);
        tellRun();
        Set<Lesson.Pointer> controls = EnumSet.noneOf(Lesson.Pointer.class);
        controls.addAll(step.controls());
        stage.point(controls);
    }

    /** Says anew what has become of the run, after it was paused or goes on. */
    void tellRun() {
        note.set(lesson.get().isPresent() && stage.holdsRun() ? WAITING : "");
    }

    /** Ends the lesson; the view stays, and a network and settings that are the lesson's give way to those of before. */
    public void end() {
        problem.set("");
        note.set("");
        if (lesson.get().isPresent()) {
            stage.end();
        }
        lesson.set(Optional.empty());
        stage.point(Set.of());
    }

    /** The lesson that is being given; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<Lesson>> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** One sentence about what is wrong with a lesson; empty where nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What has become of a run meanwhile; empty where none waits. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The step's number, from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The step that is shown; empty where no lesson is given. */
    public Optional<Lesson.Step> step() {
        return lesson.get().map(l -> l.steps().get(index.get()));
    }

    /** Whether there is a step after this one. */
    public boolean hasNext() {
        return lesson.get().isPresent()
                && index.get() + 1 < lesson.get().get().steps().size();
    }

    /** Whether there is a step before this one. */
    public boolean hasPrevious() {
        return lesson.get().isPresent() && index.get() > 0;
    }
}
