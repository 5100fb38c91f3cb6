package org.whorl.ui.window.frames;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file with a line a second about the frames in it, for measurements; {@value #PROPERTY} names it. */
final class FrameLog {
    /** The system property. */
    static final String PROPERTY = "whorl.frames";

    private static final double MEGABYTE = 1 << 20;

    private final PrintStream file;
    private final long began = System.nanoTime();

    /** Begins a new file. */
    FrameLog(Path path) throws IOException {
        file = new PrintStream(Files.newOutputStream(path), true, StandardCharsets.UTF_8);
        file.println("second,frames,longest_ms,mean_work_ms,most_work_ms,codes,turned,heap_mb");
    }

    /** Writes what was counted since the last line. */
    void write(FrameCount count) {
        Runtime java = Runtime.getRuntime();
        file.printf(
                Locale.ROOT,
                "%.2f,%d,%.1f,%.2f,%.1f,%d,%d,%.0f%n",
                (System.nanoTime() - began) / 1e9,
                count.frames(),
                count.longestMillis(),
                count.meanWorkMillis(),
                count.mostWorkMillis(),
                count.codes(),
                count.turned(),
                (java.totalMemory() - java.freeMemory()) / MEGABYTE);
    }
}
