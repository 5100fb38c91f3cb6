package org.whorl.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A named choice between a few things: “scale: bank ▾”. */
public final class LabelledChoice<T> extends HBox {
    private final ComboBox<T> box = new ComboBox<>();

    /**
     * A choice bound to a property.
     *
     * @param name what is chosen, for people; empty for none
     * @param text each thing's name for people
     */
    public LabelledChoice(String name, ObjectProperty<T> value, Function<T, String> text) {
        getStyleClass().add("choice");
        box.getStyleClass().add("small-combo");
        ItemText.show(box, text, "");
        box.valueProperty().bindBidirectional(value);
        if (!name.isEmpty()) {
            Label label = new Label(name);
            label.getStyleClass().add("muted");
            label.setLabelFor(box);
            getChildren().add(label);
        } else {
            // Nothing beside it says what it is.
            Runnable say =
                    () -> box.setAccessibleText("Choice: " + (value.get() == null ? "none" : text.apply(value.get()))
                            + ", one of " + box.getItems().size());
            value.addListener(o -> say.run());
            box.getItems().addListener((ListChangeListener<T>) c -> say.run());
            say.run();
        }
        getChildren().add(box);
    }

    /** The things there are to choose from. */
    public ComboBox<T> box() {
        return box;
    }

    /** A choice between these. */
    public static <T> LabelledChoice<T> of(
            String name, ObjectProperty<T> value, Function<T, String> text, List<T> items) {
        LabelledChoice<T> choice = new LabelledChoice<>(name, value, text);
        choice.box.getItems().setAll(items);
        return choice;
    }
}
