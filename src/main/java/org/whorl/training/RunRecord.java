package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.whorl.file.StrictJson;
import org.whorl.network.NetworkSpec;

/**
 * What run.json says: enough to make the same run again, to the same bits.
 *
 * @param format of this file
 * @param network every setting of the network, as it was begun
 * @param training every setting of the training, as it was begun
 * @param data the data set's name
 * @param checksum of the data set's files
 * @param trainImages number of training images used
 * @param testImages number of test images
 * @param initial fingerprint of the parameters that the run began with; “none” for random ones
 * @param generator fingerprint of the matrix that makes copies; “none” where none was given
 * @param changes of settings while it went on
 */
public record RunRecord(
        int format,
        NetworkSpec network,
        TrainingSettings training,
        String data,
        String checksum,
        int trainImages,
        int testImages,
        String initial,
        String generator,
        List<SettingsChange> changes) {
    static final int FORMAT = 1;
    static final String NONE = "none";
    /** The file's name in a run folder. */
    public static final String FILE = "run.json";

    private static final int MAX_BYTES = 1 << 22;

    public RunRecord {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format: expected " + FORMAT + ", found " + format);
        }
        // Runs of before there were matrices do not say it.
        generator = generator == null ? NONE : generator;
        if (network == null || training == null) {
            throw new IllegalArgumentException("expected the settings of network and training, found none of "
                    + (network == null ? "network" : "training"));
        }
        if (changes != null && changes.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("changes: expected a step and settings each, found null");
        }
        changes = changes == null ? List.of() : List.copyOf(changes);
        // Steps that grow, and settings that a run can have.
        for (SettingsChange change : new SettingsHistory(LiveSettings.of(training, network), changes).changes()) {
            change.settings().in(training);
            change.settings().in(network);
        }
    }

    /** Reads the run.json of a run folder. */
    public static RunRecord read(Path folder) throws IOException {
        return StrictJson.read(folder.resolve(FILE), MAX_BYTES, RunRecord.class, "the record of a run");
    }

    RunRecord withChanges(List<SettingsChange> newChanges) {
        return new RunRecord(
                format, network, training, data, checksum, trainImages, testImages, initial, generator, newChanges);
    }

    /** What there is to say of where the run came from, by the words of a model's provenance. */
    public Map<String, Object> provenance() {
        Map<String, Object> about = new LinkedHashMap<>();
        if (data != null) {
            about.put("data", data);
        }
        if (checksum != null) {
            about.put("dataChecksum", checksum);
        }
        if (!generator.equals(NONE)) {
            about.put("generatorFingerprint", generator);
        }
        about.put("training", training);
        return about;
    }
}
