package org.whorl.ui.lesson;

import java.util.Set;

/** What a lesson can do to the window. FX thread only; what cannot be shown is left as it is. */
public interface LessonStage {
    /**
     * Sets the window.
     *
     * @param own what the step says itself
     * @param whole the same with what the steps before it have set, which is so whichever way one comes to it
     * @param afresh whether also settings are set again that an earlier step has set
     */
    void show(Lesson.Show own, Lesson.Show whole, boolean afresh);

    /** Points these controls out, and no others. */
    void point(Set<Lesson.Pointer> controls);

    /** A step is gone on to: the settings that there are come back when it is left backwards. */
    void enter();

    /** The step that was entered last is left backwards. */
    void leave();

    /** Whether a run was training when the lesson took the window, and waits since. */
    boolean holdsRun();

    /** The lesson is over: network and settings of before come back, unless the user has changed them or trains with them. */
    void end();
}
