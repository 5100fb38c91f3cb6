package org.whorl.ui.task;

import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Repaints a node when asked to, but at most 50 times a second, and only while it can be seen: requests in between are one.
 *
 * <p>It counts frames and not milliseconds: a pause that ends between two frames is only noticed in the one after, so that a pause of two
 * and a half would make every third frame out of every second.
 */
public final class Repainter {
    /** More than a frame at 60 a second, where every second one paints; where they come more slowly, every one does. */
    private static final long INTERVAL_NANOS = 20_000_000;

    private final Visibility showing;
    private final Runnable paint;
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };
    private boolean wanted;
    private long last = Long.MIN_VALUE / 2;

    /**
     * A repainter that has nothing to do yet.
     *
     * @param paint called on the FX thread
     */
    public Repainter(Node node, Runnable paint) {
        this.paint = paint;
        showing = new Visibility(node);
        showing.property().addListener(o -> watchFrames());
    }

    /** Whether the node can be seen. */
    public ReadOnlyBooleanProperty showingProperty() {
        return showing.property();
    }

    /** Asks for a repaint whenever one of these changes. */
    public void requestOn(ObservableValue<?>... values) {
        for (ObservableValue<?> value : values) {
            value.addListener((o, was, is) -> request());
        }
    }

    /** Asks for a repaint, soon. */
    public void request() {
        wanted = true;
        watchFrames();
    }

    /** Only while there is something to do: a timer keeps the toolkit drawing frames. */
    private void watchFrames() {
        if (wanted && showing.property().get()) {
            frames.start();
        } else {
            frames.stop();
        }
    }

    private void frame(long now) {
        if (now - last >= INTERVAL_NANOS) {
            last = now;
            wanted = false;
            frames.stop();
            paint.run();
        }
    }
}
