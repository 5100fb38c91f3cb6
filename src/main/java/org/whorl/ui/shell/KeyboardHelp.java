package org.whorl.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

/** The list of keys. */
final class KeyboardHelp {
    private final PopOver popOver = new PopOver();

    KeyboardHelp(Commands commands) {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        int row = 0;
        for (Commands.Command command : commands.all()) {
            add(grid, row++, command.label(), command.words());
        }
        add(grid, row++, "Ctrl + 1 … 9", "the first, second … tab");
        for (String[] other : Commands.ELSEWHERE) {
            add(grid, row++, other[0], other[1]);
        }
        Label head = new Label("KEYS");
        head.getStyleClass().add("section-head");
        VBox content = new VBox(8, head, grid);
        content.getStyleClass().add("keyboard-help");
        popOver.setContentNode(content);
        popOver.setTitle("Keys");
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
    }

    private static void add(GridPane grid, int row, String keys, String words) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        grid.addRow(row, cap, new Label(words));
    }

    void toggle(Node anchor) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(anchor);
        }
    }

    boolean isShowing() {
        return popOver.isShowing();
    }
}
