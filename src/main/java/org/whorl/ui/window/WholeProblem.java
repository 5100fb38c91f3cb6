package org.whorl.ui.window;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;

/** A button beside a sentence for which there is too little room: it shows all of it. */
final class WholeProblem extends Button {
    private static final double WIDTH = 460;

    /**
     * A button that can be seen where the sentence is cut.
     *
     * @param sentence of which all is shown
     */
    WholeProblem(Label sentence) {
        super("read all");
        setId("whole-problem");
        getStyleClass().add("link-button");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip("All that is said about what went wrong"));
        setOnAction(e -> {
            Label all = new Label(sentence.getText());
            all.setId("problem-in-full");
            all.setWrapText(true);
            all.setMaxWidth(WIDTH);
            VBox content = new VBox(all);
            content.setPadding(new Insets(12));
            PopOver over = new PopOver(content);
            over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
            over.setAnimated(false);
            over.show(this);
        });
    }
}
