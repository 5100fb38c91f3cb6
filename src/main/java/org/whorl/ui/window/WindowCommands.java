package org.whorl.ui.window;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;

import org.whorl.ui.export.Exporter;
import org.whorl.ui.lesson.LessonController;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.run.RunController;

/** The commands of the window's parts, with their keys. */
final class WindowCommands {
    private WindowCommands() {}

    /** What is done with the run. */
    static List<KeyCommands.Command> ofRun(RunController runs) {
        return List.of(
                new KeyCommands.Command("F5", "start or pause", runs::startOrPause),
                new KeyCommands.Command("Shortcut+G", "go on training the run that is shown", runs::goOn),
                new KeyCommands.Command("F6", "one training step", runs::step),
                new KeyCommands.Command("Shortcut+R", "reset, with the same seed", runs::reset),
                new KeyCommands.Command(
                        "Shortcut+Z",
                        "undo the reset or the experiment, or the settings of what was opened",
                        runs::undo),
                new KeyCommands.Command("Shortcut+N", "new seed", runs::newSeed));
    }

    /** Steps through the network, which are shown. */
    static List<KeyCommands.Command> inside(LabState lab, Runnable show) {
        return List.of(
                new KeyCommands.Command("F7", "one computation further inside the network", () -> {
                    lab.stepInside();
                    show.run();
                }),
                new KeyCommands.Command("Shift+F7", "one computation back", () -> {
                    lab.stepBack();
                    show.run();
                }));
    }

    /** What the sides of the window do. */
    static List<KeyCommands.Command> ofSides(Frame frame, LeftSide left) {
        return List.of(
                new KeyCommands.Command("Shortcut+D", "go to the dial", left::showDial),
                new KeyCommands.Command("F8", "fold the settings away, or bring them back", () -> frame.settings()
                        .toggle()),
                new KeyCommands.Command("F9", "fold the inspector away, or bring it back", frame::toggleInspector));
    }

    /** What becomes of a picture. */
    static List<KeyCommands.Command> ofPictures(Supplier<Exporter> exporting, Supplier<Parent> looked) {
        return List.of(
                new KeyCommands.Command(
                        "Shortcut+E",
                        "export the picture that has the focus, or the view’s first",
                        () -> exporting.get().exportNearest(looked.get())),
                new KeyCommands.Command("Shortcut+Shift+C", "copy that picture", () -> exporting
                        .get()
                        .copyNearest(looked.get())));
    }

    /** How one goes through a lesson. */
    static List<KeyCommands.Command> ofLesson(LessonController lessons) {
        return List.of(
                new KeyCommands.Command("Shortcut+L", "choose a lesson", lessons.menu()::show),
                new KeyCommands.Command("Alt+Right", "the lesson’s next step", lessons.model()::next),
                new KeyCommands.Command("Alt+Left", "the lesson’s step before", lessons.model()::previous));
    }
}
