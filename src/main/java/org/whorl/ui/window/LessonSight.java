package org.whorl.ui.window;

import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;

import org.whorl.ui.lesson.Lesson;
import org.whorl.ui.lesson.LessonRoom;

/** The window's views and experiments, as lessons set them. */
record LessonSight(Views views, Pointers pointers, Predicate<String> experiments) implements LessonRoom {
    @Override
    public boolean select(String view) {
        return views.begin(view);
    }

    @Override
    public boolean experiment(String title) {
        return experiments.test(title);
    }

    @Override
    public void compare(int layer) {
        views.symmetry().compare(layer);
    }

    @Override
    public void spin(boolean wanted) {
        views.symmetry().spin(wanted);
    }

    @Override
    public void digit(int label) {
        views.symmetry().spinDigit(label);
    }

    @Override
    public Set<Node> controls(Lesson.Pointer pointer) {
        return pointers.of(pointer);
    }
}
