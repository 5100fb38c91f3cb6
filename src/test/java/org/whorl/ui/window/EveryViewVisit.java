package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.TileGrid;

/** Tests that go from view to view, after a short run that left something in each. */
abstract class EveryViewVisit extends WindowTest {
    /** TestFX finds what starts a test in its own class only. */
    void openSmall(Stage stage) {
        make(stage, 2, 2, 2);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    /** A short run, so that there is something in every view. */
    void train(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        robot.interact(() -> window.runs().start());
        await(90, () -> window.runs()
                .snapshotProperty()
                .get()
                .map(s -> s.state() == TrainingState.FINISHED)
                .orElse(false));
    }

    /** Something done with a view that is in front. */
    interface Visit {
        void see(String title, Parent view) throws Exception;
    }

    void visit(FxRobot robot, Visit visit) throws Exception {
        TabPane tabs = robot.lookup(".view-tabs").queryAs(TabPane.class);
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int tab = i;
            robot.interact(() -> tabs.getSelectionModel().select(tab));
            Parent view = (Parent) tabs.getTabs().get(tab).getContent();
            // A view draws what it shows when it is seen.
            await(
                    90,
                    () -> nodes(view).stream().filter(EveryViewVisit::isPicture).allMatch(n -> !blank(text(n))));
            visit.see(tabs.getTabs().get(tab).getText(), view);
        }
    }

    static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** What a screen reader says of a node. */
    static String text(Node node) {
        if (!blank(node.getAccessibleText())) {
            return node.getAccessibleText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            return label.getText();
        }
        return node instanceof Labeled labeled && !(node instanceof ComboBox) ? labeled.getText() : "";
    }

    static boolean isPicture(Node node) {
        return node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW
                && !(node instanceof ImageView)
                && node.getLayoutBounds().getWidth() > 0
                && (!(node instanceof TileGrid grid) || grid.content() != null);
    }

    static String name(String view, Node node) {
        StringBuilder path = new StringBuilder(view + ": ");
        List<String> parts = new ArrayList<>();
        for (Node at = node; at != null && parts.size() < 4; at = at.getParent()) {
            parts.add(
                    0,
                    at.getClass().getSimpleName() + at.getStyleClass() + (at.getId() == null ? "" : "#" + at.getId()));
        }
        return path.append(String.join(" > ", parts)).toString();
    }
}
