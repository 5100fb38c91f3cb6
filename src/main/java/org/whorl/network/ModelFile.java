package org.whorl.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.NpyException;
import org.whorl.file.Npz;
import org.whorl.group.CyclicOrbits;
import org.whorl.group.MatrixOrbits;

/**
 * Reads and writes the model file, a NumPy archive that other programs can read and write as well.
 *
 * <p>Its members, float32: every array of the {@link ParameterLayout} by its name, {@code input/mean} [C], {@code input/std} [C],
 * {@code input/center} [D] and {@code input/whitening} [D, D] where used, and {@code spec.json}, once more as the text array {@code spec}. Members of other names are not read.
 */
public final class ModelFile {
    private static final String SPEC = "spec.json";
    private static final String MEAN = "input/mean";
    private static final String STD = "input/std";
    private static final String CENTER = "input/center";
    private static final String WHITENING = "input/whitening";

    /** How far from 1 the length of a picture may be that was 1. */
    private static final double KEPT = 1e-3;

    /** The settings once more, as an array of text: NumPy keeps arrays where it writes an archive anew, and no other members. */
    private static final String SPEC_ARRAY = "spec.npy";

    /** The parts of a model; whatever else an archive holds is not read. */
    private static final Pattern PARTS = Pattern.compile("spec\\..*|(layer\\d+|head|input|generator)/.*");

    private ModelFile() {}

    private static boolean isOfUse(String member) {
        return PARTS.matcher(member).matches();
    }

    /**
     * Reads a model.
     *
     * @throws NpyException in one line that names the member, what was expected and what was found
     */
    public static Model read(Path file) throws IOException {
        return model(file.toString(), Npz.read(file, ModelFile::isOfUse));
    }

    /** Reads a model from a stream, which it does not close; {@code name} is for messages. */
    public static Model read(String name, InputStream stream) throws IOException {
        return model(name, Npz.read(name, stream, ModelFile::isOfUse, Npy.MAX_VALUES));
    }

    /** Writes beside the target, then moves. Equal models make equal bytes. */
    public static void write(Model model, Path file) throws IOException {
        archive(model).write(file);
    }

    /** The same, compressed: worth it for models whose numbers were rounded. */
    public static void writeCompressed(Model model, Path file) throws IOException {
        archive(model).writeCompressed(file);
    }

    private static Npz archive(Model model) throws IOException {
        Parameters parameters = model.parameters();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            arrays.put(entry.name(), new NpyArray(entry.shape(), parameters.get(entry.name())));
        }
        Preparation preparation = model.preparation();
        arrays.put(MEAN, NpyArray.of(preparation.mean(), preparation.mean().length));
        arrays.put(STD, NpyArray.of(preparation.std(), preparation.std().length));
        if (preparation.center() != null) {
            arrays.put(CENTER, NpyArray.of(preparation.center(), preparation.center().length));
        }
        if (preparation.whitening() != null) {
            int size = model.spec().input().size();
            arrays.put(WHITENING, NpyArray.of(preparation.whitening(), size, size));
        }
        byte[] spec = SpecJson.of(model).bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SPEC, spec);
        files.put(SPEC_ARRAY, spec);
        return new Npz(files, arrays);
    }

    private static Model model(String name, Npz archive) throws IOException {
        byte[] json = Stream.of(SPEC, SPEC_ARRAY, SPEC + ".npy")
                .map(archive.files()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (json == null) {
            throw new NpyException(name + ": expected a member " + SPEC + ", found "
                    + listing(archive.files().keySet()) + " and "
                    + listing(archive.arrays().keySet()));
        }
        SpecJson spec = SpecJson.parse(name + ": " + SPEC, json);
        Arrays arrays = new Arrays(name, archive.arrays());
        return new Model(
                parameters(name, spec.network(), arrays),
                preparation(spec, arrays),
                spec.classNames(),
                withoutNulls(spec.provenance()));
    }

    /** Looks at every array before there is memory for the network, which a small file could claim to be huge. */
    private static Parameters parameters(String name, NetworkSpec spec, Arrays arrays) throws IOException {
        ParameterLayout layout = ParameterLayout.of(name + ": " + SPEC, spec);
        Map<ParameterLayout.Entry, float[]> found = new HashMap<>();
        for (ParameterLayout.Entry entry : layout.entries()) {
            found.put(entry, arrays.get(entry.name(), entry.shape()));
            if (entry.kind() == ParameterLayout.Kind.NORM_VARIANCE) {
                arrays.require(entry.name(), "numbers of at least 0", value -> value >= 0);
            }
        }
        for (ParameterLayout.Entry entry : layout.generators()) {
            if (!entry.learned()) {
                arrays.requireKept(entry.name(), MatrixOrbits.matrix(arrays.get(entry.name(), entry.shape())));
            } else if (spec.generator() == GeneratorKind.CYCLIC) {
                arrays.requireFrame(layout.frame(0).orElseThrow());
                arrays.require(
                        entry.name(),
                        "numbers from -" + CyclicOrbits.GREATEST + " to " + CyclicOrbits.GREATEST,
                        value -> Math.abs(value) <= CyclicOrbits.GREATEST);
            }
        }
        Parameters parameters = Parameters.blank(spec);
        found.forEach((entry, values) -> parameters.set(entry.name(), values));
        return parameters;
    }

    private static Preparation preparation(SpecJson spec, Arrays arrays) throws IOException {
        ImageShape shape = spec.network().input();
        float[] mean = arrays.get(MEAN, List.of(shape.channels()));
        float[] std = arrays.get(STD, List.of(shape.channels()));
        arrays.require(STD, "numbers above 0", value -> value > 0);
        float[] whitening = arrays.has(WHITENING) ? arrays.get(WHITENING, List.of(shape.size(), shape.size())) : null;
        float[] center = arrays.has(CENTER) ? arrays.get(CENTER, List.of(shape.size())) : null;
        try {
            return new Preparation(shape, mean, std, center, whitening, spec.epsilon());
        } catch (IllegalArgumentException e) {
            throw new NpyException(arrays.file() + ": input/" + e.getMessage(), e);
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> map) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.values().removeIf(value -> value == null);
        return copy;
    }

    private static String listing(Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().limit(8).toList());
    }

    /** A file's arrays, each checked when it is asked for. */
    private record Arrays(String file, Map<String, NpyArray> byName) {
        boolean has(String name) {
            return byName.containsKey(name);
        }

        float[] get(String name, List<Integer> shape) throws NpyException {
            NpyArray array = byName.get(name);
            if (array == null) {
                throw new NpyException(file + ": " + name + ": expected an array of shape " + shape + ", found none");
            }
            if (!array.shape().equals(shape)) {
                throw new NpyException(
                        file + ": " + name + ": expected the shape " + shape + ", found " + array.shape());
            }
            require(name, "finite numbers", Double::isFinite);
            return array.values();
        }

        void requireFrame(ParameterLayout.Entry entry) throws NpyException {
            int size = entry.shape().get(0);
            float[] values = byName.get(entry.name()).values();
            double[][] matrix = new double[size][size];
            for (int i = 0; i < values.length; i++) {
                matrix[i / size][i % size] = values[i];
            }
            requireKept(entry.name(), matrix);
        }

        /** Refuses a matrix that does not keep lengths, of which the powers would grow without bounds. */
        void requireKept(String name, double[][] matrix) throws NpyException {
            double[] picture = new double[matrix.length];
            java.util.Arrays.setAll(picture, i -> Math.sin(1 + 12.9898 * i));
            double[] image = new double[matrix.length];
            for (int i = 0; i < matrix.length; i++) {
                for (int j = 0; j < matrix.length; j++) {
                    image[i] += matrix[i][j] * picture[j];
                }
            }
            double ratio = norm(image) / norm(picture);
            if (!(Math.abs(ratio - 1) < KEPT)) {
                throw new NpyException(
                        file + ": " + name + ": expected an orthogonal matrix, which keeps lengths, found"
                                + " one that makes a picture " + ratio + " times as long");
            }
        }

        private static double norm(double[] values) {
            return Math.sqrt(java.util.Arrays.stream(values).map(v -> v * v).sum());
        }

        void require(String name, String expected, DoublePredicate holds) throws NpyException {
            for (float value : byName.get(name).values()) {
                if (!holds.test(value)) {
                    throw new NpyException(file + ": " + name + ": expected " + expected + ", found " + value);
                }
            }
        }
    }
}
