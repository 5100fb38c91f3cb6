package org.whorl.ui.window;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/** Everything that can be done from the keyboard, with the sentence that the help says about it. */
final class KeyCommands {
    /**
     * One command.
     *
     * @param keys as JavaFX writes them: “Shortcut+R”
     * @param words for people
     */
    record Command(String keys, String words, Runnable action) {
        String label() {
            boolean mac =
                    System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
            return keys.replace("Shortcut", mac ? "⌘" : "Ctrl")
                    .replace("Right", "→")
                    .replace("Left", "←")
                    .replace("+", " + ");
        }
    }

    /** What the help lists besides: keys that belong to what has the focus. */
    static final List<String[]> ELSEWHERE = List.of(
            new String[] {"Ctrl + 1 … 9", "the first, second … view"},
            new String[] {"Tab", "go to the next control; Shift + Tab to the one before"},
            new String[] {"← → ↑ ↓", "on the dial: the next angle; in a number: more or less; on pictures: the next one"
            },
            new String[] {"Shift + arrows", "on pictures: from value to value"},
            new String[] {"Z", "the lens over pictures, with values: hold it and move, or press it and press it again"},
            new String[] {"F, double click", "lets a picture or a chart fill the view, or goes back"},
            new String[] {"Shift + F", "lets the whole card around it fill the view"},
            new String[] {"Enter, Space", "choose; press a button; open a menu"},
            new String[] {"Menu, Shift + F10", "on pictures: export or copy"},
            new String[] {"Home, End", "on the dial: the smallest and the largest angle"},
            new String[] {
                "Page ↑, Page ↓",
                "on the dial: the next multiple of 90°; elsewhere in a lesson: the step before, the next step"
            },
            new String[] {"Esc", "closes this list; ends the lens; goes back to the view; leaves the presentation"});

    private final List<Command> all;

    KeyCommands(List<Command> all) {
        this.all = List.copyOf(all);
    }

    List<Command> all() {
        return all;
    }

    void install(Scene scene, int tabs, IntConsumer selectTab) {
        for (Command command : all) {
            scene.getAccelerators().put(KeyCombination.valueOf(command.keys()), command.action());
        }
        for (int i = 0; i < Math.min(9, tabs); i++) {
            int tab = i;
            scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+" + (i + 1)), () -> selectTab.accept(tab));
        }
    }
}
