package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.file.StrictJson;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/** A run folder's {@code checkpoint.npz}: parameters, Adam's moments, and how far the run has come. */
final class Checkpoint {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String STATE = "state.json";
    private static final String FIRST = "adam/first";
    private static final String SECOND = "adam/second";
    private static final String VALUES = "parameters";
    private static final Set<String> MEMBERS = Set.of(STATE, FIRST + ".npy", SECOND + ".npy", VALUES + ".npy");

    /** What is kept besides arrays. */
    private record State(int format, Position position, List<EpochMetrics> epochs, List<AngleStart> angleStarts) {
        State {
            // Checkpoints of before angles were learned have none.
            angleStarts = angleStarts == null ? List.of() : angleStarts;
            if (format != RunRecord.FORMAT) {
                throw new IllegalArgumentException("format: expected " + RunRecord.FORMAT + ", found " + format);
            }
            if (position == null || epochs == null) {
                throw new IllegalArgumentException(
                        (position == null ? "position" : "epochs") + ": expected how far the run has come, found none");
            }
        }
    }

    private Checkpoint() {}

    /** Writes everything that a run needs to continue. */
    static void write(Path file, Trainer trainer, List<EpochMetrics> epochs) throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(VALUES, array(trainer.parameters().values()));
        arrays.put(FIRST, array(trainer.optimizer().adam().first()));
        arrays.put(SECOND, array(trainer.optimizer().adam().second()));
        State state = new State(RunRecord.FORMAT, trainer.position(), epochs, trainer.angleStarts());
        new Npz(Map.of(STATE, JSON.writeValueAsBytes(state)), arrays).write(file);
    }

    /** Restores a trainer; returns the epochs that it has behind it. */
    static List<EpochMetrics> restore(Path file, Trainer trainer) throws IOException {
        Npz archive = Npz.read(file, MEMBERS::contains);
        State state = state(file, archive);
        trainer.resumeAt(state.position());
        trainer.setAngleStarts(state.angleStarts());
        copy(file, archive, VALUES, trainer.parameters().values());
        copy(file, archive, FIRST, trainer.optimizer().adam().first());
        copy(file, archive, SECOND, trainer.optimizer().adam().second());
        return state.epochs();
    }

    /** The parameters of a run's network. */
    static Parameters parameters(Path file, NetworkSpec spec) throws IOException {
        Npz archive = Npz.read(file, (VALUES + ".npy")::equals);
        float[] values = values(
                file, archive, VALUES, ParameterLayout.of(file.toString(), spec).size());
        Parameters parameters = Parameters.blank(spec);
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
        return parameters;
    }

    /** How far the run was. */
    static Position position(Path file) throws IOException {
        return state(file, Npz.read(file, STATE::equals)).position();
    }

    private static State state(Path file, Npz archive) throws IOException {
        byte[] json = archive.files().get(STATE);
        if (json == null) {
            throw new NpyException(file + ": expected a member " + STATE + ", found none");
        }
        return StrictJson.parse(file + ": " + STATE, json, State.class, "the state of a run");
    }

    private static NpyArray array(float[] values) {
        return NpyArray.of(values.clone(), values.length);
    }

    private static void copy(Path file, Npz archive, String name, float[] to) throws NpyException {
        System.arraycopy(values(file, archive, name, to.length), 0, to, 0, to.length);
    }

    private static float[] values(Path file, Npz archive, String name, int count) throws NpyException {
        NpyArray array = archive.arrays().get(name);
        if (array == null || array.values().length != count) {
            throw new NpyException(file + ": " + name + ": expected " + count + " values, found "
                    + (array == null ? "none" : array.values().length));
        }
        for (float value : array.values()) {
            if (!Float.isFinite(value)) {
                throw new NpyException(file + ": " + name + ": expected finite numbers, found " + value);
            }
        }
        return array.values();
    }
}
