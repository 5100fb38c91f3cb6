package org.whorl.ui.control.dial;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.util.Duration;

/** The dial's second hand, which points at what was learned, and turns there by itself; its words stand under the dial's own. */
final class LearnedHand extends Group {
    private static final Duration TURN = Duration.millis(280);
    private static final double KNOB = 4.5;
    private static final double INNER = 0.78;
    private static final double OUTER = 1.13;
    private static final double WORDS_BELOW = 33;

    private final double radius;
    private final DoubleProperty drawn = new SimpleDoubleProperty();
    private final Line hand = new Line();
    private final Circle knob = new Circle(KNOB);
    private final Text words = new Text();
    private final Timeline turning = new Timeline();
    private double x;
    private double y;

    /**
     * @param radius of the dial's ring
     * @param moved told whenever it has moved
     */
    LearnedHand(double radius, Runnable moved) {
        this.radius = radius;
        hand.getStyleClass().add("learned-hand");
        knob.getStyleClass().add("learned-knob");
        words.getStyleClass().add("learned-words");
        words.setTextOrigin(VPos.CENTER);
        words.layoutBoundsProperty().addListener(o -> draw());
        setMouseTransparent(true);
        getChildren().addAll(hand, knob, words);
        drawn.addListener(o -> {
            draw();
            moved.run();
        });
        setVisible(false);
    }

    /** Where it points, in [0, 360). */
    double degrees() {
        return drawn.get() - 360 * Math.floor(drawn.get() / 360);
    }

    /**
     * Turns to an angle the short way round.
     *
     * @param learned null for none, where it disappears
     * @param still whether it jumps there
     */
    void turnTo(AngleDial.Learned learned, boolean still) {
        turning.stop();
        boolean before = isVisible();
        setVisible(learned != null);
        if (learned == null) {
            return;
        }
        words.setText(learned.words());
        if (!before || still) {
            drawn.set(learned.degrees());
            draw();
            return;
        }
        double to = drawn.get() + Math.IEEEremainder(learned.degrees() - drawn.get(), 360);
        turning.getKeyFrames().setAll(new KeyFrame(TURN, new KeyValue(drawn, to, Interpolator.EASE_BOTH)));
        turning.play();
        draw();
    }

    /** Puts the middle of the dial here. */
    void place(double centreX, double centreY) {
        x = centreX;
        y = centreY;
        draw();
    }

    private void draw() {
        double turn = Math.toRadians(DialScale.place(degrees()));
        double sin = Math.sin(turn);
        double cos = Math.cos(turn);
        hand.setStartX(x - INNER * radius * sin);
        hand.setStartY(y - INNER * radius * cos);
        hand.setEndX(x - OUTER * radius * sin);
        hand.setEndY(y - OUTER * radius * cos);
        knob.setCenterX(x - OUTER * radius * sin);
        knob.setCenterY(y - OUTER * radius * cos);
        words.setX(x - words.getLayoutBounds().getWidth() / 2);
        words.setY(y + WORDS_BELOW);
    }
}
