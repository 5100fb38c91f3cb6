package org.whorl.ui.experiment;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What is left of the card of experiments while one of them trains: a line that brings the others back. */
public final class ExperimentsLine extends HBox {
    /**
     * A line.
     *
     * @param count of experiments
     * @param show brings the card back
     * @param dismiss takes the line away
     */
    public ExperimentsLine(int count, Runnable show, Runnable dismiss) {
        super(12);
        setId("experiments-line");
        getStyleClass().addAll("card", "experiments-line");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Begin here");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title,
                        gap,
                        button("experiments-show", "Show all " + count + " experiments", show),
                        button("experiments-dismiss", "Not now", dismiss));
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("link-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
