package org.whorl.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

import org.whorl.group.CyclicOrbits;
import org.whorl.group.Generator;
import org.whorl.group.MatrixOrbits;
import org.whorl.group.OrbitMap;
import org.whorl.group.Support;
import org.whorl.network.ParameterLayout.Kind;
import org.whorl.random.NormalNumbers;

/** A network's numbers: learned ones and running statistics, in one flat vector. Mutable, not thread-safe. */
public final class Parameters {
    private final NetworkSpec spec;
    private final ParameterLayout layout;
    private final float[] values;

    private Parameters(NetworkSpec spec, ParameterLayout layout, float[] values) {
        this.spec = spec;
        this.layout = layout;
        this.values = values;
    }

    /** All zeros, but for running variances and norm scales of 1, thresholds and angles of the specification, and an identity for a matrix. */
    public static Parameters blank(NetworkSpec spec) {
        ParameterLayout layout = new ParameterLayout(spec);
        Parameters parameters = new Parameters(spec, layout, new float[layout.size()]);
        parameters.beginOrbits(() -> 0);
        for (ParameterLayout.Entry entry : layout.entries()) {
            switch (entry.kind()) {
                case THRESHOLDS -> parameters.fill(entry, (float) spec.threshold());
                case NORM_SCALE, NORM_VARIANCE -> parameters.fill(entry, 1);
                default -> {}
            }
        }
        return parameters;
    }

    /**
     * Parameters to start training from: filters from a normal distribution, each scaled to unit norm per filter and channel; head
     * weights uniform in ±1/√features; everything else as in {@link #blank}. The same seed gives the same bits on every version of Java.
     */
    public static Parameters initial(NetworkSpec spec, long seed) {
        Parameters parameters = blank(spec);
        SplittableRandom random = new SplittableRandom(seed ^ 0x77686f726cL);
        NormalNumbers normal = new NormalNumbers(random);
        for (ParameterLayout.Entry entry : parameters.layout.entries()) {
            if (entry.kind() == Kind.FILTERS) {
                for (int i = 0; i < entry.length(); i++) {
                    parameters.values[entry.offset() + i] = (float) normal.next();
                }
            } else if (entry.kind() == Kind.HEAD_WEIGHT) {
                double bound = 1 / Math.sqrt(entry.shape().get(1));
                for (int i = 0; i < entry.length(); i++) {
                    parameters.values[entry.offset() + i] = (float) ((2 * random.nextDouble() - 1) * bound);
                }
            }
        }
        parameters.beginOrbits(normal::next);
        parameters.restrictFilters();
        parameters.normalizeFilters();
        return parameters;
    }

    private void beginOrbits(DoubleSupplier normal) {
        if (!layout.generators().isEmpty()) {
            OrbitMap orbits = spec.orbitMap();
            layout.generators().forEach(entry -> orbits.begin(values, entry.offset(), normal));
            layout.frame(0).ifPresent(entry -> orbits.beginFrame(values, entry.offset(), normal));
        }
    }

    /** Puts what orbit maps have learned back to where it may be. */
    public void constrainOrbits() {
        if (layout.generators().stream().anyMatch(ParameterLayout.Entry::learned)) {
            OrbitMap orbits = spec.orbitMap();
            layout.generators().forEach(entry -> orbits.constrain(values, entry.offset()));
        }
    }

    /** Makes the filters zero outside their support, where they come from a network with another one. */
    public void restrictFilters() {
        for (ParameterLayout.Entry entry : layout.entries()) {
            if (entry.kind() == Kind.FILTERS) {
                int side = entry.shape().get(2);
                int[] outside = spec.support() == Support.SQUARE
                        ? new int[0]
                        : spec.support().outside(side);
                for (int at = entry.offset(); at < entry.end(); at += side * side) {
                    for (int pixel : outside) {
                        values[at + pixel] = 0;
                    }
                }
            }
        }
    }

    private void fill(ParameterLayout.Entry entry, float value) {
        Arrays.fill(values, entry.offset(), entry.end(), value);
    }

    /** Scales every channel of every base filter to unit Frobenius norm; a filter of zeros stays. */
    public void normalizeFilters() {
        for (ParameterLayout.Entry entry : layout.entries()) {
            if (entry.kind() == Kind.FILTERS) {
                int area = entry.shape().get(2) * entry.shape().get(3);
                for (int at = entry.offset(); at < entry.end(); at += area) {
                    double sum = 0;
                    for (int i = at; i < at + area; i++) {
                        sum += (double) values[i] * values[i];
                    }
                    if (sum > 0) {
                        double scale = 1 / Math.sqrt(sum);
                        for (int i = at; i < at + area; i++) {
                            values[i] = (float) (values[i] * scale);
                        }
                    }
                }
            }
        }
    }

    public NetworkSpec spec() {
        return spec;
    }

    public ParameterLayout layout() {
        return layout;
    }

    /** The vector itself, not a copy; arranged as {@link #layout} says. */
    public float[] values() {
        return values;
    }

    /** A copy of one array. */
    public float[] get(String name) {
        ParameterLayout.Entry entry = layout.entry(name);
        return Arrays.copyOfRange(values, entry.offset(), entry.end());
    }

    /** A copy of a layer's base filters, [B, C, s, s]; the first layer's where weights are tied. */
    public float[] filters(int layer) {
        return get(layout.filters(layer).name());
    }

    /** The learned angles in degrees, each from 0 to 360, in the order of their layers; empty where none is learned. */
    public List<Double> generatorAngles() {
        return layout.angles().stream()
                .map(entry -> Math.toDegrees(values[entry.offset()]))
                .map(degrees -> degrees - 360 * Math.floor(degrees / 360))
                .toList();
    }

    /** The one matrix whose powers make the copies, given or learned; empty where there is none. */
    public Optional<Generator> generator() {
        return switch (spec.generator()) {
            case MATRIX ->
                Optional.of(generator(
                        MatrixOrbits.matrix(get(layout.generators().get(0).name()))));
            case CYCLIC -> {
                CyclicOrbits orbits = (CyclicOrbits) spec.orbitMap();
                load(0, orbits);
                yield Optional.of(generator(orbits.matrix()));
            }
            default -> Optional.empty();
        };
    }

    private Generator generator(double[][] matrix) {
        return new Generator(spec.geometry().kernelHeight(), spec.group().order(), matrix);
    }

    /**
     * Makes the copies those of a matrix.
     *
     * @throws IllegalArgumentException where it does not fit the filters, saying what to do
     */
    public void setGenerator(Generator generator) {
        generator.checkFits(spec.geometry().kernelHeight(), spec.support());
        set(layout.generators().get(0).name(), MatrixOrbits.parameters(generator.matrix()));
    }

    /** Makes all learned angles this one, in degrees. */
    public void setGeneratorAngle(double degrees) {
        layout.angles().forEach(entry -> fill(entry, (float) Math.toRadians(degrees)));
    }

    /**
     * Builds a layer's filter bank.
     *
     * @param orbits a map of this specification; it takes over what the layer's has of its own
     * @param bank receives [K, C, s, s]
     */
    public void expand(int layer, OrbitMap orbits, float[] bank) {
        load(layer, orbits);
        orbits.expand(
                values,
                layout.filters(layer).offset(),
                spec.baseFilters() * spec.input().channels(),
                bank);
    }

    /** Lets a map of this specification take over what a layer's has of its own. */
    void load(int layer, OrbitMap orbits) {
        if (orbits.parameters() > 0) {
            layout.generator(layer).ifPresent(entry -> orbits.load(values, entry.offset()));
            layout.frame(layer).ifPresent(entry -> orbits.loadFrame(values, entry.offset()));
        }
    }

    /** Overwrites one array; the length must agree. */
    public void set(String name, float[] from) {
        ParameterLayout.Entry entry = layout.entry(name);
        if (from.length != entry.length()) {
            throw new IllegalArgumentException(
                    name + ": expected " + entry.length() + " values, " + entry.shape() + ", found " + from.length);
        }
        System.arraycopy(from, 0, values, entry.offset(), from.length);
    }

    public Parameters copy() {
        return new Parameters(spec, layout, values.clone());
    }

    /**
     * The same numbers, not a copy, for a specification with the same arrays; thresholds that are fixed become its threshold.
     *
     * @throws IllegalArgumentException where the arrays are others
     */
    public Parameters with(NetworkSpec other) {
        ParameterLayout otherLayout = new ParameterLayout(other);
        if (!otherLayout.entries().equals(layout.entries())) {
            throw new IllegalArgumentException("parameters: expected the arrays of " + spec + ", found " + other);
        }
        Parameters same = new Parameters(other, otherLayout, values);
        if (other.threshold() != spec.threshold()) {
            for (ParameterLayout.Entry entry : otherLayout.entries()) {
                if (!entry.learned() && entry.kind() == Kind.THRESHOLDS) {
                    same.fill(entry, (float) other.threshold());
                }
            }
        }
        return same;
    }

    /** Overwrites all values with those of parameters of the same specification. */
    public void copyFrom(Parameters other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
    }
}
