package org.whorl.ui.window;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.view.training.TrainingView;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can be done in a narrow window, with a run in it. */
class NarrowWindowTest extends EveryViewVisit {
    /** Every control of the toolbar by its id, with its words in the menu of what has given way; without words it never gives way. */
    private static final Map<String, String> CONTROLS = Map.of(
            "start", "",
            "step", "Step",
            "step-inside", "Step inside",
            "reset", "Reset",
            "new-seed", "New seed",
            "seed", "",
            "open", "",
            "lessons", "",
            "theme", "",
            "help", "");

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        openSmall(shown);
    }

    private Node find(String id) {
        return window.scene().lookup("#" + id);
    }

    private void resize(FxRobot robot, int width) throws TimeoutException {
        robot.interact(() -> stage.setWidth(width));
        await(() -> window.scene().getWidth() == width);
        robot.interact(() -> window.scene().getRoot().layout());
        // A second time, since what has come back may turn out wider than it was.
        robot.interact(() -> window.scene().getRoot().layout());
    }

    private boolean isWhole(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return node.isVisible()
                && bounds.getMinX() >= 0
                && bounds.getMaxX() <= window.scene().getWidth()
                && (!(node instanceof Region region) || region.getWidth() >= Math.floor(region.minWidth(-1)));
    }

    private Set<String> inMenu() {
        MenuButton more = (MenuButton) find("more");
        return more.isVisible()
                ? more.getItems().stream()
                        .filter(MenuItem::isVisible)
                        .map(MenuItem::getText)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Set<String> outOfReach(Set<String> ids) {
        Set<String> lost = new TreeSet<>();
        for (String id : ids) {
            if (isWhole(find(id)) == inMenu().contains(CONTROLS.get(id))) {
                lost.add(id + " at " + window.scene().getWidth());
            }
        }
        return lost;
    }

    @Test
    void everyControlIsWholeInsideTheWindowOrInTheMenuOfWhatHasGivenWay(FxRobot robot) throws Exception {
        train(robot);
        for (int width : List.of(1280, 1024, 1000, 900, 720, 900, 1280)) {
            resize(robot, width);
            robot.interact(() -> {
                assertEquals(Set.of(), outOfReach(CONTROLS.keySet()));
                for (Node child : ((Region) find("start").getParent()).getChildrenUnmodifiable()) {
                    assertTrue(!child.isVisible() || isWhole(child), () -> child + " at " + width);
                }
            });
        }
        assertTrue(find("new-seed").isVisible(), "what gave way comes back");
    }

    @Test
    void theMenuSaysWhetherTheInspectorCanBeSeen(FxRobot robot) throws Exception {
        for (int width : List.of(1280, 1000, 1280)) {
            resize(robot, width);
            robot.interact(() -> {
                CheckMenuItem item = (CheckMenuItem) ((MenuButton) find("theme"))
                        .getItems().stream()
                                .filter(i -> "show-inspector".equals(i.getId()))
                                .findFirst()
                                .orElseThrow();
                assertEquals(width == 1280, item.isSelected(), () -> "at " + width);
                if (width == 1000) {
                    item.fire();
                    assertTrue(item.isSelected() && find("inspector-side") != null, "it comes where it is asked for");
                    item.fire();
                    assertTrue(!item.isSelected());
                    item.fire();
                }
            });
        }
    }

    private Set<String> cut(Set<String> ids) {
        return ids.stream()
                .filter(id -> !isWhole(find(id)))
                .map(id -> id + " at " + find(id).localToScene(find(id).getLayoutBounds()))
                .collect(Collectors.toSet());
    }

    @Test
    void theStatusBarsButtonsAreWholeWhateverItSays(FxRobot robot) throws Exception {
        train(robot);
        robot.interact(
                () -> window.settings().training().text(TrainingSettings.EPOCHS).set("900"));
        robot.interact(() -> window.runs().start());
        await(() -> window.runs().isActive());
        String words = "could not open /a/long/way/to/a/file.npz: expected a whole archive, found the end of the file"
                + " after 12 of 4,096 bytes, which no program that writes such files leaves behind";
        robot.interact(() -> window.complain(words));
        for (int width : List.of(1280, 1000, 900)) {
            resize(robot, width);
            await(() -> find("whole-problem").isVisible());
            robot.interact(() -> assertEquals(Set.of(), cut(Set.of("cancel", "whole-problem")), "at " + width));
        }
        robot.interact(() -> ((Button) find("whole-problem")).fire());
        await(() -> Window.getWindows().stream()
                .map(w -> w.getScene().lookup("#problem-in-full"))
                .anyMatch(all -> all instanceof Label label && label.getText().equals(words)));
        robot.interact(() -> window.runs().pause());
    }

    @Test
    void whatHasGivenWayIsDoneFromTheMenu(FxRobot robot) throws Exception {
        train(robot);
        resize(robot, 720);
        String seed = window.settings().training().text(TrainingSettings.SEED).get();
        robot.interact(() -> {
            MenuItem item = ((MenuButton) find("more"))
                    .getItems().stream()
                            .filter(i -> i.getText().equals("New seed"))
                            .findFirst()
                            .orElseThrow();
            item.fire();
        });
        assertTrue(!seed.equals(
                window.settings().training().text(TrainingSettings.SEED).get()));
    }

    @Test
    void aPresentationFitsIntoAWindowThatCannotBecomeWider(FxRobot robot) throws Exception {
        train(robot);
        resize(robot, 1024);
        robot.type(KeyCode.F11);
        resize(robot, 1024);
        robot.interact(() -> assertEquals(
                Set.of(),
                outOfReach(Set.of("start", "step", "step-inside", "reset", "open", "lessons", "theme", "help"))));
    }

    /** The parts of the Training view that need more than its width. */
    private List<String> tooWide() {
        ScrollPane view = (ScrollPane) window.scene().getRoot().lookupAll(".plain-scroll").stream()
                .filter(n -> n instanceof TrainingView)
                .findFirst()
                .orElseThrow();
        double room = view.getViewportBounds().getWidth();
        return ((Parent) view.getContent())
                .getChildrenUnmodifiable().stream()
                        .filter(Node::isManaged)
                        .filter(n -> n.getBoundsInParent().getMaxX() > room)
                        .map(n -> n + " is " + n.getBoundsInParent().getWidth() + " of " + room + " wide, at least "
                                + n.minWidth(-1))
                        .toList();
    }

    @Test
    void trainingIsNeverWiderThanItsRoom(FxRobot robot) throws Exception {
        train(robot);
        for (int width : List.of(1280, 1024, 1000, 900)) {
            resize(robot, width);
            // Cards go below one another in the pulse after.
            await(() -> tooWide().isEmpty());
        }
        resize(robot, 1024);
        robot.type(KeyCode.F11);
        resize(robot, 1024);
        await(() -> tooWide().isEmpty());
    }

    @Test
    void noChartsHeadIsCut(FxRobot robot) throws Exception {
        train(robot);
        for (int width : List.of(1280, 1024, 1000, 900)) {
            resize(robot, width);
            robot.interact(() -> {
                for (String chart : List.of("chart-loss", "chart-accuracy")) {
                    Node card = find(chart);
                    while (!card.getStyleClass().contains("card")) {
                        card = card.getParent();
                    }
                    double right = card.localToScene(card.getLayoutBounds()).getMaxX();
                    for (Node part : card.lookupAll(".card-head .menu-button")) {
                        double end = part.localToScene(part.getLayoutBounds()).getMaxX();
                        assertTrue(end <= right, () -> chart + " at " + width);
                    }
                    Label title = (Label) card.lookup(".card-title");
                    assertTrue(title.getWidth() >= Math.floor(title.prefWidth(-1)), () -> chart + " at " + width);
                    assertTrue(right <= window.scene().getWidth(), () -> chart + " at " + width);
                }
            });
        }
    }
}
