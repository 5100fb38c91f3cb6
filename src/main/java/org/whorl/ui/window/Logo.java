package org.whorl.ui.window;

import javafx.scene.Group;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;

/** Whorl's mark: one petal, six orientations. */
final class Logo extends Group {
    private static final int PETALS = 6;

    /** A mark of this many pixels across. */
    Logo(double size) {
        double half = size / 2;
        // An invisible square, so that the mark's size does not depend on where its petals end.
        Rectangle bounds = new Rectangle(size, size);
        bounds.setOpacity(0);
        getChildren().add(bounds);
        for (int i = 0; i < PETALS; i++) {
            Ellipse petal = new Ellipse(half, half - size * 0.29, size * 0.115, size * 0.21);
            petal.getStyleClass().add(i % 2 == 0 ? "petal-b" : "petal-a");
            petal.getTransforms().add(new Rotate(360.0 / PETALS * i, half, half));
            getChildren().add(petal);
        }
    }
}
