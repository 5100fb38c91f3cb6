package org.whorl.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.whorl.group.CyclicGroup;
import org.whorl.network.Copies;

/** A button that turns on from one copy of a filter to another: “+ 60°”. Not there where there is but one. */
public final class TurnStep extends Button {
    private double step = 360;

    /**
     * A button without a group yet.
     *
     * @param degrees what it turns
     */
    public TurnStep(DoubleProperty degrees) {
        getStyleClass().add("turn-step");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(e -> degrees.set((degrees.get() + step) % 360));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Goes from copy to copy. */
    public void show(Copies copies) {
        step = copies.step();
        String angle = CyclicGroup.format(step) + "°";
        setVisible(copies.group().order() > 1);
        setText("+ " + angle);
        setAccessibleText("Turn on by " + angle + ", from one copy of a filter to another");
        if (getTooltip() == null || !getTooltip().getText().contains(angle)) {
            setTooltip(new Tooltip("Turn on by " + angle + ", from one copy of a filter to another"));
        }
    }

    /** The angle that it goes, in degrees. */
    public double step() {
        return step;
    }
}
