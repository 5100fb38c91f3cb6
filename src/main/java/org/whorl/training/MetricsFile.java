package org.whorl.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.whorl.file.Memory;
import org.whorl.network.NetworkSpec;

/**
 * The metrics.csv of a run folder, a line an epoch. Where it is read, columns are found by their names, and those that are not there have
 * no value.
 */
public final class MetricsFile {
    /** The name in a run folder. */
    public static final String NAME = "metrics.csv";

    private static final int MOST_BYTES = (int) Memory.atMost(64_000_000, 32);
    /** Ten times what a run can have. */
    private static final int MOST_EPOCHS = 100_000;

    private static final int LONGEST_LINE = 1 << 16;

    private MetricsFile() {}

    /** A line an epoch; only what a repetition of the run would measure as well, so that equal runs make equal files. */
    static String table(List<EpochMetrics> epochs, NetworkSpec spec) {
        StringBuilder csv = new StringBuilder();
        line(csv, column -> column.names(spec));
        epochs.forEach(epoch -> line(csv, column -> column.cells(spec, epoch)));
        return csv.toString();
    }

    private static void line(StringBuilder csv, Function<MetricsColumn, Stream<String>> cells) {
        csv.append(MetricsColumn.ALL.stream().flatMap(cells).collect(Collectors.joining(",")))
                .append('\n');
    }

    /**
     * Reads all epochs; what a line does not say is NaN.
     *
     * @throws IOException in one line, where it is no table of metrics
     */
    public static List<EpochMetrics> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        }
    }

    /**
     * The same from elsewhere.
     *
     * @param file its name in messages
     */
    public static List<EpochMetrics> read(String file, InputStream in) throws IOException {
        List<String> lines = lines(file, in);
        List<String> names = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
        if (!names.contains("epoch")) {
            throw new IOException(
                    file + ": expected a column epoch, found " + (lines.isEmpty() ? "an empty file" : lines.get(0)));
        }
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                epochs.add(epoch(file, i + 1, names, lines.get(i).split(",", -1)));
            }
        }
        return epochs;
    }

    private static List<String> lines(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(file + ": expected at most " + MOST_BYTES + " bytes, found more");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int newline = text.indexOf('\n', from);
            int end = newline < 0 ? text.length() : newline;
            if (end - from > LONGEST_LINE || lines.size() > MOST_EPOCHS) {
                throw new IOException(file + ": line " + (lines.size() + 1) + ": expected at most " + MOST_EPOCHS
                        + " epochs, each in at most " + LONGEST_LINE + " letters, found more");
            }
            lines.add(text.substring(from, end).stripTrailing());
            from = end + 1;
        }
        return lines;
    }

    private static byte[] start(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /** Whether an epoch follows the names of the columns; also where a file begins with more than any of those. */
    public static boolean hasEpoch(Path file) throws IOException {
        byte[] bytes = start(file, LONGEST_LINE);
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        int newline = start.indexOf('\n');
        return bytes.length == LONGEST_LINE
                || newline >= 0 && !start.substring(newline).isBlank();
    }

    private static EpochMetrics epoch(String file, int line, List<String> names, String[] cells) throws IOException {
        if (cells.length != names.size()) {
            throw new IOException(
                    file + ": line " + line + ": expected " + names.size() + " values, found " + cells.length);
        }
        double[] values = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                values[i] = cells[i].isEmpty() ? Double.NaN : Double.parseDouble(cells[i]);
            } catch (NumberFormatException e) {
                throw new IOException(
                        file + ": line " + line + ": " + names.get(i) + ": expected a number, found " + cells[i], e);
            }
        }
        try {
            return metrics(names, values);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": line " + line + ": " + e.getMessage(), e);
        }
    }

    private static EpochMetrics metrics(List<String> names, double[] values) {
        return new EpochMetrics(
                (int) value("epoch", names, values),
                (int) value("step", names, values),
                value("train_loss", names, values),
                value("train_accuracy", names, values),
                value("test_loss", names, values),
                value("test_accuracy", names, values),
                value("test_psnr", names, values),
                value("learning_rate", names, values),
                all("active_", names, values),
                value("gradient_norm", names, values),
                all("update_", names, values),
                all("coherence_", names, values),
                all("generator_angle_", names, values),
                Double.NaN,
                Double.NaN);
    }

    private static double value(String name, List<String> names, double[] values) {
        int at = names.indexOf(name);
        return at < 0 ? Double.NaN : values[at];
    }

    private static List<Double> all(String prefix, List<String> names, double[] values) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (names.get(i).startsWith(prefix) && !Double.isNaN(values[i])) {
                found.add(values[i]);
            }
        }
        return found;
    }
}
