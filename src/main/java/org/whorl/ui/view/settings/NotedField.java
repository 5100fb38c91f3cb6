package org.whorl.ui.view.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number with what follows from it beside it. */
final class NotedField extends HBox {
    private final NumberField field;

    NotedField(NumberField field, Label note) {
        super(6, field, note);
        this.field = field;
        setAlignment(Pos.CENTER_RIGHT);
    }

    NumberField field() {
        return field;
    }
}
