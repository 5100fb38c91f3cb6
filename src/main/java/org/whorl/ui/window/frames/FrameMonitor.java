package org.whorl.ui.window.frames;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/**
 * Measures how long the FX thread takes from one pulse to the next, how much of that it computes, and how often codes are drawn: work on
 * that thread that holds up the window shows as a long frame, and a machine that is busy with something else shows as a long frame with
 * little work in it. A label for debugging; hidden until asked for, and it measures only while it runs.
 */
public final class FrameMonitor extends Label {
    private static final long REPORT_NANOS = 1_000_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private final Runnable afterLayout;
    private FrameCount all = new FrameCount();
    private final FrameCount lately = new FrameCount();
    private Optional<FrameLog> log = Optional.empty();
    private long reported;

    public FrameMonitor() {
        afterLayout = () -> {
            all.shown();
            lately.shown();
        };
        getStyleClass().add("frame-monitor");
        setVisible(false);
        setManaged(false);
        setMouseTransparent(true);
        // What is drawn in a pulse goes to the screen once all is laid out.
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.removePostLayoutPulseListener(afterLayout);
            }
            if (is != null) {
                is.addPostLayoutPulseListener(afterLayout);
            }
        });
    }

    /**
     * Counts the frames in which codes are drawn.
     *
     * @param drawn changes whenever some are
     * @param turn how the input and the dial stood for them
     */
    public <T> void countDrawn(ObservableValue<T> drawn, Function<T, ?> turn) {
        drawn.addListener((o, was, is) -> {
            all.drawn(turn.apply(is));
            lately.drawn(turn.apply(is));
        });
    }

    /** Measures from now on, into the file that the system property names, if one is named. */
    public void logWhereAsked() {
        String path = System.getProperty(FrameLog.PROPERTY);
        if (path != null) {
            try {
                log = Optional.of(new FrameLog(Path.of(path)));
                start();
            } catch (IOException e) {
                System.err.println("whorl: could not write frames to " + path + ": " + e.getMessage());
            }
        }
    }

    /** Begins to measure anew. */
    public void start() {
        all = new FrameCount();
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** Shows and measures, or neither. */
    public void toggle() {
        boolean show = !isVisible();
        setVisible(show);
        setManaged(show);
        if (show) {
            start();
        } else if (log.isEmpty()) {
            stop();
        }
    }

    private void pulse(long now) {
        long work = threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
        all.pulse(now, work);
        lately.pulse(now, work);
        if (now - reported > REPORT_NANOS) {
            log.ifPresent(file -> file.write(lately));
            setText(String.format(
                    Locale.ROOT,
                    "longest frame %.0f ms, work in one %.0f ms · in the last second %.0f and %.0f, codes drawn %d times · %d frames",
                    all.longestMillis(),
                    all.mostWorkMillis(),
                    lately.longestMillis(),
                    lately.mostWorkMillis(),
                    lately.codes(),
                    all.frames()));
            reported = now;
            lately.reset();
        }
    }

    /** The longest time between two pulses since it began to measure, in milliseconds. */
    public double longestMillis() {
        return all.longestMillis();
    }

    /** The most that the FX thread computed between two pulses, in milliseconds; 0 where Java cannot tell. */
    public double mostWorkMillis() {
        return all.mostWorkMillis();
    }

    /** How many pulses it has seen. */
    public long frames() {
        return all.frames();
    }
}
