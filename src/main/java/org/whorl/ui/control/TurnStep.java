package org.whorl.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;

/** A button that turns on by one rotation of a group: “+ 60°”. Not there for a group without any. */
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

    /** Goes by the rotations of this group. */
    public void show(FiniteGroup group) {
        step = group.generatorAngle();
        String angle = CyclicGroup.format(step) + "°";
        setVisible(group.order() > 1);
        setText("+ " + angle);
        setAccessibleText("Turn on by " + angle + ", a rotation of the group");
        if (getTooltip() == null || !getTooltip().getText().contains(angle)) {
            setTooltip(new Tooltip("Turn on by " + angle + ", one rotation of the group"));
        }
    }

    /** The angle that it goes, in degrees. */
    public double step() {
        return step;
    }
}
