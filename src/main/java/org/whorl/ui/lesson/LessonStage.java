package org.whorl.ui.lesson;

import java.util.Set;

/** What a lesson can do to the window. FX thread only; what cannot be shown is left as it is. */
public interface LessonStage {
    /** Sets the window. */
    void show(Lesson.Show show);

    /** Points these controls out, and no others. */
    void point(Set<Lesson.Pointer> controls);

    /** A step is gone on to: the settings that there are come back when it is left backwards. */
    void enter();

    /** The step that was entered last is left backwards. */
    void leave();

    /** The lesson is over: the settings of before come back, unless the user has changed them or trains with them. */
    void end();
}
