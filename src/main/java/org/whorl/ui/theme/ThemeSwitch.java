package org.whorl.ui.theme;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

import org.whorl.ui.task.BackgroundJob;

/** The theme that was chosen, and what follows from it for a scene. FX thread only. */
public final class ThemeSwitch {
    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final BooleanProperty dark;
    private final BooleanSupplier system;
    private final BackgroundJob<Boolean> asking = new BackgroundJob<>("whorl-theme", Platform::runLater);
    private Scene scene;

    /**
     * Nothing is dressed yet.
     *
     * @param dark is told whether the scene is dark
     */
    public ThemeSwitch(BooleanProperty dark) {
        this(dark, SystemTheme::isDark);
    }

    /**
     * Nothing is dressed yet.
     *
     * @param system whether the desktop is dark; may take a while, and is not asked on the FX thread
     */
    ThemeSwitch(BooleanProperty dark, BooleanSupplier system) {
        this.dark = dark;
        this.system = system;
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Chooses light where it is dark now, and dark where it is light, so that every call shows; the desktop's is only in the menu. */
    public void turnOver() {
        choice.set(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** Dresses the scene now, and again whenever another theme is chosen. */
    public void dress(Scene toDress) {
        scene = toDress;
        set(choice.get() == ThemeChoice.DARK);
        choice.addListener((o, old, now) -> follow());
        follow();
    }

    /**
     * Asks the desktop again whenever the user comes back to the window, since they may have changed it meanwhile.
     *
     * @param focused whether the window has the focus
     */
    public void askWhen(ObservableValue<Boolean> focused) {
        focused.addListener((o, was, is) -> {
            if (is && choice.get() == ThemeChoice.SYSTEM) {
                ask();
            }
        });
    }

    private void follow() {
        switch (choice.get()) {
            case LIGHT -> become(false);
            case DARK -> become(true);
            case SYSTEM -> ask();
        }
    }

    private void ask() {
        if (asking.stateProperty().get().running()) {
            return;
        }
        asking.replace("", report -> system.getAsBoolean(), prefersDark -> {
            if (choice.get() == ThemeChoice.SYSTEM) {
                become(prefersDark);
            }
        });
    }

    private void become(boolean toDark) {
        if (dark.get() != toDark) {
            set(toDark);
        }
    }

    private void set(boolean toDark) {
        Stylesheets.apply(scene, toDark);
        dark.set(toDark);
    }
}
