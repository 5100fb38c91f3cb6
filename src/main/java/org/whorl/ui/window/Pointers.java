package org.whorl.ui.window;

import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

import org.whorl.ui.lesson.Lesson;

/** The controls that a lesson points out. */
final class Pointers {
    private final Supplier<Scene> scene;
    private final LeftSide left;
    private final Views views;

    /**
     * Those of a window.
     *
     * @param scene of the window, once there is one
     */
    Pointers(Supplier<Scene> scene, LeftSide left, Views views) {
        this.scene = scene;
        this.left = left;
        this.views = views;
    }

    /** What a pointer means, which is brought into sight once the step is set. */
    Set<Node> of(Lesson.Pointer pointer) {
        Set<Node> nodes = find(pointer);
        Platform.runLater(() -> nodes.forEach(InSight::bring));
        return nodes;
    }

    private Set<Node> find(Lesson.Pointer pointer) {
        return switch (pointer) {
            case DIAL -> {
                left.unfold();
                yield Set.of(left.dial());
            }
            case START -> scene.get().getRoot().lookupAll("#start");
            case STEP_INSIDE -> scene.get().getRoot().lookupAll("#step-inside");
            case TURN -> scene.get().getRoot().lookupAll(".input-turn");
            case VIEWS -> Set.of(views);
            case LEARN_PAIRS -> scene.get().getRoot().lookupAll("#learn-pairs");
            case SPIN -> scene.get().getRoot().lookupAll("#spin-play");
            case SPIN_DIGIT -> scene.get().getRoot().lookupAll("#spin-digit");
        };
    }
}
