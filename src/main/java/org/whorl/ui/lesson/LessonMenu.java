package org.whorl.ui.lesson;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;

import org.whorl.ui.task.BackgroundJob;

/** The lessons that come with Whorl, those of a teacher, and any other from a file. */
public final class LessonMenu extends MenuButton {
    private final BackgroundJob<List<MenuItem>> reading = new BackgroundJob<>("whorl-lessons", Platform::runLater);
    private final LessonModel model;
    private final Path folder;
    private List<MenuItem> first = List.of();

    /**
     * A menu.
     *
     * @param folder where a teacher's lessons are looked for
     */
    LessonMenu(LessonModel model, Path folder) {
        super("Lessons");
        this.model = model;
        this.folder = folder;
        setId("lessons");
        setTooltip(new Tooltip("Lessons, step by step (Ctrl+L); your own from " + folder));
        setOnShowing(e -> refresh());
        getItems().setAll(openItem());
        refresh();
    }

    /** Puts items before the lessons. */
    public void setFirst(List<MenuItem> items) {
        first = List.copyOf(items);
        refresh();
    }

    /** Reads in the background which lessons there are: a teacher may have edited one a moment ago. */
    private void refresh() {
        reading.replace("", report -> found(), items -> getItems().setAll(items), model::complain);
    }

    private List<MenuItem> found() {
        List<MenuItem> items = new ArrayList<>();
        if (!first.isEmpty()) {
            items.add(head("Experiments: one click sets all"));
            items.addAll(first);
            items.add(new SeparatorMenuItem());
            items.add(head("Lessons: step by step"));
        }
        try {
            LessonFiles.builtIn().forEach(lesson -> items.add(item(lesson)));
            List<Path> own = LessonFiles.in(folder);
            if (!own.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            own.forEach(file -> items.add(item(file)));
        } catch (IOException e) {
            Platform.runLater(() -> model.complain(e.getMessage()));
        }
        items.add(new SeparatorMenuItem());
        items.add(openItem());
        return items;
    }

    private static MenuItem head(String words) {
        MenuItem head = new MenuItem(words);
        head.getStyleClass().add("menu-head");
        head.setDisable(true);
        return head;
    }

    private MenuItem item(Lesson lesson) {
        return named(lesson.title(), () -> model.begin(lesson));
    }

    /** An item whose name is not Whorl's: an underscore in it is one. */
    private static MenuItem named(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    /** A file that is no lesson is listed too, and says what is wrong with it when it is chosen. */
    private MenuItem item(Path file) {
        try {
            return item(LessonFiles.read(file));
        } catch (IOException refused) {
            return named(file.getFileName() + " (cannot be read)", () -> model.complain(refused.getMessage()));
        }
    }

    private MenuItem openItem() {
        MenuItem item = new MenuItem("Open a lesson file…");
        item.setOnAction(e -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Open a lesson file");
            chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Lessons", "*.json"));
            File file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                open(file.toPath());
            }
        });
        return item;
    }

    /** Begins the lesson that is in a file. */
    public void open(Path file) {
        try {
            model.begin(LessonFiles.read(file));
        } catch (IOException e) {
            model.complain(e.getMessage());
        }
    }
}
