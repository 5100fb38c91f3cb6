package org.whorl.ui.window;

import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.group.CyclicGroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which network is shown is said where everybody looks. */
class ShownNameTest extends WindowTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        make(stage, 1, 1, 500);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    private Label label(String id) {
        return (Label) window.scene().lookup("#" + id);
    }

    @Test
    void theWindowsTitleNamesTheModelAndThenTheRun(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        assertEquals("Whorl — " + window.lab().getShown().title(), stage.getTitle());
        robot.interact(() -> window.runs().start());
        String run = window.runs().name().orElseThrow();
        await(() -> stage.getTitle().equals("Whorl — run " + run + ", training"));
        robot.interact(() -> window.runs().pause());
        await(() -> stage.getTitle().equals("Whorl — run " + run));
    }

    @Test
    void aPresentationNamesItToo(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        robot.interact(() -> assertFalse(label("shown-name").getParent().isVisible()));
        robot.type(KeyCode.F11);
        robot.interact(() -> {
            assertTrue(label("shown-name").getParent().isVisible());
            assertEquals(window.lab().getShown().title(), label("shown-name").getText());
        });
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void underTheDialIsSaidThatItIsNotTheShownNetworks(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        int shown = window.lab().getShown().spec().group().order();
        robot.interact(() -> {
            window.settings()
                    .network()
                    .groupProperty()
                    .set(window.lab().getShown().spec().group());
            assertFalse(label("other-group").isVisible());
            window.settings().network().groupProperty().set(new CyclicGroup(12));
            assertEquals(
                    "The network shown is C" + shown + "; the dial is set to C12 for the next run.",
                    label("other-group").getText());
            assertTrue(label("other-group").isVisible());
        });
    }
}
