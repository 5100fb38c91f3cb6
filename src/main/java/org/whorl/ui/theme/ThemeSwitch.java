package org.whorl.ui.theme;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** The theme that was chosen, and what follows from it for a scene. FX thread only. */
public final class ThemeSwitch {
    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final BooleanProperty dark;
    private Scene scene;

    /**
     * @param dark is told whether the scene is dark
     */
    public ThemeSwitch(BooleanProperty dark) {
        this.dark = dark;
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Chooses light, dark, as the system, in turn. */
    public void next() {
        ThemeChoice[] all = ThemeChoice.values();
        choice.set(all[(choice.get().ordinal() + 1) % all.length]);
    }

    /** Dresses the scene now, and again whenever another theme is chosen. */
    public void dress(Scene toDress) {
        scene = toDress;
        set(choice.get() == ThemeChoice.DARK);
        choice.addListener((o, old, now) -> follow());
        follow();
    }

    private void follow() {
        switch (choice.get()) {
            case LIGHT -> set(false);
            case DARK -> set(true);
            case SYSTEM -> ask();
        }
    }

    private void ask() {
        Thread asking = new Thread(
                () -> {
                    boolean prefersDark = SystemTheme.isDark();
                    Platform.runLater(() -> {
                        if (choice.get() == ThemeChoice.SYSTEM) {
                            set(prefersDark);
                        }
                    });
                },
                "whorl-theme");
        asking.setDaemon(true);
        asking.start();
    }

    private void set(boolean toDark) {
        Stylesheets.apply(scene, toDark);
        dark.set(toDark);
    }
}
