package org.whorl.ui.model.data;

import java.util.Locale;

/**
 * A download as it stands.
 *
 * @param running whether it is under way
 * @param file what is being done: “downloading t10k-labels-idx1-ubyte.gz”
 * @param done bytes of this file so far
 * @param total bytes of this file, or −1
 * @param bytesPerSecond how fast, or 0 where that is not known yet
 * @param end why it ended; empty while it runs, and where it ended well
 * @param problem whether it ended for another reason than that it was cancelled
 */
public record Download(
        boolean running, String file, long done, long total, double bytesPerSecond, String end, boolean problem) {
    static final Download BEGINNING = new Download(true, "connecting", 0, -1, 0, "", false);

    /** The same, ended. */
    Download ended(String why, boolean wentWrong) {
        return new Download(false, file, done, total, 0, why, wentWrong);
    }

    /** How far it has come, 0 to 1; −1 where that is not known. */
    public double share() {
        return total > 0 ? (double) done / total : -1;
    }

    /** All of it in a line. */
    public String words() {
        if (!running) {
            return end;
        }
        StringBuilder words = new StringBuilder(file);
        if (total > 0) {
            words.append(String.format(Locale.ROOT, " · %s of %s", bytes(done), bytes(total)));
        }
        if (bytesPerSecond > 0) {
            words.append(" · ").append(bytes((long) bytesPerSecond)).append("/s");
            if (total > 0) {
                words.append(" · ")
                        .append(time((total - done) / bytesPerSecond))
                        .append(" left");
            }
        }
        return words.toString();
    }

    /** A number of bytes for people, in decimal units, as system monitors show them. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, bytes < 100_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
    }
}
