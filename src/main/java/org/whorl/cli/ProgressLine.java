package org.whorl.cli;

import java.io.PrintWriter;
import java.util.Locale;

import org.whorl.data.Progress;

/** Shows progress on standard error: a bar that is drawn over itself on a terminal, otherwise a line for every tenth. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean live;
    private String shown = "";
    private long drawn;
    private String work = "";
    private long tenth;

    ProgressLine(Terminal terminal) {
        err = terminal.err();
        live = terminal.live();
    }

    @Override
    public boolean report(String what, long done, long total) {
        double share = total > 0 ? Math.min(1, (double) done / total) : -1;
        if (live) {
            long now = System.nanoTime();
            if (now - drawn >= REDRAW_NANOS || !what.equals(work) || done == total) {
                drawn = now;
                draw(share, what);
            }
            work = what;
        } else if (!what.equals(work) || share >= 0 && (long) (share * 10) > tenth) {
            work = what;
            tenth = (long) (Math.max(0, share) * 10);
            err.println(share < 0 ? what : String.format(Locale.ROOT, "%s %.0f %%", what, 100 * share));
        }
        return true;
    }

    /** Draws a bar with words behind it, or the words alone where the share is negative. Only on a terminal. */
    void draw(double share, String words) {
        int full = (int) Math.round(share * WIDTH);
        String line = share < 0
                ? words
                : "▓".repeat(full)
                        + "░".repeat(WIDTH - full)
                        + String.format(Locale.ROOT, " %3.0f %%  ", 100 * share)
                        + words;
        err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
        err.flush();
        shown = line;
    }

    boolean live() {
        return live;
    }

    /** Writes a line of its own, above the bar. */
    void line(String text) {
        clear();
        err.println(text);
    }

    private void clear() {
        if (!shown.isEmpty()) {
            err.print("\r" + " ".repeat(shown.length()) + "\r");
            err.flush();
            shown = "";
        }
    }

    @Override
    public void close() {
        clear();
    }
}
