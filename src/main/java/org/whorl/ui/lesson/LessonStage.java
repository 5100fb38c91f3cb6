package org.whorl.ui.lesson;

import java.util.Set;

/** What a lesson can do to the window. FX thread only; what cannot be shown is left as it is. */
public interface LessonStage {
    /** Sets the window. */
    void show(Lesson.Show show);

    /** Points these controls out, and no others. */
    void point(Set<Lesson.Pointer> controls);
}
