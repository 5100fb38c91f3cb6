package org.whorl.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each of a network's arrays lies in one flat vector. What is learned comes first, then the batch norms' running statistics
 * (and thresholds, where they are fixed). The names are those of the model file.
 */
public final class ParameterLayout {
    /**
     * One array.
     *
     * @param name as in the model file, {@code layer0/filters}
     * @param offset its first value in the vector
     * @param length the number of values
     * @param shape its dimensions, C order, whose product is the length
     * @param learned whether training changes it by its gradient
     */
    public record Entry(String name, int offset, int length, List<Integer> shape, boolean learned) {
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

    ParameterLayout(NetworkSpec spec) {
        int c = spec.channels();
        var geometry = spec.geometry();
        int[] filters = {spec.baseFilters(), geometry.channels(), geometry.kernelHeight(), geometry.kernelWidth()};
        for (boolean learned : new boolean[] {true, false}) {
            for (int l = 0; l < spec.layers(); l++) {
                if (learned && (l == 0 || spec.tying() == WeightTying.UNTIED)) {
                    add("layer" + l + "/filters", true, filters);
                }
                if (learned == spec.thresholdLearned()) {
                    add("layer" + l + "/lambda", learned, c);
                }
                if (l < spec.layers() - 1 && spec.norm() == Normalization.BATCH) {
                    add("layer" + l + (learned ? "/norm/gamma" : "/norm/mean"), learned, c);
                    add("layer" + l + (learned ? "/norm/beta" : "/norm/variance"), learned, c);
                }
            }
            if (learned) {
                add("head/weight", true, spec.classes(), Math.multiplyExact(Pooling.cells(spec), spec.filters()));
                add("head/bias", true, spec.classes());
            }
        }
        learnedSize =
                entries.stream().filter(Entry::learned).mapToInt(Entry::length).sum();
    }

    private void add(String name, boolean learned, int... shape) {
        int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        entries.add(new Entry(name, size, length, Arrays.stream(shape).boxed().toList(), learned));
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
        return entries.stream()
                .filter(e -> e.name().equals("layer" + layer + "/filters"))
                .findFirst()
                .orElse(entries.get(0));
    }
}
