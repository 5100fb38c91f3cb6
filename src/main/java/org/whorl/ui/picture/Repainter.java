package org.whorl.ui.picture;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/** Repaints a node when asked to, but at most 25 times a second, and only while it can be seen: requests in between are one. */
public final class Repainter {
    private static final long INTERVAL_NANOS = 40_000_000;

    private final Showing showing;
    private final Runnable paint;
    private final PauseTransition pause = new PauseTransition();
    private boolean wanted;
    private boolean scheduled;
    private long last = System.nanoTime() - INTERVAL_NANOS;

    /**
     * A repainter that has nothing to do yet.
     *
     * @param paint called on the FX thread
     */
    public Repainter(Node node, Runnable paint) {
        this.paint = paint;
        showing = new Showing(node);
        showing.property().addListener(o -> schedule());
        pause.setOnFinished(event -> run());
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
        schedule();
    }

    private void schedule() {
        if (wanted && !scheduled && showing.property().get()) {
            scheduled = true;
            long wait = Math.max(1_000_000, last + INTERVAL_NANOS - System.nanoTime());
            pause.setDuration(Duration.millis(wait / 1e6));
            pause.playFromStart();
        }
    }

    private void run() {
        scheduled = false;
        if (wanted && showing.property().get()) {
            wanted = false;
            last = System.nanoTime();
            paint.run();
        }
    }
}
