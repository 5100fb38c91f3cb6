package org.whorl.ui.control;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A part of a side of the window, under a head in small capitals. */
public final class Section extends VBox {
    public Section(String title, Node... content) {
        getStyleClass().add("section");
        Label head = new Label(title.toUpperCase(Locale.ROOT));
        head.getStyleClass().add("section-head");
        head.setAccessibleText(title);
        getChildren().add(head);
        getChildren().addAll(content);
    }
}
