package org.whorl.ui.shell;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;

/**
 * Measures how long the FX thread takes from one pulse to the next: work on that thread that holds up the window shows as a long frame.
 * A label for debugging; hidden until asked for, and it measures only while it runs.
 */
public final class FrameMonitor extends Label {
    private static final double NANOS = 1e6;
    private static final long REPORT_NANOS = 500_000_000;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private long last;
    private long reported;
    private long frames;
    private double longest;
    private double recent;

    public FrameMonitor() {
        getStyleClass().add("frame-monitor");
        setVisible(false);
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Begins to measure anew. */
    public void start() {
        last = 0;
        frames = 0;
        longest = 0;
        recent = 0;
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** Shows and measures, or neither. */
    void toggle() {
        boolean show = !isVisible();
        setVisible(show);
        setManaged(show);
        if (show) {
            start();
        } else {
            stop();
        }
    }

    private void pulse(long now) {
        if (last != 0) {
            double millis = (now - last) / NANOS;
            longest = Math.max(longest, millis);
            recent = Math.max(recent, millis);
            frames++;
        }
        last = now;
        if (isVisible() && now - reported > REPORT_NANOS) {
            setText(String.format(
                    Locale.ROOT, "frame: longest %.0f ms, lately %.0f ms, %d frames", longest, recent, frames));
            reported = now;
            recent = 0;
        }
    }

    /** The longest time between two pulses since it began to measure, in milliseconds. */
    public double longestMillis() {
        return longest;
    }

    /** How many pulses it has seen. */
    public long frames() {
        return frames;
    }
}
