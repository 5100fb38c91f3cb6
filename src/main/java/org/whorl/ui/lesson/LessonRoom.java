package org.whorl.ui.lesson;

import java.util.Set;
import javafx.scene.Node;

/** What of the window a lesson sets that is no model's. FX thread only. */
public interface LessonRoom {
    /** Brings the view with this title to the front; false where there is none. */
    boolean select(String view);

    /** Sets the experiment of this title for the next run; false where there is none. */
    boolean experiment(String title);

    /** Told the layer, from 0, whose codes are to be compared when images turn. */
    void compare(int layer);

    /** Lets the digit between two networks spin, or sets it upright and holds it. */
    void spin(boolean wanted);

    /** Puts a digit of this class between the two networks of the beginning, whichever were chosen since. */
    void digit(int label);

    /** Where a pointer points to. */
    Set<Node> controls(Lesson.Pointer pointer);
}
