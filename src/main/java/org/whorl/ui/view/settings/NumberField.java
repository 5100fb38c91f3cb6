package org.whorl.ui.view.settings;

import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.whorl.setting.Kind;

/** A field for a number, which the up and down keys make larger and smaller. */
final class NumberField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final DoubleUnaryOperator up;
    private final DoubleUnaryOperator down;
    private Runnable settled = () -> {};

    private NumberField(StringProperty text, DoubleUnaryOperator up, DoubleUnaryOperator down) {
        this.up = up;
        this.down = down;
        getStyleClass().add("number-field");
        textProperty().bindBidirectional(text);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener(o -> settled.run());
    }

    /** For whole numbers: up and down by one. */
    static NumberField counting(StringProperty text) {
        return new NumberField(text, x -> x + 1, x -> Math.max(1, x - 1));
    }

    /** For sizes: up and down by a factor of two. */
    static NumberField doubling(StringProperty text) {
        return new NumberField(text, x -> 2 * x, x -> x / 2);
    }

    private void key(KeyEvent event) {
        DoubleUnaryOperator change =
                switch (event.getCode()) {
                    case UP -> up;
                    case DOWN -> down;
                    default -> null;
                };
        if (event.getCode() == KeyCode.ENTER) {
            settled.run();
        }
        if (change == null) {
            return;
        }
        event.consume();
        // Each step is meant.
        settled.run();
        try {
            setText(Kind.format(
                    change.applyAsDouble(Double.parseDouble(getText().strip()))));
        } catch (NumberFormatException e) {
            // What is typed is not a number, which the form says already.
            return;
        }
    }

    /** Told when what stands in it is meant: by Enter, a step up or down, or as it is left. */
    NumberField settling(Runnable told) {
        settled = told;
        return this;
    }

    void setWrong(boolean wrong) {
        pseudoClassStateChanged(ERROR, wrong);
    }
}
