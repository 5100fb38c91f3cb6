package org.whorl.ui.window;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.control.dial.AngleDial;
import org.whorl.ui.view.training.TrainingView;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A page stays where it is scrolled to, unless something is begun on it. */
class PageInPlaceTest extends FreshWindow {
    @Start
    private void start(Stage stage) {
        open(stage, "500");
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void awaitCards() throws Exception {
        await(() -> find("#experiments") != null
                && window.lab().getShown() != null
                && window.lab().getShown().data().isPresent());
    }

    private Node find(String selector) {
        return window.scene().getRoot().lookup(selector);
    }

    private ScrollPane page() {
        return (ScrollPane) window.scene().getRoot().lookupAll(".plain-scroll").stream()
                .filter(TrainingView.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Button back() {
        return (Button) page().getContent().lookup("#trial-back");
    }

    /** Where the filters stand in the window. */
    private double filters() {
        Node card = back();
        while (!card.getStyleClass().contains("card")) {
            card = card.getParent();
        }
        return card.localToScene(0, 0).getY();
    }

    private void scroll(FxRobot robot, double to) {
        // The cards take their rows once they know their width.
        settle(robot);
        robot.interact(() -> {
            page().setVvalue(to);
            window.scene().getRoot().layout();
        });
    }

    private void settle(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> window.scene().getRoot().layout());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void takingATrialBackScrollsNowhere(FxRobot robot) throws Exception {
        awaitCards();
        robot.interact(() -> ((AngleDial) find("#dial")).degreesProperty().set(90));
        await(() -> back().getParent().getParent().isVisible());
        scroll(robot, 0.2);
        double before = filters();
        robot.interact(() -> {
            back().requestFocus();
            page().setVvalue(0.2);
            back().fire();
        });
        settle(robot);
        assertEquals(0.2, page().getVvalue(), 0.05);
        assertEquals(before, filters(), 20);
    }

    @Test
    void whatIsLookedAtStaysWhereItIsWhenTheCardsFold(FxRobot robot) throws Exception {
        awaitCards();
        scroll(robot, 0.6);
        double before = filters();
        robot.interact(() -> window.runs().start());
        robot.interact(() -> assertTrue(find("#experiments") == null));
        settle(robot);
        assertEquals(before, filters(), 2);
    }

    @Test
    void anExperimentBeginsAtTheTopOfItsPage(FxRobot robot) throws Exception {
        awaitCards();
        scroll(robot, 0.6);
        MenuItem item = window.firstMinute().items().stream()
                .filter(each -> each.getText().equals("Watch edges appear"))
                .findFirst()
                .orElseThrow();
        robot.interact(item::fire);
        settle(robot);
        assertEquals(0, page().getVvalue());
    }
}
