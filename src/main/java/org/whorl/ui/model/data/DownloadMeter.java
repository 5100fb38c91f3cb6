package org.whorl.ui.model.data;

/** Turns what a download reports into its speed: an average over the last seconds, so that it can be read. */
final class DownloadMeter {
    private static final double INTERVAL = 0.5e9;
    private static final double MEMORY = 0.7;

    private String file = "";
    private long since;
    private long from;
    private double speed;

    /**
     * Takes a report.
     *
     * @param nanos when it was made
     */
    Download report(String what, long done, long total, long nanos) {
        if (!what.equals(file) || done < from) {
            file = what;
            since = nanos;
            from = done;
            speed = 0;
        } else if (nanos - since >= INTERVAL) {
            double now = (done - from) / ((nanos - since) / 1e9);
            speed = speed == 0 ? now : MEMORY * speed + (1 - MEMORY) * now;
            since = nanos;
            from = done;
        }
        return new Download(true, what, done, total, speed, "", false);
    }
}
