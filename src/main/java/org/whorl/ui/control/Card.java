package org.whorl.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card of a view: a title, something small on its right, and what it shows. */
public final class Card extends VBox {
    public Card(String title, Node beside, Node content) {
        getStyleClass().add("card");
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        head.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, head, gap, beside);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(line, content);
    }
}
