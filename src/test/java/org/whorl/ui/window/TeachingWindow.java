package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.whorl.ui.Sight;

/** The window with what a teacher finds in it. */
abstract class TeachingWindow extends WindowTest {
    static final PseudoClass POINTED_OUT = PseudoClass.getPseudoClass("pointed-out");

    Stage stage;

    void open(Stage shown) throws Exception {
        stage = shown;
        Path own = Files.createDirectories(home.resolve("lessons"));
        Files.writeString(own.resolve("mine.json"), """
                {"format": 1, "title": "My_lesson", "summary": "s", "steps": [
                  {"title": "One", "text": "Look.", "show": {"view": "Filters"}}]}
                """);
        Files.writeString(own.resolve("torn.json"), "{\"format\": 1, \"title\": ");
        make(stage, 1, 2, 2);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    String title() {
        return window.lab().getShown().title();
    }

    /** The view in front; of Symmetry's pages, the one with two networks by its own name. */
    String view(FxRobot robot) {
        TabPane tabs = robot.lookup(".view-tabs").queryAs(TabPane.class);
        String tab = tabs.getSelectionModel().getSelectedItem().getText();
        if (!tab.equals("Symmetry")) {
            return tab;
        }
        ToggleButton beside = robot.lookup("#side-by-side").queryAs(ToggleButton.class);
        return beside.isSelected() ? beside.getText() : tab;
    }

    MenuItem item(FxRobot robot, String menu, String text) throws TimeoutException {
        MenuButton button = robot.lookup("#" + menu).queryAs(MenuButton.class);
        await(() -> items(button.getItems()).anyMatch(i -> text.equals(i.getText())));
        return items(button.getItems())
                .filter(i -> text.equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** Those of the menus in a menu, too. */
    static Stream<MenuItem> items(List<MenuItem> items) {
        return items.stream().flatMap(i -> i instanceof Menu menu ? items(menu.getItems()) : Stream.of(i));
    }

    boolean isPointedOut(FxRobot robot, String selector) {
        return robot.lookup(selector).query().getPseudoClassStates().contains(POINTED_OUT);
    }

    Stream<Node> pointedOut() {
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(n -> n.getPseudoClassStates().contains(POINTED_OUT))
                .filter(n -> !(n instanceof TabPane) && Sight.isSeen(n));
    }

    /** Whether no pane that is scrolled cuts it off; of what is too high for one, as much as there is room for. */
    static boolean inSight(Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                Bounds seen = pane.localToScene(pane.getLayoutBounds());
                if (place.getMinY() < seen.getMinY() - 1
                        || place.getMaxY() > seen.getMaxY() + 1 && place.getHeight() < seen.getHeight()) {
                    return false;
                }
            }
        }
        return true;
    }
}
