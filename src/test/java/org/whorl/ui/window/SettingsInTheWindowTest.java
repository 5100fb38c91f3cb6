package org.whorl.ui.window;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.network.NetworkSettings;
import org.whorl.ui.window.state.WindowState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsInTheWindowTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 2, 2, 500);
        window.open();
    }

    private int step() {
        return window.runs().snapshotProperty().get().map(s -> s.step()).orElse(0);
    }

    private void fire(FxRobot robot, String id) {
        // Looked for on the FX thread: elsewhere the window may change meanwhile.
        robot.interact(() -> ((Button) window.scene().lookup("#" + id)).fire());
    }

    private List<String> problems() {
        return window.scene().getRoot().lookupAll(".setting-row .problem").stream()
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void aWrongSettingIsSaidBesideItAndNowhereElse(FxRobot robot) {
        TextInputControl kernel = (TextInputControl) window.scene().lookup("#setting-kernel");
        robot.interact(() -> {
            kernel.setText("77");
            assertEquals(List.of("expected 2 to 15, found 77"), problems());
            assertFalse(window.settings().isValid());
            kernel.setText("5");
            assertEquals(List.of(), problems());
        });
        assertEquals(5, window.settings().network().getValue().kernel());
    }

    @Test
    void aSettingTypedDuringARunTakesEffectOnEnterAndIsMarked(FxRobot robot) throws TimeoutException {
        fire(robot, "step");
        await(() -> step() == 1);
        TextInputControl rate = robot.lookup("#setting-lr").queryTextInputControl();
        robot.interact(() -> {
            rate.requestFocus();
            rate.setText("0.005");
        });
        assertTrue(window.runs().changed().isPending(), "what is being typed is not yet meant");
        robot.type(KeyCode.ENTER);
        assertFalse(window.runs().changed().isPending());
        fire(robot, "step");
        await(() -> step() == 2);
        await(() -> window.runs().shown().curves().orElseThrow().marks().size() == 1);
        assertEquals(
                "learning rate 0.005",
                window.runs().shown().curves().orElseThrow().marks().get(0).words());
    }

    @Test
    void whatKeepsARunFromStartingIsSaidInTheStatusBar(FxRobot robot) {
        TextInputControl seed = robot.lookup("#seed").queryTextInputControl();
        robot.interact(() -> seed.setText("lucky"));
        Label message = robot.lookup(".status-bar .problem").queryAs(Label.class);
        assertTrue(message.isVisible() && message.getText().contains("lucky"), message.getText());
        fire(robot, "start");
        assertFalse(window.runs().presentProperty().get());
        robot.interact(() -> seed.setText("7"));
        assertFalse(message.isVisible());
    }

    @Test
    void startLeadsToTheFieldThatIsRefused(FxRobot robot) {
        String layers = "setting-layers";
        TextField field = robot.lookup("#" + layers).queryAs(TextField.class);
        int before = window.settings().network().getValue().layers();
        robot.interact(() -> {
            for (String typed : List.of("9", "99", "999")) {
                field.setText(typed);
            }
        });
        assertEquals(before, window.settings().network().getValue().layers(), "a half typed number is not taken");
        fire(robot, "start");
        assertFalse(window.runs().presentProperty().get());
        robot.interact(() -> {
            assertEquals(field, window.scene().getFocusOwner());
            String words = ((StatusBar) window.scene().lookup(".status-bar")).getText();
            assertTrue(words.contains("first mend layers"), words);
        });
    }

    @Test
    void whatWasSetIsThereAgainNextTime(FxRobot robot) {
        robot.interact(
                () -> window.settings().network().text(NetworkSettings.LAYERS).set("3"));
        robot.interact(window::close);
        assertEquals(
                3,
                WindowState.read(home.resolve("window.json"))
                        .value()
                        .orElseThrow()
                        .network()
                        .layers());
    }

    @Test
    void whatWasSetIsRememberedHoweverTheWindowEnds(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> window.settings().network().text(NetworkSettings.LAYERS).set("3"));
        await(() -> WindowState.read(home.resolve("window.json"))
                .value()
                .map(r -> r.network().layers() == 3)
                .orElse(false));
    }
}
