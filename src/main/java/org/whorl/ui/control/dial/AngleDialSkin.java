package org.whorl.ui.control.dial;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.VPos;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

import org.whorl.ui.control.lens.Glimpse;

/** Draws the dial: a ring with a handle at the angle, counter-clockwise from the top, and the rosette around it. */
final class AngleDialSkin extends SkinBase<AngleDial> {
    private static final double SIDE = 248;
    private static final double RADIUS = 60;
    private static final double TICK_RADIUS = 52;
    private static final double HANDLE = 9;
    private static final int LONG_ORDER = 30;
    private static final double NOTCH = 40;
    private static final Duration TURN = Duration.millis(240);

    private final DoubleProperty drawnAngle = new SimpleDoubleProperty();
    private final Arc track = new Arc(0, 0, RADIUS, RADIUS, 90 + DialScale.GAP, 360 - DialScale.GAP);
    private final Arc reach = new Arc(0, 0, RADIUS, RADIUS, 90 + DialScale.GAP, 0);
    private final Line top = new Line();
    private final Circle handle = new Circle(HANDLE);
    private final Text degrees = new Text();
    private final Text order = new Text();
    private final LearnedHand hand = new LearnedHand(RADIUS, this::drawRosette);
    private final List<Line> ticks = new ArrayList<>();
    private final Rosette rosette = new Rosette();
    private final Timeline turning = new Timeline();
    private double scrolled;

    AngleDialSkin(AngleDial dial) {
        super(dial);
        track.getStyleClass().add("track");
        track.setType(ArcType.OPEN);
        top.getStyleClass().addAll("tick", "quarter");
        reach.getStyleClass().add("reach");
        reach.setType(ArcType.OPEN);
        handle.getStyleClass().add("handle");
        degrees.getStyleClass().add("degrees");
        order.getStyleClass().add("order");
        for (Text text : List.of(degrees, order)) {
            text.setTextOrigin(VPos.CENTER);
            text.setTextAlignment(TextAlignment.CENTER);
            // Its type is styled after it is set, and anew with another theme.
            text.layoutBoundsProperty().addListener(o -> centre(text));
        }
        Pane face = new Pane();
        face.setManaged(false);
        face.getChildren().addAll(track, top);
        for (int stop : AngleDial.STOPS) {
            Line tick = new Line();
            tick.getStyleClass().add("tick");
            if (stop % 90 == 0) {
                tick.getStyleClass().add("quarter");
            }
            ticks.add(tick);
            face.getChildren().add(tick);
        }
        face.getChildren().addAll(reach, handle, hand, degrees, order);
        getChildren().addAll(rosette, face);
        Glimpse.of(dial, rosette::glimpse);

        drawnAngle.set(dial.getDegrees());
        drawnAngle.addListener((o, old, now) -> draw());
        registerChangeListener(dial.degreesProperty(), o -> turnTo(dial.getDegrees()));
        registerChangeListener(dial.kindProperty(), o -> draw());
        registerChangeListener(dial.filterProperty(), o -> drawRosette());
        registerChangeListener(dial.interpolationProperty(), o -> drawRosette());
        registerChangeListener(dial.darkProperty(), o -> drawRosette());
        registerChangeListener(dial.learnedProperty(), o -> pointHand());
        pointHand();
        dial.addEventHandler(MouseEvent.MOUSE_PRESSED, this::point);
        dial.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
        dial.addEventHandler(ScrollEvent.SCROLL, e -> {
            // A page that is scrolled past the dial does not turn it.
            if (dial.getScene().getFocusOwner() == dial
                    && Math.hypot(e.getX() - centreX(), e.getY() - centreY()) <= SIDE / 2) {
                scroll(e.getDeltaY());
                e.consume();
            }
        });
        dial.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        draw();
    }

    /** A notch of a wheel is a stop; so is as long a way of two fingers. */
    private void scroll(double by) {
        scrolled = Math.signum(by) == Math.signum(scrolled) ? scrolled + by : by;
        int stops = (int) (scrolled / NOTCH);
        scrolled -= stops * NOTCH;
        getSkinnable().turn(stops);
    }

    private void turnTo(int angle) {
        turning.stop();
        if (getSkinnable().stillProperty().get()) {
            drawnAngle.set(angle);
            return;
        }
        turning.getKeyFrames().setAll(new KeyFrame(TURN, new KeyValue(drawnAngle, angle, Interpolator.EASE_BOTH)));
        turning.play();
        label();
    }

    private void pointHand() {
        hand.turnTo(
                getSkinnable().learnedProperty().get(),
                getSkinnable().stillProperty().get());
        drawRosette();
    }

    private void point(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        getSkinnable().requestFocus();
        double dx = event.getX() - centreX();
        double dy = event.getY() - centreY();
        if (Math.hypot(dx, dy) < RADIUS / 3) {
            return;
        }
        double angle = Math.toDegrees(Math.atan2(-dx, -dy));
        angle = angle <= 0 ? angle + 360 : angle;
        getSkinnable().degreesProperty().set((int) Math.round(DialScale.angle(angle)));
        event.consume();
    }

    private void key(KeyEvent event) {
        AngleDial dial = getSkinnable();
        switch (event.getCode()) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> dial.turn(1);
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> dial.turn(-1);
            case HOME -> dial.degreesProperty().set(AngleDial.STOPS.get(0));
            case END -> dial.degreesProperty().set(AngleDial.STOPS.get(AngleDial.STOPS.size() - 1));
            case PAGE_UP -> dial.turnToQuarter(true);
            case PAGE_DOWN -> dial.turnToQuarter(false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double centreX() {
        return getSkinnable().getWidth() / 2;
    }

    private double centreY() {
        return getSkinnable().getHeight() / 2;
    }

    private void label() {
        AngleDial dial = getSkinnable();
        degrees.setText(dial.getDegrees() + "°");
        int n = dial.group().order();
        String copies = n == 1 ? "baseline" : n + (n == dial.group().rotations() ? " rotations" : " copies");
        // Longer words would run over the ring.
        order.setText(n < LONG_ORDER ? dial.group().symbol() + " · " + copies : copies);
        centre(degrees);
        centre(order);
    }

    private void centre(Text text) {
        text.setX(centreX() - text.getLayoutBounds().getWidth() / 2);
        text.setY(centreY() + (text == degrees ? -9 : 17));
    }

    private void draw() {
        double cx = centreX();
        double cy = centreY();
        track.setCenterX(cx);
        track.setCenterY(cy);
        reach.setCenterX(cx);
        reach.setCenterY(cy);
        top.setStartX(cx);
        top.setStartY(cy - RADIUS - HANDLE / 2);
        top.setEndX(cx);
        top.setEndY(cy - RADIUS + HANDLE / 2);
        double place = DialScale.place(drawnAngle.get());
        double gap = DialScale.GAP * (1 - DialScale.closed(drawnAngle.get()));
        reach.setStartAngle(90 + gap);
        reach.setLength(place - gap);
        double turn = Math.toRadians(place);
        handle.setCenterX(cx - RADIUS * Math.sin(turn));
        handle.setCenterY(cy - RADIUS * Math.cos(turn));
        for (int i = 0; i < ticks.size(); i++) {
            int stop = AngleDial.STOPS.get(i);
            double at = Math.toRadians(DialScale.place(stop));
            double inner = TICK_RADIUS - (stop % 90 == 0 ? 6 : 3);
            Line tick = ticks.get(i);
            tick.setStartX(cx - TICK_RADIUS * Math.sin(at));
            tick.setStartY(cy - TICK_RADIUS * Math.cos(at));
            tick.setEndX(cx - inner * Math.sin(at));
            tick.setEndY(cy - inner * Math.cos(at));
        }
        hand.place(cx, cy);
        label();
        drawRosette();
    }

    private void drawRosette() {
        AngleDial dial = getSkinnable();
        AngleDial.Learned learned = dial.learnedProperty().get();
        // The filter of a network that learns its angle turns by that.
        boolean byHand = learned != null && learned.order() == dial.group().order();
        rosette.draw(
                dial.filterProperty().get(),
                dial.group(),
                byHand ? hand.degrees() : drawnAngle.get(),
                byHand,
                dial.interpolationProperty().get(),
                dial.darkProperty().get(),
                centreX(),
                centreY());
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        rosette.resizeRelocate(0, 0, getSkinnable().getWidth(), getSkinnable().getHeight());
        draw();
    }

    @Override
    protected double computePrefWidth(double h, double top, double right, double bottom, double left) {
        return SIDE;
    }

    @Override
    protected double computePrefHeight(double w, double top, double right, double bottom, double left) {
        return SIDE;
    }

    @Override
    protected double computeMinWidth(double h, double top, double right, double bottom, double left) {
        return SIDE;
    }

    @Override
    protected double computeMinHeight(double w, double top, double right, double bottom, double left) {
        return SIDE;
    }

    @Override
    protected double computeMaxWidth(double h, double top, double right, double bottom, double left) {
        return Double.MAX_VALUE;
    }

    @Override
    protected double computeMaxHeight(double w, double top, double right, double bottom, double left) {
        return SIDE;
    }
}
