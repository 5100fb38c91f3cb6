package org.whorl.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.whorl.network.Parameters;

/**
 * The folder in which a run is kept: {@code run.json}, {@code metrics.csv}, {@code checkpoint.npz}, {@code model.npz} and
 * {@code history/}. Every file is written beside its place and then moved there, so that a run that is killed leaves whole files; what it
 * leaves follows from the checkpoint, from which all the rest is made again.
 */
final class RunFolder implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.ALWAYS)
            .build();
    static final String HISTORY = "history";
    static final String CHECKPOINT = "checkpoint.npz";
    static final String MODEL = "model.npz";

    private static final Set<String> MAY_DIFFER = Set.of("training.threads", "changes");

    private final Path folder;
    private Optional<RunLock> lock = Optional.empty();

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

    /**
     * Makes this session the only one that writes here, and puts in order what one that was killed has left.
     *
     * @throws TrainingException in one line that says who holds it, where another does
     */
    void own() throws IOException {
        if (lock.isEmpty()) {
            lock = Optional.of(RunLock.of(folder));
            ReplacedFile.clear(folder);
            ReplacedFile.clear(folder.resolve(HISTORY));
            new RunSuccession(folder).settle();
        }
    }

    /** Lets others write here. */
    @Override
    public void close() {
        lock.ifPresent(RunLock::close);
        lock = Optional.empty();
    }

    /** Begins a new run; one that an earlier session left here goes to its {@link EarlierRun}. */
    void begin(RunRecord description, Parameters first) throws IOException {
        Files.createDirectories(folder);
        own();
        new RunSuccession(folder).begin(draft -> {
            RunFolder begun = new RunFolder(draft);
            begun.write(description);
            begun.writeMetrics(List.of(), description.network());
            begun.keepFilters(first, 0);
        });
    }

    /**
     * Sees to it that a run can be kept here, also where the folder was emptied meanwhile.
     *
     * @throws NoSuchFileException where the folder is gone
     */
    void prepare(RunRecord description) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (lock.isPresent()) {
            lock.get().renew();
        }
        if (!Files.exists(folder.resolve(RunRecord.FILE))) {
            write(description);
        }
    }

    boolean hasModel() {
        return Files.exists(modelFile());
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
        // Steps first, since those beyond the checkpoint are left out when they are read, and those before it are
        // nowhere else.
        steps.write(folder);
        Checkpoint.write(checkpointFile(), trainer, epochs);
        writeMetrics(epochs, trainer.parameters().spec());
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

    /**
     * Makes again what follows from the checkpoint, so that all files agree whenever the session that wrote them was killed.
     *
     * @param first the parameters before the first step
     * @param model the network of the checkpoint
     */
    void derive(Trainer restored, List<EpochMetrics> epochs, Parameters first, Model model) throws IOException {
        writeMetrics(epochs, restored.parameters().spec());
        int epoch = restored.position().epoch();
        if (!Files.exists(historyFile(folder, 0))) {
            keepFilters(first, 0);
        }
        if (restored.position().stepInEpoch() == 0) {
            keepFilters(restored.parameters(), epoch);
        }
        for (int later : FilterHistory.open(folder).epochs()) {
            if (later > epoch) {
                Files.deleteIfExists(historyFile(folder, later));
            }
        }
        writeModel(model);
    }

    /** The checkpoint's parameters. */
    Parameters parameters(NetworkSpec spec) throws IOException {
        return Checkpoint.parameters(checkpointFile(), spec);
    }

    /** How far the run was when the checkpoint was written. */
    Position position() throws IOException {
        return Checkpoint.position(checkpointFile());
    }

    static Path historyFile(Path folder, int epoch) {
        return folder.resolve(HISTORY).resolve(String.format(Locale.ROOT, "epoch-%05d.npz", epoch));
    }

    /** Keeps the filters and their learned angles as they are after so many epochs. */
    void keepFilters(Parameters parameters, int epoch) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.kind().makesBank()) {
                arrays.put(entry.name(), new NpyArray(entry.shape(), parameters.get(entry.name())));
            }
        }
        Path history = folder.resolve(HISTORY);
        if (!Files.isDirectory(history)) {
            Files.createDirectory(history);
            ReplacedFile.forceFolder(folder);
        }
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
