package org.whorl.ui.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith(ApplicationExtension.class)
class RepainterTest {
    private final AtomicInteger painted = new AtomicInteger();
    private final AtomicInteger paintedInFront = new AtomicInteger();
    private TabPane tabs;
    private Repainter behind;
    private Repainter inFront;

    @Start
    private void start(Stage stage) {
        Region first = new Region();
        Region second = new Region();
        inFront = new Repainter(first, paintedInFront::incrementAndGet);
        behind = new Repainter(second, painted::incrementAndGet);
        tabs = new TabPane(new Tab("front", first), new Tab("behind", second));
        stage.setScene(new Scene(tabs, 300, 200));
        stage.show();
    }

    private static void until(AtomicInteger count, int wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> count.get() >= wanted);
    }

    @Test
    void manyRequestsAreOneRepaint(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            for (int i = 0; i < 100; i++) {
                inFront.request();
            }
        });
        until(paintedInFront, 1);
        robot.interact(inFront::request);
        until(paintedInFront, 2);
        assertEquals(2, paintedInFront.get());
    }

    @Test
    void whatCannotBeSeenIsPaintedWhenItAppears(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            behind.request();
            inFront.request();
        });
        until(paintedInFront, 1);
        assertEquals(0, painted.get());
        robot.interact(() -> tabs.getSelectionModel().select(1));
        until(painted, 1);
        assertEquals(1, painted.get());
    }
}
