package org.whorl.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;

/**
 * Measures how long the FX thread takes from one pulse to the next, and how much of that it computes: work on that thread that holds up
 * the window shows as a long frame, and a machine that is busy with something else shows as a long frame with little work in it. A label
 * for debugging; hidden until asked for, and it measures only while it runs.
 */
public final class FrameMonitor extends Label {
    private static final double NANOS = 1e6;
    private static final long REPORT_NANOS = 500_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private long last;
    private long lastWork;
    private long reported;
    private long frames;
    private double longest;
    private double recent;
    private double mostWork;
    private double recentWork;

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
        mostWork = 0;
        recentWork = 0;
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
        long work = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
        if (last != 0) {
            double millis = (now - last) / NANOS;
            double worked = (work - lastWork) / NANOS;
            longest = Math.max(longest, millis);
            recent = Math.max(recent, millis);
            mostWork = Math.max(mostWork, worked);
            recentWork = Math.max(recentWork, worked);
            frames++;
        }
        last = now;
        lastWork = work;
        if (isVisible() && now - reported > REPORT_NANOS) {
            setText(String.format(
                    Locale.ROOT,
                    "longest frame %.0f ms, work in one %.0f ms · lately %.0f and %.0f · %d frames",
                    longest,
                    mostWork,
                    recent,
                    recentWork,
                    frames));
            reported = now;
            recent = 0;
            recentWork = 0;
        }
    }

    /** The longest time between two pulses since it began to measure, in milliseconds. */
    public double longestMillis() {
        return longest;
    }

    /** The most that the FX thread computed between two pulses, in milliseconds; 0 where Java cannot tell. */
    public double mostWorkMillis() {
        return mostWork;
    }

    /** How many pulses it has seen. */
    public long frames() {
        return frames;
    }
}
