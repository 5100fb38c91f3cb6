package org.whorl.ui.window;

import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.whorl.ui.model.Glossary;

/** What the words on screen mean, and the list of keys, over the window; Escape or a click beside it closes it. */
final class KeyboardHelp extends StackPane {
    private static final double MEANING = 330;

    private final KeyCommands commands;
    private final Runnable begin;
    private Node focusedBefore;

    /**
     * The list, closed.
     *
     * @param begin shows the experiments to begin with
     */
    KeyboardHelp(KeyCommands commands, Runnable begin) {
        this.commands = commands;
        this.begin = begin;
        getStyleClass().add("scrim");
        setVisible(false);
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                toggle();
            }
        });
        // Wherever the focus is, and before menu buttons, which keep Escape to themselves.
        sceneProperty().addListener((o, was, is) -> is.addEventFilter(KeyEvent.KEY_PRESSED, this::escape));
    }

    private ScrollPane card() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        int row = 0;
        for (KeyCommands.Command command : commands.all()) {
            add(grid, row++, command.label(), command.words());
        }
        for (String[] other : KeyCommands.ELSEWHERE) {
            add(grid, row++, other[0], other[1]);
        }
        VBox keys = new VBox(8, head("KEYS"), grid);
        VBox words = new VBox(8, head("WORDS"), words());
        Button first = new Button("Begin here: experiments, a click each");
        first.setId("help-begin");
        first.setOnAction(e -> {
            toggle();
            begin.run();
        });
        VBox list = new VBox(16, first, new HBox(32, words, keys));
        list.setPadding(new Insets(16));
        ScrollPane card = new ScrollPane(list);
        card.getStyleClass().addAll("card", "keyboard-help");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setFitToWidth(true);
        StackPane.setAlignment(card, Pos.CENTER);
        StackPane.setMargin(card, new Insets(24));
        return card;
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("section-head");
        return head;
    }

    private static GridPane words() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        int row = 0;
        for (Map.Entry<String, String> entry : Glossary.words().entrySet()) {
            Label word = new Label(entry.getKey());
            word.getStyleClass().add("strong");
            word.setMinWidth(USE_PREF_SIZE);
            Label meaning = new Label(entry.getValue());
            meaning.setWrapText(true);
            meaning.setPrefWidth(MEANING);
            meaning.setMinHeight(USE_PREF_SIZE);
            grid.addRow(row++, word, meaning);
        }
        return grid;
    }

    private void escape(KeyEvent e) {
        if (isVisible() && e.getCode() == KeyCode.ESCAPE) {
            toggle();
            e.consume();
        }
    }

    private static void add(GridPane grid, int row, String keys, String words) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(words);
        text.setWrapText(true);
        grid.addRow(row, cap, text);
    }

    /** Opens or closes it; afterwards the focus is where it was. */
    void toggle() {
        boolean open = !isVisible();
        if (open) {
            focusedBefore = getScene().getFocusOwner();
            getChildren().setAll(card());
        }
        setVisible(open);
        if (open) {
            getChildren().get(0).requestFocus();
        } else {
            getChildren().clear();
            if (focusedBefore != null) {
                focusedBefore.requestFocus();
            }
        }
    }
}
