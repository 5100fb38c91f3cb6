package org.whorl.network;

import java.util.function.Consumer;

import org.whorl.data.ImageShape;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.OrbitIndex;
import org.whorl.group.Orbits;
import org.whorl.group.Support;
import org.whorl.kernel.Geometry;

/**
 * Everything that determines a network but its parameters. Checked when made.
 *
 * @param input the shape of an image
 * @param classes number of classes, at least 2
 * @param group the rotations, and perhaps mirror images, that make an orbit
 * @param baseFilters learned filters a layer, B; the filter bank has B · order
 * @param layers L, 1 to 32
 * @param kernel the filters' side s in pixels, 2 to 15; not used by dense networks, whose atoms are as large as the image
 * @param dense whether atoms are as large as the image
 * @param unfolding FISTA or ISTA
 * @param tying own or same filters in each layer
 * @param shrinkage non-negative or two-sided
 * @param stepSize α, &gt; 0
 * @param threshold λ: its fixed value, or where learning starts, ≥ 0
 * @param thresholdLearned whether λ is learned
 * @param sharing whether λ and batch norm belong to filters or to orbits
 * @param norm what stands between the layers; {@code null}, as in files from before there was a choice, means batch norm
 * @param head what makes class scores of the code
 * @param interpolation how filters are rotated
 * @param objective what training makes small
 * @param support where filters live; {@code null}, as in files from before there was a choice, means the square
 */
public record NetworkSpec(
        ImageShape input,
        int classes,
        FiniteGroup group,
        int baseFilters,
        int layers,
        int kernel,
        boolean dense,
        Unfolding unfolding,
        WeightTying tying,
        Shrinkage shrinkage,
        double stepSize,
        double threshold,
        boolean thresholdLearned,
        Sharing sharing,
        Normalization norm,
        HeadKind head,
        Interpolation interpolation,
        Objective objective,
        Support support) {
    /** Rows and columns of zeros around the image, in convolutional networks. */
    public static final int PADDING = 1;

    /** The most filters a layer may have. */
    public static final int MAX_FILTERS = 4096;

    /** The most values of a layer's filters together: 1 GiB. */
    private static final int MAX_BANK = 1 << 28;

    public NetworkSpec {
        norm = norm == null ? Normalization.BATCH : norm;
        support = support == null ? Support.SQUARE : support;
        check(classes >= 2 && classes <= 10_000, "classes", "2 to 10000", classes);
        check(
                baseFilters >= 1 && (long) baseFilters * group.order() <= MAX_FILTERS,
                "filters",
                "1 to " + MAX_FILTERS + " in a bank",
                (long) baseFilters * group.order());
        check(layers >= 1 && layers <= 32, "layers", "1 to 32", layers);
        check(dense || kernel >= 2 && kernel <= 15, "kernel", "2 to 15", kernel);
        check(
                dense || kernel <= Math.min(input.height(), input.width()) + 2 * PADDING,
                "kernel",
                "at most the padded image",
                kernel);
        long taps = (long) input.channels() * (dense ? input.height() * input.width() : kernel * kernel);
        check(
                baseFilters * group.order() * taps <= MAX_BANK,
                "filters",
                "filters of at most " + MAX_BANK + " values together",
                baseFilters * group.order() * taps);
        check(!dense || input.height() == input.width(), "dense", "a square image, whose atoms can be rotated", input);
        check(stepSize > 0 && stepSize <= 100, "step", "a number above 0, at most 100", stepSize);
        check(threshold >= 0 && threshold <= 1e6, "lambda", "a number of at least 0", threshold);
        check(
                head == HeadKind.PLAIN || sharing == Sharing.ORBIT || group.order() == 1,
                "head",
                "thresholds and norms shared along orbits for the invariant head",
                sharing);
        check(
                head == HeadKind.PLAIN || input.height() == input.width(),
                "head",
                "a square image for the invariant head",
                input);
    }

    private static void check(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected + ", found " + found);
        }
    }

    /** The paper's convolutional network: 4 untied FISTA layers of about 60 filters of 8×8, α 0.01, λ 0.5, plain head. */
    public static NetworkSpec paper(ImageShape input, int classes, FiniteGroup group) {
        return new NetworkSpec(
                input,
                classes,
                group,
                baseFiltersFor(60, group),
                4,
                8,
                false,
                Unfolding.FISTA,
                WeightTying.UNTIED,
                Shrinkage.NON_NEGATIVE,
                0.01,
                0.5,
                false,
                Sharing.FILTER,
                Normalization.BATCH,
                HeadKind.PLAIN,
                Interpolation.BILINEAR,
                Objective.CLASSIFY,
                Support.SQUARE);
    }

    /** The number of base filters that makes a bank of as near {@code filters} as whole orbits allow, at least one orbit. */
    public static int baseFiltersFor(int filters, FiniteGroup group) {
        return Math.max(1, (int) Math.round((double) filters / group.order()));
    }

    /** K, the number of filters in a bank. */
    public int filters() {
        return baseFilters * group.order();
    }

    /** Where filters stand in a bank. */
    public OrbitIndex orbits() {
        return new OrbitIndex(baseFilters, group.order());
    }

    /** What makes the bank of the base filters. */
    public Orbits orbitMap() {
        return new Orbits(group, geometry().kernelHeight(), interpolation, support);
    }

    /** The number of thresholds, and of batch-norm channels, a layer has. */
    public int channels() {
        return sharing == Sharing.ORBIT ? baseFilters : filters();
    }

    /** The sizes of a layer's maps. */
    public Geometry geometry() {
        return dense
                ? new Geometry(
                        input.channels(), input.height(), input.width(), input.height(), input.width(), 0, filters())
                : new Geometry(input.channels(), input.height(), input.width(), kernel, kernel, PADDING, filters());
    }

    /**
     * Floating-point operations of a training step, an image: with L layers, L analyses and L − 1 syntheses forward; back, 2L − 1
     * correlations, L − 1 syntheses and L − 1 analyses. Two for each product and sum; nothing else is counted.
     */
    public double trainingFlops() {
        return (6.0 * layers - 4) * geometry().flops();
    }

    /** β_l, the momentum after layer l (from 0); 0 for ISTA and after the first layer. */
    public double momentum(int layer) {
        if (unfolding == Unfolding.ISTA) {
            return 0;
        }
        double t = 1;
        double momentum = 0;
        for (int l = 0; l <= layer; l++) {
            double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            momentum = (t - 1) / next;
            t = next;
        }
        return momentum;
    }

    public NetworkSpec withInput(ImageShape newInput, int newClasses) {
        return with(draft -> {
            draft.input = newInput;
            draft.classes = newClasses;
        });
    }

    /** The same with other rotations, and as many base filters as keep the bank's size. */
    public NetworkSpec withGroup(FiniteGroup newGroup) {
        return with(draft -> {
            draft.group = newGroup;
            draft.baseFilters = baseFiltersFor(filters(), newGroup);
        });
    }

    /** The same with a bank of about so many filters. */
    public NetworkSpec withFilters(int filters) {
        return with(draft -> {
            draft.baseFilters = baseFiltersFor(filters, group);
        });
    }

    public NetworkSpec withLayers(int newLayers) {
        return with(draft -> {
            draft.layers = newLayers;
        });
    }

    public NetworkSpec withKernel(int newKernel, boolean newDense) {
        return with(draft -> {
            draft.kernel = newKernel;
            draft.dense = newDense;
        });
    }

    public NetworkSpec withIteration(
            Unfolding newUnfolding, WeightTying newTying, Shrinkage newShrinkage, double newStepSize) {
        return with(draft -> {
            draft.unfolding = newUnfolding;
            draft.tying = newTying;
            draft.shrinkage = newShrinkage;
            draft.stepSize = newStepSize;
        });
    }

    public NetworkSpec withThreshold(double newThreshold, boolean learned) {
        return with(draft -> {
            draft.threshold = newThreshold;
            draft.thresholdLearned = learned;
        });
    }

    public NetworkSpec withHead(HeadKind newHead, Sharing newSharing) {
        return with(draft -> {
            draft.head = newHead;
            draft.sharing = newSharing;
        });
    }

    public NetworkSpec withNorm(Normalization newNorm) {
        return with(draft -> {
            draft.norm = newNorm;
        });
    }

    public NetworkSpec withInterpolation(Interpolation newInterpolation) {
        return with(draft -> {
            draft.interpolation = newInterpolation;
        });
    }

    public NetworkSpec withSupport(Support newSupport) {
        return with(draft -> {
            draft.support = newSupport;
        });
    }

    public NetworkSpec withObjective(Objective newObjective) {
        return with(draft -> {
            draft.objective = newObjective;
        });
    }

    private NetworkSpec with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.checked();
    }

    /** The same settings, open to change. */
    private static final class Draft {
        ImageShape input;
        int classes;
        FiniteGroup group;
        int baseFilters;
        int layers;
        int kernel;
        boolean dense;
        Unfolding unfolding;
        WeightTying tying;
        Shrinkage shrinkage;
        double stepSize;
        double threshold;
        boolean thresholdLearned;
        Sharing sharing;
        Normalization norm;
        HeadKind head;
        Interpolation interpolation;
        Objective objective;
        Support support;

        Draft(NetworkSpec from) {
            input = from.input;
            classes = from.classes;
            group = from.group;
            baseFilters = from.baseFilters;
            layers = from.layers;
            kernel = from.kernel;
            dense = from.dense;
            unfolding = from.unfolding;
            tying = from.tying;
            shrinkage = from.shrinkage;
            stepSize = from.stepSize;
            threshold = from.threshold;
            thresholdLearned = from.thresholdLearned;
            sharing = from.sharing;
            norm = from.norm;
            head = from.head;
            interpolation = from.interpolation;
            objective = from.objective;
            support = from.support;
        }

        NetworkSpec checked() {
            return new NetworkSpec(
                    input,
                    classes,
                    group,
                    baseFilters,
                    layers,
                    kernel,
                    dense,
                    unfolding,
                    tying,
                    shrinkage,
                    stepSize,
                    threshold,
                    thresholdLearned,
                    sharing,
                    norm,
                    head,
                    interpolation,
                    objective,
                    support);
        }
    }
}
