package org.whorl.ui.control;

import java.util.function.DoubleSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Slider;

/**
 * Lets a slider turn by whole degrees: a pointer does not meet 60° between pixels, and a group has no rotation by 59.7°. Near a rotation of
 * the group the mouse is caught; keys go degree by degree.
 */
public final class TurnSlider {
    /** How near, in degrees, at most. */
    private static final double CATCH = 6;
    /** And at most so much of the way from one rotation to the next, so that what lies between can be met as well. */
    private static final double SHARE = 0.2;

    private TurnSlider() {}

    /** Keeps a slider and an angle the same. */
    public static void follow(Slider slider, DoubleProperty degrees) {
        follow(slider, degrees, () -> 360);
    }

    /**
     * Keeps a slider and an angle the same.
     *
     * @param step asked for the angle whose multiples catch the mouse, in degrees
     */
    public static void follow(Slider slider, DoubleProperty degrees, DoubleSupplier step) {
        slider.setValue(degrees.get());
        slider.valueProperty().addListener((o, was, is) -> {
            boolean byMouse = slider.isValueChanging() || slider.isPressed();
            degrees.set(byMouse ? caught(is.doubleValue(), step.getAsDouble()) : Math.rint(is.doubleValue()));
        });
        degrees.addListener((o, was, is) -> slider.setValue(is.doubleValue()));
    }

    /** The multiple of a step that is near, or else the nearest whole degree. */
    static double caught(double degrees, double step) {
        double multiple = Math.rint(degrees / step) * step;
        double reach = Math.min(CATCH, SHARE * step);
        return Math.abs(degrees - multiple) <= reach ? multiple : Math.rint(degrees);
    }
}
