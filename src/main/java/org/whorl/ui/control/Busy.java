package org.whorl.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A line that says what is being done in the background, how far it has come, and lets it be cancelled; or what went wrong. */
public final class Busy extends HBox {
    private static final double LEAST_WORDS = 88;

    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final Button cancel = new Button("Cancel");

    /**
     * A line that takes no room yet.
     *
     * @param id of the button
     * @param onCancel what the button does
     */
    public Busy(String id, Runnable onCancel) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        // Where it is narrow, the bar makes room for the words.
        bar.setPrefWidth(120);
        bar.setMinWidth(40);
        words.setWrapText(true);
        words.setMinWidth(LEAST_WORDS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        cancel.setId(id);
        cancel.getStyleClass().add("link-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> onCancel.run());
        getChildren().addAll(bar, words, cancel);
        clear();
    }

    /**
     * Something is being done.
     *
     * @param share how far it has come, 0 to 1; −1 where that is not known
     */
    public void running(String what, double share) {
        show(what, false, true);
        bar.setProgress(share);
        bar.setAccessibleText(what);
    }

    /** Gives the focus to the button, while something is being done. */
    public void focusCancel() {
        cancel.requestFocus();
    }

    /** Whether the button has the focus, which is to go somewhere before the button does. */
    public boolean hasFocusedCancel() {
        return cancel.isFocused();
    }

    /** Nothing is being done any more, and this is to be said of it. */
    public void ended(String how, boolean problem) {
        show(how, problem, false);
    }

    /** Nothing is to be said. */
    public void clear() {
        show("", false, false);
    }

    private void show(String text, boolean problem, boolean running) {
        words.setText(text);
        words.getStyleClass().setAll("label", problem ? "problem" : "muted");
        for (javafx.scene.Node node : new javafx.scene.Node[] {bar, cancel}) {
            node.setVisible(running);
            node.setManaged(running);
        }
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }

    /** What it says. */
    public String text() {
        return words.getText();
    }
}
