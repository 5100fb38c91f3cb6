package org.whorl.ui.lesson;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.whorl.ui.control.dial.AngleDial;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.RunController;

/** Lessons in the window: the menu that begins one, the bar that gives it, and its keys. */
public final class LessonController {
    private final LessonModel model;
    private final LessonBar bar;
    private final LessonMenu menu;

    /**
     * No lesson yet.
     *
     * @param folder with a teacher's lessons
     * @param room what of the window a lesson sets that is no model's
     */
    public LessonController(
            LabState lab, RunController runs, InputModel codes, ModelOpener opening, Path folder, LessonRoom room) {
        model = new LessonModel(new WindowStage(lab, runs, codes, opening, room, words -> complain(words)));
        runs.activeProperty().addListener(o -> model.tellRun());
        bar = new LessonBar(model);
        menu = new LessonMenu(model, folder);
    }

    private void complain(String words) {
        model.complain(words);
    }

    /** Begins the first of the lessons that come with Whorl. */
    public void beginFirst() {
        try {
            LessonFiles.builtIn().stream().findFirst().ifPresent(model::begin);
        } catch (IOException e) {
            model.complain(e.getMessage());
        }
    }

    public LessonModel model() {
        return model;
    }

    public LessonBar bar() {
        return bar;
    }

    public LessonMenu menu() {
        return menu;
    }

    /** A presenter's remote sends Page Down and Page Up; while a lesson is given these turn its pages, unless the dial or a text wants them. */
    public void takePages(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Node focused = scene.getFocusOwner();
            boolean wanted = focused instanceof TextInputControl || focused instanceof AngleDial;
            boolean modified = e.isShortcutDown() || e.isAltDown() || e.isShiftDown();
            if (model.step().isEmpty() || wanted || modified) {
                return;
            }
            if (e.getCode() == KeyCode.PAGE_DOWN) {
                model.next();
                e.consume();
            } else if (e.getCode() == KeyCode.PAGE_UP) {
                model.previous();
                e.consume();
            }
        });
    }
}
