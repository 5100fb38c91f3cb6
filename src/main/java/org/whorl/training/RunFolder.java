package org.whorl.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.NpyArray;
import org.whorl.file.Npz;
import org.whorl.file.ReplacedFile;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.ParameterLayout.Kind;
import org.whorl.network.Parameters;

/**
 * The folder in which a run is kept: {@code run.json}, {@code metrics.csv}, {@code checkpoint.npz}, {@code model.npz} and
 * {@code history/}. Every file is written beside its place and then moved there, so that a run that is killed leaves whole files.
 */
final class RunFolder {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .build();
    static final String HISTORY = "history";
    /** Where the run that was here before is kept. */
    static final String EARLIER = "earlier";

    private static final String CHECKPOINT = "checkpoint.npz";
    private static final String MODEL = "model.npz";
    private static final Set<String> MAY_DIFFER = Set.of("training.threads", "changes");

    private final Path folder;

    RunFolder(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path modelFile() {
        return folder.resolve(MODEL);
    }

    boolean hasCheckpoint() {
        return Files.exists(checkpointFile());
    }

    private Path checkpointFile() {
        return folder.resolve(CHECKPOINT);
    }

    /** Begins a new run. What an earlier one left here goes to {@value #EARLIER}, in place of what that held. */
    void begin(RunRecord description) throws IOException {
        Files.createDirectories(folder.resolve(HISTORY));
        Path earlier = folder.resolve(EARLIER);
        if (holdsRun()) {
            Files.createDirectories(earlier);
            for (String name : List.of(RunRecord.FILE, MetricsFile.NAME, StepCurves.FILE, CHECKPOINT, MODEL)) {
                Files.deleteIfExists(earlier.resolve(name));
                if (Files.exists(folder.resolve(name))) {
                    Files.move(folder.resolve(name), earlier.resolve(name));
                }
            }
            deleteFilters(earlier.resolve(HISTORY));
            Files.deleteIfExists(earlier.resolve(HISTORY));
            Files.move(folder.resolve(HISTORY), earlier.resolve(HISTORY));
        } else {
            deleteFilters(folder.resolve(HISTORY));
        }
        Files.createDirectories(folder.resolve(HISTORY));
        write(description);
        writeMetrics(List.of(), description.network());
    }

    boolean hasModel() {
        return Files.exists(modelFile());
    }

    private boolean holdsRun() {
        return hasCheckpoint() || hasModel();
    }

    private static void deleteFilters(Path history) throws IOException {
        if (Files.isDirectory(history)) {
            try (var files = Files.newDirectoryStream(history, "epoch-*.npz")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes run.json. */
    void write(RunRecord description) throws IOException {
        replace(RunRecord.FILE, JSON.writeValueAsBytes(description));
    }

    /**
     * Checks that a run is continued with the settings that it was begun with; threads may differ. Returns what was changed since.
     *
     * @throws TrainingException naming the first setting that differs
     */
    List<SettingsChange> checkSame(RunRecord now) throws IOException {
        Path file = folder.resolve(RunRecord.FILE);
        RunRecord begun = RunRecord.read(folder);
        // Through the records, so that what an older run.json does not say yet has the value that it meant.
        Map<String, Object> before = flatten("", JSON.valueToTree(begun));
        Map<String, Object> after = flatten("", JSON.valueToTree(now));
        for (Map.Entry<String, Object> entry : after.entrySet()) {
            Object found = before.get(entry.getKey());
            if (!MAY_DIFFER.contains(entry.getKey()) && !entry.getValue().equals(found)) {
                throw new TrainingException(file + ": " + entry.getKey() + ": expected " + found
                        + ", as the run was begun, found " + entry.getValue()
                        + "; resume with the same settings, or begin a run in another folder");
            }
        }
        return begun.changes();
    }

    /** The first setting in which a network is not as it has to be; empty words where there is none. */
    static String difference(NetworkSpec expected, NetworkSpec found) {
        Map<String, Object> wanted = flatten("", JSON.valueToTree(expected));
        Map<String, Object> has = flatten("", JSON.valueToTree(found));
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(has.get(entry.getKey())))
                .map(entry -> entry.getKey() + ": expected " + entry.getValue() + " as this run's network has, found "
                        + has.get(entry.getKey()))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> flatten(String prefix, JsonNode node) {
        Map<String, Object> flat = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String name = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            if (field.getValue().isObject()) {
                flat.putAll(flatten(name, field.getValue()));
            } else {
                flat.put(
                        name,
                        field.getValue().isArray()
                                ? field.getValue().toString()
                                : field.getValue().asText());
            }
        });
        return flat;
    }

    /** Writes everything that a run needs to continue, and its metrics so far. */
    void checkpoint(Trainer trainer, List<EpochMetrics> epochs, StepCurves steps) throws IOException {
        Checkpoint.write(checkpointFile(), trainer, epochs);
        writeMetrics(epochs, trainer.parameters().spec());
        steps.write(folder);
    }

    /** What the steps of a run measured up to where a trainer goes on; none where that was not kept, or can no longer be read. */
    StepCurves steps(Trainer trainer) {
        StepCurves none = new StepCurves(trainer.stepsPerEpoch());
        try {
            return StepCurves.read(folder, trainer.position().step()).orElse(none);
        } catch (IOException e) {
            // They are for looking at: training goes on without them.
            return none;
        }
    }

    /** Restores a trainer from the checkpoint; returns the epochs that it has behind it. */
    List<EpochMetrics> restore(Trainer trainer) throws IOException {
        return Checkpoint.restore(checkpointFile(), trainer);
    }

    /** How far the run was when the checkpoint was written. */
    Position position() throws IOException {
        return Checkpoint.position(checkpointFile());
    }

    static Path historyFile(Path folder, int epoch) {
        return folder.resolve(HISTORY).resolve(String.format(Locale.ROOT, "epoch-%05d.npz", epoch));
    }

    /** Keeps the filters as they are after so many epochs. */
    void keepFilters(Parameters parameters, int epoch) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.kind() == Kind.FILTERS) {
                arrays.put(entry.name(), new NpyArray(entry.shape(), parameters.get(entry.name())));
            }
        }
        Files.createDirectories(folder.resolve(HISTORY));
        new Npz(Map.of(), arrays).write(historyFile(folder, epoch));
    }

    void writeModel(Model model) throws IOException {
        ModelFile.write(model, modelFile());
    }

    private void writeMetrics(List<EpochMetrics> epochs, NetworkSpec spec) throws IOException {
        replace(MetricsFile.NAME, MetricsFile.table(epochs, spec).getBytes(StandardCharsets.UTF_8));
    }

    private void replace(String name, byte[] bytes) throws IOException {
        ReplacedFile.write(folder.resolve(name), out -> out.write(bytes));
    }
}
