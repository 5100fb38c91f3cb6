package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.group.CyclicGroup;
import org.whorl.network.ParameterCount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the window says in its last line while there is a run. */
class StatusLineTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 1, 1, 500);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    private Node find(String selector) {
        return window.scene().lookup(selector);
    }

    private String words() {
        return ((StatusBar) find(".status-bar")).getText();
    }

    private boolean complains(String of) {
        Label problem = (Label) find(".status-bar .problem");
        return problem != null && problem.isVisible() && problem.getText().contains(of);
    }

    private int step() {
        return window.runs().snapshotProperty().get().map(s -> s.step()).orElse(0);
    }

    private void dropBroken(FxRobot robot) throws Exception {
        Path broken = Files.writeString(home.resolve("broken.npz"), "no model");
        robot.interact(() -> window.drop(List.of(broken)));
        await(() -> complains("broken.npz"));
    }

    private void goOn() throws TimeoutException {
        int now = step();
        await(() -> step() > now + 20);
    }

    @Test
    void theNextRunIsTheOneThatTheDialSetsNow(FxRobot robot) throws Exception {
        awaitModelAndImages();
        for (int order : new int[] {4, 8, 6}) {
            robot.interact(() -> window.settings().network().groupProperty().set(new CyclicGroup(order)));
            int parameters = ParameterCount.of(
                            window.settings().planProperty().get().network())
                    .total();
            String expected = String.format(Locale.ROOT, "%,d parameters", parameters);
            await(() -> {
                String next = ((Label) find("#strip-next")).getText();
                return next.contains("C" + order) && next.contains(expected);
            });
        }
    }

    @Test
    void whatIsCopiedIsSaidAlsoAfterARun(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> window.runs().step());
        await(() -> step() == 1);
        await(() -> window.scene().getWindow().isFocused());
        robot.interact(() -> window.scene().getRoot().requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.CONTROL, KeyCode.SHIFT);
        await(() -> words().contains("copied"));
        robot.interact(() -> window.runs().start());
        await(() -> words().startsWith("training"));
    }

    @Test
    void howFastTheRunIsIsSaidOnce(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> window.runs().start());
        goOn();
        // Smaller type stands for a wider window, which the screen of a test has no room for.
        for (int size : new int[] {10, 16}) {
            robot.interact(() -> window.scene().getRoot().setStyle("-fx-font-size: " + size + "px;"));
            await(() -> find("#pace").isVisible() == (size == 10));
            await(() -> words().startsWith("training") && words().contains("images/s") == (size == 16));
        }
    }

    @Test
    void aPresentationSaysForAWhileHowItIsLeft(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> assertFalse(find("#way-out").isVisible()));
        robot.type(KeyCode.F11);
        robot.interact(() -> {
            assertTrue(find("#way-out").isVisible());
            assertEquals("Esc or F11 leaves the presentation", ((Label) find("#way-out")).getText());
        });
        await(() -> !find("#way-out").isVisible());
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.F11);
        robot.type(KeyCode.F11);
        robot.interact(() -> assertFalse(find("#way-out").isVisible(), "it was left"));
    }

    @Test
    void whatWentWrongStandsWhileTheRunGoesOn(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> window.runs().start());
        goOn();
        dropBroken(robot);
        goOn();
        robot.interact(() -> assertTrue(complains("broken.npz")));
        robot.interact(() -> window.runs().pause());
        await(() -> !window.runs().isActive());
        robot.interact(() -> window.runs().start());
        await(() -> !complains("broken.npz"));
    }

    @Test
    void aPresentationKeepsWhatWentWrongAndUndo(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.type(KeyCode.F11);
        robot.interact(() -> assertFalse(find(".status-bar") != null, "nothing has to be said"));
        dropBroken(robot);
        robot.interact(() -> window.runs().start());
        await(() -> find(".status-bar") == null);
        goOn();
        robot.interact(() -> window.runs().reset());
        await(() -> find("#offer") instanceof Button button && button.isVisible());
        robot.interact(() -> assertEquals("Undo", ((Button) find("#offer")).getText()));
        robot.type(KeyCode.ESCAPE);
    }
}
