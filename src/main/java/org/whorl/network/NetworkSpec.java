package org.whorl.network;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.whorl.data.ImageShape;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.OrbitIndex;
import org.whorl.group.OrbitMap;
import org.whorl.group.Support;
import org.whorl.kernel.Geometry;
import org.whorl.setting.Catalogue;
import org.whorl.setting.Configuration;
import org.whorl.setting.SettingsReader;
import org.whorl.setting.SettingsWriter;
import org.whorl.setting.Values;

/**
 * Everything that determines a network but its parameters: a value for each of {@link NetworkSettings}. Checked when made. A new setting
 * needs nothing here: {@link #get} gives its value.
 */
@JsonSerialize(using = SettingsWriter.class)
@JsonDeserialize(using = NetworkSpec.Reader.class)
public final class NetworkSpec extends Configuration<NetworkSpec> {
    /** Rows and columns of zeros around the image, in convolutional networks. */
    public static final int PADDING = 1;

    /** The sizes of a layer's maps, once they were asked for. */
    private Geometry geometry;

    NetworkSpec(Values<NetworkSpec> values) {
        super(values);
        NetworkSettings.ALL.check(values);
        SpecRules.check(this);
    }

    /** Out of files. */
    static final class Reader extends SettingsReader<NetworkSpec> {
        Reader() {
            super(NetworkSettings.ALL);
        }
    }

    @Override
    protected Catalogue<NetworkSpec> catalogue() {
        return NetworkSettings.ALL;
    }

    /** The network that is made where nothing else is said: every setting at its usual value. */
    public static NetworkSpec usual(ImageShape input, int classes, FiniteGroup group) {
        return new NetworkSpec(NetworkSettings.ALL
                .usual()
                .with(NetworkSettings.INPUT, input)
                .with(NetworkSettings.CLASSES, classes)
                .with(NetworkSettings.GROUP, group)
                .reset(NetworkSettings.SUPPORT)
                .reset(NetworkSettings.BASE_FILTERS));
    }

    /** The paper's convolutional network: the usual one, but with filters on the square, each with a threshold and a norm of its own. */
    public static NetworkSpec paper(ImageShape input, int classes, FiniteGroup group) {
        return usual(input, classes, group).with(v -> v.with(NetworkSettings.SUPPORT, Support.SQUARE)
                .with(NetworkSettings.SHARING, Sharing.FILTER));
    }

    public ImageShape input() {
        return get(NetworkSettings.INPUT);
    }

    public int classes() {
        return get(NetworkSettings.CLASSES);
    }

    public FiniteGroup group() {
        return get(NetworkSettings.GROUP);
    }

    public int baseFilters() {
        return get(NetworkSettings.BASE_FILTERS);
    }

    public int layers() {
        return get(NetworkSettings.LAYERS);
    }

    public int kernel() {
        return get(NetworkSettings.KERNEL);
    }

    public boolean dense() {
        return get(NetworkSettings.DENSE);
    }

    public Unfolding unfolding() {
        return get(NetworkSettings.UNFOLDING);
    }

    public WeightTying tying() {
        return get(NetworkSettings.TYING);
    }

    public Shrinkage shrinkage() {
        return get(NetworkSettings.SHRINKAGE);
    }

    public double stepSize() {
        return get(NetworkSettings.STEP);
    }

    public double threshold() {
        return get(NetworkSettings.THRESHOLD);
    }

    public boolean thresholdLearned() {
        return get(NetworkSettings.THRESHOLD_LEARNED);
    }

    public Sharing sharing() {
        return get(NetworkSettings.SHARING);
    }

    public Normalization norm() {
        return get(NetworkSettings.NORM);
    }

    public HeadKind head() {
        return get(NetworkSettings.HEAD);
    }

    public Interpolation interpolation() {
        return get(NetworkSettings.INTERPOLATION);
    }

    public Objective objective() {
        return get(NetworkSettings.OBJECTIVE);
    }

    public Support support() {
        return get(NetworkSettings.SUPPORT);
    }

    public GeneratorKind generator() {
        return get(NetworkSettings.GENERATOR);
    }

    /** The number of base filters that makes a bank of as near {@code filters} as whole orbits allow, at least one orbit. */
    public static int baseFiltersFor(int filters, FiniteGroup group) {
        return Math.max(1, (int) Math.round((double) filters / group.order()));
    }

    /** K, the number of filters in a bank. */
    public int filters() {
        return baseFilters() * group().order();
    }

    /** The number of filter banks: one a layer, or one that all of them share. */
    public int banks() {
        return tying() == WeightTying.TIED ? 1 : layers();
    }

    /** Where filters stand in a bank. */
    public OrbitIndex orbits() {
        return new OrbitIndex(baseFilters(), group().order());
    }

    /** What makes the bank of the base filters. */
    public OrbitMap orbitMap() {
        return generator().orbits(this);
    }

    /** The number of thresholds, and of batch-norm channels, a layer has. */
    public int channels() {
        return sharing() == Sharing.ORBIT ? baseFilters() : filters();
    }

    /** The sizes of a layer's maps. */
    public Geometry geometry() {
        // Asked for with every image of a step. Whoever comes first makes it; two that come together make equal ones.
        Geometry known = geometry;
        if (known == null) {
            known = madeGeometry();
            geometry = known;
        }
        return known;
    }

    private Geometry madeGeometry() {
        return dense()
                ? new Geometry(
                        input().channels(),
                        input().height(),
                        input().width(),
                        input().height(),
                        input().width(),
                        0,
                        filters())
                : new Geometry(
                        input().channels(), input().height(), input().width(), kernel(), kernel(), PADDING, filters());
    }

    /**
     * Floating-point operations of a training step, an image: with L layers, L analyses and L − 1 syntheses forward; back, 2L − 1
     * correlations, L − 1 syntheses and L − 1 analyses. Two for each product and sum; nothing else is counted.
     */
    public double trainingFlops() {
        return (6.0 * layers() - 4) * geometry().flops();
    }

    /** β_l, the momentum after layer l (from 0); 0 for ISTA and after the first layer. */
    public double momentum(int layer) {
        return unfolding().momentum(layer);
    }

    public NetworkSpec withInput(ImageShape newInput, int newClasses) {
        return with(v -> v.with(NetworkSettings.INPUT, newInput).with(NetworkSettings.CLASSES, newClasses));
    }

    /** The orbits in words, for people, before there are parameters; those of a network {@link Copies#describe(Parameters)} tells. */
    public String describeOrbits() {
        return Copies.of(this).describe();
    }

    /**
     * The same with other rotations, and as many base filters as keep the bank's size. Matrices belong to a group: with another, copies
     * are rotated.
     */
    public NetworkSpec withGroup(FiniteGroup newGroup) {
        int base = baseFiltersFor(filters(), newGroup);
        boolean rotates = generator().hasMatrices() && !newGroup.equals(group());
        return with(v -> v.with(NetworkSettings.GROUP, newGroup)
                .with(NetworkSettings.BASE_FILTERS, base)
                .with(NetworkSettings.GENERATOR, rotates ? GeneratorKind.FIXED : generator()));
    }

    /** The same with a bank of about so many filters. */
    public NetworkSpec withFilters(int filters) {
        return with(NetworkSettings.BASE_FILTERS, baseFiltersFor(filters, group()));
    }

    public NetworkSpec withLayers(int layers) {
        return with(NetworkSettings.LAYERS, layers);
    }

    public NetworkSpec withKernel(int kernel, boolean dense) {
        return with(v -> v.with(NetworkSettings.KERNEL, kernel).with(NetworkSettings.DENSE, dense));
    }

    public NetworkSpec withIteration(Unfolding unfolding, WeightTying tying, Shrinkage shrinkage, double stepSize) {
        return with(v -> v.with(NetworkSettings.UNFOLDING, unfolding)
                .with(NetworkSettings.TYING, tying)
                .with(NetworkSettings.SHRINKAGE, shrinkage)
                .with(NetworkSettings.STEP, stepSize));
    }

    public NetworkSpec withThreshold(double threshold, boolean learned) {
        return with(v -> v.with(NetworkSettings.THRESHOLD, threshold).with(NetworkSettings.THRESHOLD_LEARNED, learned));
    }

    public NetworkSpec withHead(HeadKind head, Sharing sharing) {
        return with(v -> v.with(NetworkSettings.HEAD, head).with(NetworkSettings.SHARING, sharing));
    }

    public NetworkSpec withNorm(Normalization norm) {
        return with(NetworkSettings.NORM, norm);
    }

    public NetworkSpec withInterpolation(Interpolation interpolation) {
        return with(NetworkSettings.INTERPOLATION, interpolation);
    }

    public NetworkSpec withSupport(Support support) {
        return with(NetworkSettings.SUPPORT, support);
    }

    /** The same with orbits of another kind; learned angles are bicubic. */
    public NetworkSpec withGenerator(GeneratorKind generator) {
        Interpolation turned = generator.learnsAngle() ? Interpolation.BICUBIC : interpolation();
        return with(v -> v.with(NetworkSettings.GENERATOR, generator).with(NetworkSettings.INTERPOLATION, turned));
    }

    public NetworkSpec withObjective(Objective objective) {
        return with(NetworkSettings.OBJECTIVE, objective);
    }
}
