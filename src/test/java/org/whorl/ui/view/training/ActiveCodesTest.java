package org.whorl.ui.view.training;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ActiveCodesTest {
    private ActiveCodes active;

    @Start
    private void start(Stage stage) {
        active = new ActiveCodes();
        active.setStyle("-fx-font-size: 26px");
        stage.setScene(new Scene(active, 400, 200));
        stage.show();
        active.show(List.of(0.279, 0.1));
    }

    @Test
    void theLargeLettersOfAPresentationHaveRoom() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            active.layout();
            List<Node> labels = active.getChildren().stream()
                    .filter(Label.class::isInstance)
                    .toList();
            assertFalse(labels.isEmpty());
            for (Node label : labels) {
                assertTrue(label.getLayoutBounds().getWidth() >= label.prefWidth(-1) - 1, label + " is cut");
            }
        });
    }
}
