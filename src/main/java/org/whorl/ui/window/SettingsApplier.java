package org.whorl.ui.window;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.whorl.ui.model.run.PendingSettings;
import org.whorl.ui.model.settings.Settings;

/**
 * Lets the run go on with changed settings once they are meant: a choice as soon as it is made; what is typed, when Enter is pressed or the
 * field is left.
 */
final class SettingsApplier {
    private final PendingSettings changed;
    private final Scene scene;

    private SettingsApplier(PendingSettings changed, Scene scene) {
        this.changed = changed;
        this.scene = scene;
    }

    /**
     * Applies settings from now on.
     *
     * @param scene where they are chosen and typed
     */
    static void watch(PendingSettings changed, Settings settings, Scene scene) {
        SettingsApplier meant = new SettingsApplier(changed, scene);
        changed.applicableProperty().addListener(o -> meant.applyUnlessTyping());
        settings.planProperty().addListener(o -> meant.applyUnlessTyping());
        scene.focusOwnerProperty().addListener(o -> changed.apply());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                changed.apply();
            }
        });
    }

    private void applyUnlessTyping() {
        if (!(scene.getFocusOwner() instanceof TextInputControl)) {
            changed.apply();
        }
    }
}
