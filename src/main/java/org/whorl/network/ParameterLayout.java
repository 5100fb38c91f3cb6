package org.whorl.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.whorl.file.Npy;
import org.whorl.file.NpyException;
import org.whorl.group.OrbitMap;

/**
 * Where each of a network's arrays lies in one flat vector. What is learned comes first, then the batch norms' running statistics
 * (and thresholds, where they are fixed). The names are those of the model file.
 */
public final class ParameterLayout {
    /** What an array holds. */
    public enum Kind {
        /** Base filters, [B, C, height, width]. */
        FILTERS("filters"),
        /** What the orbit map has of its own, such as an angle, [1]; where layers share it, it is the first's. */
        GENERATOR("generator"),
        /** What the orbit map's parameters begin from, where it has such a frame; fixed. */
        GENERATOR_FRAME("generator_frame"),
        /** λ of each channel. */
        THRESHOLDS("lambda"),
        /** A batch norm's γ. */
        NORM_SCALE("norm/gamma"),
        /** A batch norm's β. */
        NORM_SHIFT("norm/beta"),
        /** A batch norm's running mean. */
        NORM_MEAN("norm/mean"),
        /** A batch norm's running variance. */
        NORM_VARIANCE("norm/variance"),
        /** The head's weights, [classes, features]. */
        HEAD_WEIGHT("head/weight"),
        /** The head's biases, [classes]. */
        HEAD_BIAS("head/bias");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        private String name(int layer) {
            return ofHead() ? file : "layer" + layer + "/" + file;
        }

        /** Whether filter banks are made of it. */
        public boolean makesBank() {
            return this == FILTERS || this == GENERATOR || this == GENERATOR_FRAME;
        }

        boolean ofHead() {
            return this == HEAD_WEIGHT || this == HEAD_BIAS;
        }
    }

    /**
     * One array.
     *
     * @param name as in the model file, {@code layer0/filters}
     * @param kind what it holds
     * @param layer the layer it belongs to; 0 for the head
     * @param offset its first value in the vector
     * @param length the number of values
     * @param shape its dimensions, C order, whose product is the length
     * @param learned whether training changes it by its gradient
     */
    public record Entry(
            String name, Kind kind, int layer, int offset, int length, List<Integer> shape, boolean learned) {
        public Entry {
            shape = List.copyOf(shape);
        }

        /** The first value after its own. */
        public int end() {
            return offset + length;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private int size;
    private final int learnedSize;
    private final List<Entry> angles;

    ParameterLayout(NetworkSpec spec) {
        int c = spec.channels();
        var geometry = spec.geometry();
        int[] filters = {spec.baseFilters(), geometry.channels(), geometry.kernelHeight(), geometry.kernelWidth()};
        OrbitMap orbits = spec.generator() == GeneratorKind.FIXED ? null : spec.orbitMap();
        int[] shape = orbits == null ? new int[0] : dimensions(orbits.shape());
        for (boolean learned : new boolean[] {true, false}) {
            for (int l = 0; l < spec.layers(); l++) {
                if (learned && (l == 0 || spec.tying() == WeightTying.UNTIED)) {
                    add(Kind.FILTERS, l, true, filters);
                }
                if (spec.generator().hasParameters(l, spec.tying()) && orbits.learned() == learned) {
                    add(Kind.GENERATOR, l, learned, shape);
                }
                if (!learned
                        && spec.generator().hasParameters(l, spec.tying())
                        && !orbits.frameShape().isEmpty()) {
                    add(Kind.GENERATOR_FRAME, l, false, dimensions(orbits.frameShape()));
                }
                if (learned == spec.thresholdLearned()) {
                    add(Kind.THRESHOLDS, l, learned, c);
                }
                if (l < spec.layers() - 1 && spec.norm() == Normalization.BATCH) {
                    add(learned ? Kind.NORM_SCALE : Kind.NORM_MEAN, l, learned, c);
                    add(learned ? Kind.NORM_SHIFT : Kind.NORM_VARIANCE, l, learned, c);
                }
            }
            if (learned) {
                add(Kind.HEAD_WEIGHT, 0, true, spec.classes(), Math.multiplyExact(Pooling.cells(spec), spec.filters()));
                add(Kind.HEAD_BIAS, 0, true, spec.classes());
            }
        }
        angles = spec.generator().learnsAngle() ? generators() : List.of();
        learnedSize =
                entries.stream().filter(Entry::learned).mapToInt(Entry::length).sum();
    }

    /**
     * The layout of a network that a file describes.
     *
     * @param name of the file (and member), for messages
     * @throws NpyException where such a network has more parameters than there is memory for
     */
    public static ParameterLayout of(String name, NetworkSpec spec) throws NpyException {
        try {
            ParameterLayout layout = new ParameterLayout(spec);
            if (layout.size() > Npy.MAX_VALUES) {
                throw new NpyException(name + ": expected at most " + Npy.MAX_VALUES + " parameters, found "
                        + layout.size() + "; give Java more memory (-Xmx) if it is meant so");
            }
            return layout;
        } catch (ArithmeticException e) {
            throw new NpyException(name + ": expected fewer than 2^31 parameters, found more", e);
        }
    }

    private static int[] dimensions(List<Integer> shape) {
        return shape.stream().mapToInt(d -> d).toArray();
    }

    private void add(Kind kind, int layer, boolean learned, int... shape) {
        int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        entries.add(new Entry(
                kind.name(layer),
                kind,
                layer,
                size,
                length,
                Arrays.stream(shape).boxed().toList(),
                learned));
        size = Math.addExact(size, length);
    }

    /** All arrays, in the order of the vector. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The length of the vector. */
    public int size() {
        return size;
    }

    /** The length of the learned part, which comes first. */
    public int learnedSize() {
        return learnedSize;
    }

    /** The array of this name. */
    public Entry entry(String name) {
        return entries.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("parameter: found no " + name));
    }

    /** The filters that a layer uses: its own, or the first layer's where weights are tied. */
    public Entry filters(int layer) {
        return find(Kind.FILTERS, layer).orElse(entries.get(0));
    }

    /** What orbit maps have of their own, in the order of their layers: none, one for all layers, or one for each. */
    public List<Entry> generators() {
        return entries.stream().filter(e -> e.kind() == Kind.GENERATOR).toList();
    }

    /** The learned angles, likewise. */
    public List<Entry> angles() {
        return angles;
    }

    /** What a layer's orbit map has of its own: the layer's, or that of all; empty where a map has nothing of its own. */
    public Optional<Entry> generator(int layer) {
        return find(Kind.GENERATOR, layer).or(() -> find(Kind.GENERATOR, 0));
    }

    /** What the parameters of a layer's orbit map begin from, likewise; empty where it has no frame. */
    public Optional<Entry> frame(int layer) {
        return find(Kind.GENERATOR_FRAME, layer).or(() -> find(Kind.GENERATOR_FRAME, 0));
    }

    /** Where a layer's array begins; the head's, whose layer is 0. */
    int offset(Kind kind, int layer) {
        return find(kind, layer)
                .orElseThrow(() -> new IllegalArgumentException("parameter: found no " + kind.name(layer)))
                .offset();
    }

    private Optional<Entry> find(Kind kind, int layer) {
        for (Entry entry : entries) {
            if (entry.kind() == kind && entry.layer() == layer) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
