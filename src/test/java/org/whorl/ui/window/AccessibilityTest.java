package org.whorl.ui.window;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.Toggle;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.control.TileGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What holds for every control and every picture of the window for those who have no mouse or do not see the screen. */
class AccessibilityTest extends EveryViewVisit {
    @Start
    void start(Stage stage) {
        openSmall(stage);
    }

    @Test
    void everyControlAndPictureIsReachedByKeyAndHasWordsForAScreenReader(FxRobot robot) throws Exception {
        train(robot);
        Set<String> silent = new TreeSet<>();
        Set<String> vague = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        Set<String> mouseOnly = new TreeSet<>();
        visit(
                robot,
                (title, view) -> robot.interact(() -> {
                    Set<Node> reached = reachedByTab();
                    for (Node node : nodes(window.scene().getRoot())) {
                        if (isControl(node) && blank(text(node))) {
                            silent.add(name(title, node));
                        }
                        if ((node instanceof Canvas || node instanceof ImageView) && !told(node)) {
                            silent.add(name(title, node));
                        }
                        if (isPicture(node) && !text(node).matches("(?s).*\\d.*")) {
                            vague.add(name(title, node) + " “" + text(node) + "”");
                        }
                        if (isControl(node)
                                && !node.isDisabled()
                                && !reached.contains(node)
                                && !besideReached(node, reached)) {
                            missed.add(name(title, node));
                        }
                        boolean clicks = node.getOnMouseClicked() != null || node.getOnMousePressed() != null;
                        if (clicks
                                && !node.isFocusTraversable()
                                && !(node instanceof TileGrid)
                                && !(node.getParent() != null
                                        && node.getParent().isFocusTraversable())
                                && !ofAControl(node)) {
                            mouseOnly.add(name(title, node));
                        }
                    }
                }));
        assertEquals("", String.join("\n", silent), "nothing is said of these");
        assertEquals("", String.join("\n", vague), "no number is said of these pictures");
        assertEquals("", String.join("\n", missed), "Tab does not come to these");
        assertEquals("", String.join("\n", mouseOnly), "only a mouse can click these");
    }

    private static boolean isControl(Node node) {
        return node.isFocusTraversable()
                && !(node instanceof ScrollPane)
                && !(node instanceof TabPane)
                && !ofAControl(node);
    }

    /** Everything that Tab comes to, from the first button on until it comes round. */
    private Set<Node> reachedByTab() {
        Scene scene = window.scene();
        scene.lookup("#start").requestFocus();
        Set<Node> reached = new LinkedHashSet<>();
        while (reached.add(scene.getFocusOwner())) {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        scene.getFocusOwner(), new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false));
            }
        }
        return reached;
    }

    /** Of buttons that exclude one another Tab comes to the one that is chosen, and arrow keys go to the others. */
    private static boolean besideReached(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    /** Whether a control around a drawing says what it shows. */
    private static boolean told(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!blank(text(at)) && !(at instanceof TabPane)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a node is a part of a control that answers for it. */
    private static boolean ofAControl(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof TabPane) {
                return node.getStyleClass().contains("viewport") || at instanceof TabPane;
            }
            if (at instanceof Control) {
                return true;
            }
        }
        return false;
    }
}
