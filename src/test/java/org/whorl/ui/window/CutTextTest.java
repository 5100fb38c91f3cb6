package org.whorl.ui.window;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every text of the window, whether there is room for it. */
class CutTextTest extends EveryViewVisit {
    private static final String MODEL = "digits-c6";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Set<String> cut = new TreeSet<>();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        openSmall(shown);
    }

    @Test
    void noTextOfAShippedModelIsCutWithoutATooltipThatTellsTheWhole(FxRobot robot) throws Exception {
        awaitModelAndImages();
        await(() -> shipped(robot).isPresent());
        robot.interact(() -> shipped(robot).orElseThrow().fire());
        await(() -> window.lab().getShown().title().equals(MODEL));
        lookEverywhere(robot);
        assertEquals("", String.join("\n", cut));
    }

    private static Optional<MenuItem> shipped(FxRobot robot) {
        return robot.lookup("#open").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "gallery".equals(item.getId()))
                .flatMap(gallery -> ((Menu) gallery).getItems().stream())
                .filter(item -> item.getText().equals(MODEL))
                .findFirst();
    }

    @Test
    void noTextOfARunIsCutWithoutATooltipThatTellsTheWhole(FxRobot robot) throws Exception {
        train(robot);
        lookEverywhere(robot);
        assertEquals("", String.join("\n", cut));
    }

    private void lookEverywhere(FxRobot robot) throws Exception {
        robot.interact(() -> {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
        });
        visit(robot, (title, view) -> {
            robot.interact(() -> look(title));
            for (Node page : view.lookupAll(".page-choice .toggle-button")) {
                robot.interact(((ToggleButton) page)::fire);
                robot.interact(() -> look(title + ", " + ((ToggleButton) page).getText()));
            }
        });
    }

    private void look(String place) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        for (Node node : nodes(window.scene().getRoot())) {
            if (node instanceof Labeled labeled && isCut(labeled) && !tellsTheWhole(labeled)) {
                cut.add(name(place, node) + " “" + labeled.getText() + "”");
            }
        }
    }

    private static boolean isCut(Labeled labeled) {
        return !blank(labeled.getText())
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof Text)
                        .map(child -> ((Text) child).getText())
                        .anyMatch(drawn -> drawn.length() < labeled.getText().length()
                                && (drawn.isEmpty() || drawn.endsWith(labeled.getEllipsisString())));
    }

    private static boolean tellsTheWhole(Labeled labeled) {
        return labeled.getTooltip() != null && labeled.getTooltip().getText().contains(labeled.getText());
    }
}
