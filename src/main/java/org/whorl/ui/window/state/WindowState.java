package org.whorl.ui.window.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.ReplacedFile;
import org.whorl.file.SettingsFile;
import org.whorl.file.StrictJson;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.theme.ThemeChoice;

/**
 * How the window was left.
 *
 * @param theme what was chosen
 * @param width of the window
 * @param height of the window
 * @param maximized whether it filled the screen
 * @param logLoss whether the loss was drawn by its logarithm
 * @param view the title of the view that was in front; null where an earlier version did not say
 * @param runs where runs are kept; null for the usual place
 * @param last the run or model that was shown; null where it came up by itself
 * @param data name of the data set
 * @param dataFolder where its files are; null for the usual places
 * @param limit how many training images to use; null for all
 * @param network the settings of the network
 * @param training the settings of training
 * @param settingsSide how the settings’ side was left; null as on the first day
 * @param inspectorSide how the inspector’s side was left; null as on the first day
 * @param beginning whether experiments to begin with were still offered; null where an earlier version did not say
 */
public record WindowState(
        ThemeChoice theme,
        double width,
        double height,
        boolean maximized,
        boolean logLoss,
        String view,
        String runs,
        ModelSource last,
        String data,
        String dataFolder,
        Integer limit,
        NetworkSpec network,
        TrainingSettings training,
        SideState settingsSide,
        SideState inspectorSide,
        Boolean beginning) {
    private static final int MOST_BYTES = 1 << 16;
    private static final double MOST_PIXELS = 100_000;
    private static final JsonMapper JSON = StrictJson.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * How the window was left.
     *
     * @throws InvalidPathException where a folder's name cannot be one on this system
     */
    public WindowState {
        path(runs);
        path(dataFolder);
        expect(theme != null, "theme", "light, dark or system", theme);
        expect(width > 0 && width <= MOST_PIXELS, "width", "pixels above 0", width);
        expect(height > 0 && height <= MOST_PIXELS, "height", "pixels above 0", height);
        expect(data != null, "data", "the name of a set", null);
        expect(limit == null || limit > 0, "limit", "at least 1 image", limit);
        expect(network != null, "network", "the settings of a network", null);
        expect(training != null, "training", "the settings of training", null);
    }

    private static void expect(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }

    private static Optional<Path> path(String name) {
        return Optional.ofNullable(name).map(Path::of);
    }

    public static WindowState of(
            ThemeChoice theme,
            double width,
            double height,
            boolean maximized,
            boolean logLoss,
            String view,
            Path runs,
            Optional<ModelSource> last,
            RunSettings plan,
            SideState settingsSide,
            SideState inspectorSide,
            boolean beginning) {
        return new WindowState(
                theme,
                width,
                height,
                maximized,
                logLoss,
                view,
                runs.toString(),
                last.orElse(null),
                plan.data().name(),
                plan.data().folder().map(Path::toString).orElse(null),
                plan.limit().isPresent() ? plan.limit().getAsInt() : null,
                remembered(plan.network()),
                plan.training(),
                settingsSide,
                inspectorSide,
                beginning);
    }

    /** A matrix that makes copies is a model's, which need not be there next time. */
    private static NetworkSpec remembered(NetworkSpec network) {
        return network.generator() == GeneratorKind.MATRIX ? network.withGenerator(GeneratorKind.FIXED) : network;
    }

    public Optional<Path> chosenRunsFolder() {
        return path(runs);
    }

    /** The title of the view that was in front; empty where an earlier version did not say. */
    public Optional<String> front() {
        return Optional.ofNullable(view);
    }

    /** The run or model that was shown. */
    public Optional<ModelSource> lastShown() {
        return Optional.ofNullable(last).filter(o -> o.kind() != null && o.place() != null);
    }

    /** How the settings’ side was left. */
    public SideState settings() {
        return settingsSide == null ? SideState.USUAL : settingsSide;
    }

    /** How the inspector’s side was left. */
    public SideState inspector() {
        return inspectorSide == null ? SideState.USUAL : inspectorSide;
    }

    /** Whether experiments to begin with were still offered. */
    public boolean begins() {
        return Boolean.TRUE.equals(beginning);
    }

    public RunSettings plan() {
        return new RunSettings(
                new DataChoice(data, path(dataFolder)),
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                remembered(network),
                training);
    }

    /** Reads what was written; what cannot be understood, written by another version or by hand, is put aside and said. */
    public static SettingsFile.Found<WindowState> read(Path file) {
        return SettingsFile.read(
                file, f -> StrictJson.read(JSON, f, MOST_BYTES, WindowState.class, "how the window was left"));
    }

    /** Writes beside the file, then moves. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] json = JSON.writeValueAsBytes(this);
        ReplacedFile.write(file, out -> out.write(json));
    }
}
