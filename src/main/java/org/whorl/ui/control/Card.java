package org.whorl.ui.control;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import org.whorl.ui.export.ExportMenu;

/** A card of a view: a title, something small on its right, and what it shows. One that has a picture can fill its view. */
public final class Card extends VBox {
    /** Two arrows that go apart. */
    private static final String APART = "M1 6 V1 H6 M1 1 L5 5 M11 6 V11 H6 M11 11 L7 7";

    private final Label head = new Label();

    public Card(String title, Node beside, Node content) {
        getStyleClass().add("card");
        setTitle(title);
        head.getStyleClass().add("card-title");
        head.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, head, gap, beside);
        if (pictures(beside)) {
            line.getChildren().add(enlarge());
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("card-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(line, content);
    }

    public void setTitle(String title) {
        head.setText(title);
    }

    /** Whether what stands beside the title exports something: a picture, then. */
    private static boolean pictures(Node beside) {
        return beside instanceof ExportMenu
                || beside instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream().anyMatch(Card::pictures);
    }

    private Button enlarge() {
        SVGPath icon = new SVGPath();
        icon.setContent(APART);
        icon.getStyleClass().add("enlarge-icon");
        Button button = new Button("", icon);
        button.getStyleClass().add("enlarge-button");
        button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Fill the view, or go back (double click, F; Escape goes back)"));
        button.accessibleTextProperty()
                .bind(Bindings.concat("Let ", head.textProperty(), " fill the view, or go back"));
        button.setOnAction(e -> button.fireEvent(new EnlargeEvent()));
        return button;
    }
}
