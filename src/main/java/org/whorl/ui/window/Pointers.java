package org.whorl.ui.window;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.whorl.ui.control.InSight;
import org.whorl.ui.lesson.Lesson;

/** The controls that a lesson points out. */
final class Pointers {
    private final Supplier<Scene> scene;
    private final LeftSide left;
    private final Views views;
    private Set<Node> wanted = Set.of();
    private boolean watched;

    /**
     * Those of a window.
     *
     * @param scene of the window, once there is one
     * @param drawn grows whenever codes are drawn, which may move what stands below them
     */
    Pointers(Supplier<Scene> scene, LeftSide left, Views views, Observable drawn) {
        this.scene = scene;
        this.left = left;
        this.views = views;
        drawn.addListener(o -> Platform.runLater(this::bring));
    }

    /** What a pointer means, which is brought into sight once the step is set. */
    Set<Node> of(Lesson.Pointer pointer) {
        Set<Node> nodes = find(pointer);
        Platform.runLater(() -> {
            wanted = nodes;
            bring();
        });
        watch();
        return nodes;
    }

    private void bring() {
        wanted.forEach(InSight::bring);
    }

    /** From the first press on, a person looks where that person wants to. */
    private void watch() {
        if (!watched) {
            watched = true;
            for (EventType<?> own : List.of(MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED, ScrollEvent.SCROLL)) {
                scene.get().addEventFilter(own, e -> wanted = Set.of());
            }
        }
    }

    private Set<Node> find(Lesson.Pointer pointer) {
        return switch (pointer) {
            case DIAL -> {
                left.unfold();
                yield Set.of(left.dial());
            }
            case PARAMETERS -> {
                left.unfold();
                yield Set.of(left.arithmetic());
            }
            case OBJECTIVE -> scene.get().getRoot().lookupAll("#objective-chart");
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
