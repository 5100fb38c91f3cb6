package org.whorl.ui.theme;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

@ExtendWith(ApplicationExtension.class)
class ThemeSwitchTest {
    private final AtomicBoolean desktop = new AtomicBoolean();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ThemeSwitch theme = new ThemeSwitch(dark, desktop::get);
    private final BooleanProperty focused = new SimpleBooleanProperty(true);

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(new StackPane(), 300, 200);
        theme.dress(scene);
        theme.askWhen(focused);
        stage.setScene(scene);
        stage.show();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** Goes to another window and comes back. */
    private void goAndComeBack(FxRobot robot) {
        robot.interact(() -> focused.set(false));
        robot.interact(() -> focused.set(true));
    }

    @Test
    void theDesktopIsFollowedWhileTheWindowIsOpen(FxRobot robot) throws TimeoutException {
        desktop.set(true);
        goAndComeBack(robot);
        await(dark::get);
        desktop.set(false);
        goAndComeBack(robot);
        await(() -> !dark.get());
    }

    @Test
    void everyPressShowsSomethingWhateverTheDesktopPrefers(FxRobot robot) throws TimeoutException {
        for (boolean prefersDark : new boolean[] {false, true}) {
            desktop.set(prefersDark);
            robot.interact(() -> theme.choiceProperty().set(ThemeChoice.SYSTEM));
            goAndComeBack(robot);
            await(() -> dark.get() == prefersDark);
            for (int press = 1; press <= 3; press++) {
                boolean before = dark.get();
                robot.interact(theme::turnOver);
                assertNotEquals(before, dark.get(), "press " + press + " on a desktop that is dark: " + prefersDark);
            }
        }
    }

    @Test
    void whatWasChosenStaysWhateverTheDesktopDoes(FxRobot robot) throws TimeoutException {
        robot.interact(() -> theme.choiceProperty().set(ThemeChoice.DARK));
        await(dark::get);
        goAndComeBack(robot);
        robot.interact(() -> theme.choiceProperty().set(ThemeChoice.SYSTEM));
        await(() -> !dark.get());
    }
}
