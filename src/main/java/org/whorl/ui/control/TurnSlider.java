package org.whorl.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Slider;

/** Lets a slider turn by whole degrees: a pointer does not meet 60° between pixels, and a group has no rotation by 59.7°. */
public final class TurnSlider {
    private TurnSlider() {}

    /** Keeps a slider and an angle the same. */
    public static void follow(Slider slider, DoubleProperty degrees) {
        slider.setValue(degrees.get());
        slider.valueProperty().addListener((o, was, is) -> degrees.set(Math.rint(is.doubleValue())));
        degrees.addListener((o, was, is) -> slider.setValue(is.doubleValue()));
    }
}
