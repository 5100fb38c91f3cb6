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
import org.whorl.json.StrictJson;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;
import org.whorl.npy.NpyArray;
import org.whorl.npy.NpyException;
import org.whorl.npy.Npz;
import org.whorl.npy.ReplacedFile;

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
    private static final String STATE = "state.json";
    private static final String FIRST = "adam/first";
    private static final String SECOND = "adam/second";
    private static final String VALUES = "parameters";

    /** What a checkpoint keeps besides arrays. */
    private record State(int format, Position position, List<EpochMetrics> epochs) {
        State {
            if (format != RunRecord.FORMAT) {
                throw new IllegalArgumentException("format: expected " + RunRecord.FORMAT + ", found " + format);
            }
            if (position == null || epochs == null) {
                throw new IllegalArgumentException(
                        (position == null ? "position" : "epochs") + ": expected how far the run has come, found none");
            }
        }
    }

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
            for (String name : List.of(RunRecord.FILE, MetricsFile.NAME, CHECKPOINT, MODEL)) {
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
    void checkpoint(Trainer trainer, List<EpochMetrics> epochs) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(VALUES, array(trainer.parameters().values()));
        arrays.put(FIRST, array(trainer.optimizer().adam().first()));
        arrays.put(SECOND, array(trainer.optimizer().adam().second()));
        State state = new State(RunRecord.FORMAT, trainer.position(), epochs);
        // Thousands of epochs without the blanks that people read better by.
        byte[] json = JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(state);
        new Npz(Map.of(STATE, json), arrays).write(checkpointFile());
        writeMetrics(epochs, trainer.parameters().spec());
    }

    /** Restores a trainer from the checkpoint; returns the epochs that it has behind it. */
    List<EpochMetrics> restore(Trainer trainer) throws IOException {
        Path file = checkpointFile();
        Npz archive = Npz.read(file);
        State state = state(file, archive);
        trainer.resumeAt(state.position());
        copy(file, archive, VALUES, trainer.parameters().values());
        copy(file, archive, FIRST, trainer.optimizer().adam().first());
        copy(file, archive, SECOND, trainer.optimizer().adam().second());
        return state.epochs();
    }

    private static State state(Path file, Npz archive) throws IOException {
        byte[] json = archive.files().get(STATE);
        if (json == null) {
            throw new NpyException(file + ": expected a member " + STATE + ", found none");
        }
        return StrictJson.parse(file + ": " + STATE, json, State.class, "the state of a run");
    }

    /** How far the checkpoint is. */
    Position position() throws IOException {
        return state(checkpointFile(), Npz.read(checkpointFile())).position();
    }

    private static NpyArray array(float[] values) {
        return NpyArray.of(values.clone(), values.length);
    }

    private static void copy(Path file, Npz archive, String name, float[] to) throws NpyException {
        NpyArray array = archive.arrays().get(name);
        if (array == null || array.values().length != to.length) {
            throw new NpyException(file + ": " + name + ": expected " + to.length + " values, found "
                    + (array == null ? "none" : array.values().length));
        }
        System.arraycopy(array.values(), 0, to, 0, to.length);
    }

    static Path historyFile(Path folder, int epoch) {
        return folder.resolve(HISTORY).resolve(String.format(Locale.ROOT, "epoch-%05d.npz", epoch));
    }

    /** Keeps the filters as they are after so many epochs. */
    void keepFilters(Parameters parameters, int epoch) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            if (entry.name().endsWith("/filters")) {
                arrays.put(entry.name(), new NpyArray(entry.shape(), parameters.get(entry.name())));
            }
        }
        Files.createDirectories(folder.resolve(HISTORY));
        new Npz(Map.of(), arrays).write(historyFile(folder, epoch));
    }

    void writeModel(Model model) throws IOException {
        ModelFile.write(model, modelFile());
    }

    /** A line an epoch; only what a repetition of the run would measure as well, so that equal runs make equal files. */
    private void writeMetrics(List<EpochMetrics> epochs, NetworkSpec spec) throws IOException {
        int layers = spec.layers();
        int updates = spec.tying() == WeightTying.TIED ? 1 : layers;
        StringBuilder csv =
                new StringBuilder("epoch,step,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate");
        for (int l = 1; l <= layers; l++) {
            csv.append(",active_").append(l);
        }
        csv.append(",gradient_norm");
        for (int u = 1; u <= updates; u++) {
            csv.append(",update_").append(u);
        }
        boolean reconstructs = spec.objective().reconstruct() > 0;
        csv.append(reconstructs ? ",test_psnr\n" : "\n");
        for (EpochMetrics e : epochs) {
            csv.append(e.epoch()).append(',').append(e.step());
            for (double value :
                    new double[] {e.trainLoss(), e.trainAccuracy(), e.testLoss(), e.testAccuracy(), e.learningRate()}) {
                csv.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
            }
            e.activeFractions().forEach(value -> csv.append(',').append(value));
            // Epochs of a run that was begun before these were measured have none.
            csv.append(',').append(e.updateRatios().isEmpty() ? "" : Double.toString(e.gradientNorm()));
            for (int u = 0; u < updates; u++) {
                csv.append(',');
                if (u < e.updateRatios().size()) {
                    csv.append(e.updateRatios().get(u));
                }
            }
            if (reconstructs) {
                csv.append(',').append(Double.isNaN(e.testPsnr()) ? "" : Double.toString(e.testPsnr()));
            }
            csv.append('\n');
        }
        replace(MetricsFile.NAME, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void replace(String name, byte[] bytes) throws IOException {
        ReplacedFile.write(folder.resolve(name), out -> out.write(bytes));
    }
}
