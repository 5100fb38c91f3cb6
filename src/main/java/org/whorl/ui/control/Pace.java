package org.whorl.ui.control;

import java.util.Locale;

import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;

/** Speed and time left in words. */
public final class Pace {
    private Pace() {}

    /** “1,180 images/s · 14 s left”; empty before anything was measured. */
    public static String of(TrainingSnapshot snapshot) {
        if (!(snapshot.imagesPerSecond() > 0)) {
            return "";
        }
        String speed = String.format(Locale.ROOT, "%,.0f images/s", snapshot.imagesPerSecond());
        boolean goesOn = snapshot.state() == TrainingState.RUNNING && Double.isFinite(snapshot.secondsLeft());
        return goesOn ? speed + " · " + duration(snapshot.secondsLeft()) + " left" : speed;
    }

    /** “14 s”, “3 min”, “2 h 5 min”. */
    public static String duration(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        if (s < 100) {
            return s + " s";
        }
        long minutes = Math.round(s / 60.0);
        return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
