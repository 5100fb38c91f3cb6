package org.whorl.cli;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.network.Shrinkage;
import org.whorl.network.Unfolding;
import org.whorl.network.WeightTying;
import picocli.CommandLine.Option;

/** The options that make a network. */
final class NetworkOptions {
    private static final int QUARTER_TURNS = 4;

    /** Groups of maps of the plane. */
    enum Group {
        cyclic,
        dihedral
    }

    @Option(
            names = "--group",
            defaultValue = "cyclic",
            description = "cyclic, rotations; or dihedral, rotations and mirror images (default: ${DEFAULT-VALUE}).")
    private Group kind;

    @Option(
            names = "--angle",
            paramLabel = "DEGREES",
            converter = Angle.class,
            description = "Rotation angle; 360 is a whole multiple of it, 360 is the baseline (default: 90).")
    private CyclicGroup angle;

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "Instead of the angle, the number of rotations: 360°/N is the angle.")
    private Integer order;

    @Option(
            names = "--support",
            converter = Choice.OfSupport.class,
            completionCandidates = Choice.OfSupport.class,
            description =
                    "Where filters live, ${COMPLETION-CANDIDATES} (default: the square where the group's rotations are "
                            + "quarter turns, else the disc inside it, which every rotation maps into itself).")
    private Support support;

    @Option(names = "--dense", description = "Atoms as large as the image.")
    private boolean dense;

    @Option(
            names = "--objective",
            paramLabel = "WHAT",
            defaultValue = "classify",
            converter = ObjectiveConverter.class,
            description = "classify, reconstruct, or both: classify:1,reconstruct:0.1 (default: ${DEFAULT-VALUE}).")
    private Objective objective;

    @Option(
            names = "--head",
            defaultValue = "plain",
            converter = Choice.OfHead.class,
            completionCandidates = Choice.OfHead.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private HeadKind head;

    @Option(
            names = "--sharing",
            converter = Choice.OfSharing.class,
            completionCandidates = Choice.OfSharing.class,
            description =
                    "What has a threshold and a norm of its own: ${COMPLETION-CANDIDATES} (default: filter; with the "
                            + "invariant head orbit).")
    private Sharing sharing;

    @Option(
            names = "--norm",
            defaultValue = "batch",
            converter = Choice.OfNorm.class,
            completionCandidates = Choice.OfNorm.class,
            description = "What stands between layers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Normalization norm;

    @Option(
            names = "--filters",
            paramLabel = "K",
            defaultValue = "60",
            description = "Filters in a bank, turned ones included (default: ${DEFAULT-VALUE}).")
    private int filters;

    @Option(
            names = "--layers",
            paramLabel = "L",
            defaultValue = "4",
            description = "Layers (default: ${DEFAULT-VALUE}).")
    private int layers;

    @Option(
            names = "--kernel",
            paramLabel = "PIXELS",
            defaultValue = "8",
            description = "Side of a filter (default: ${DEFAULT-VALUE}).")
    private int kernel;

    @Option(
            names = "--step",
            paramLabel = "ALPHA",
            defaultValue = "0.01",
            description = "Step size α (default: ${DEFAULT-VALUE}).")
    private double step;

    @Option(
            names = "--lambda",
            paramLabel = "λ",
            defaultValue = "0.5",
            converter = Threshold.Converter.class,
            description = "Threshold: a number, or learned, which starts from 1 (default: ${DEFAULT-VALUE}).")
    private Threshold lambda;

    @Option(
            names = "--shrinkage",
            defaultValue = "nonneg",
            converter = Choice.OfShrinkage.class,
            completionCandidates = Choice.OfShrinkage.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Shrinkage shrinkage;

    @Option(
            names = "--unfolding",
            defaultValue = "fista",
            converter = Choice.OfUnfolding.class,
            completionCandidates = Choice.OfUnfolding.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Unfolding unfolding;

    @Option(names = "--tied", description = "The same filters in all layers.")
    private boolean tied;

    @Option(
            names = "--interpolation",
            defaultValue = "bilinear",
            converter = Choice.OfInterpolation.class,
            completionCandidates = Choice.OfInterpolation.class,
            description = "How filters are rotated: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Interpolation interpolation;

    /**
     * The network, but for its input and classes, which the data decide.
     *
     * @throws IllegalArgumentException where an option is out of its range
     */
    NetworkSpec spec() {
        if (filters < 1) {
            throw new IllegalArgumentException("filters: expected at least 1, found " + filters);
        }
        FiniteGroup group = group();
        Sharing shared = sharing != null ? sharing : head == HeadKind.INVARIANT ? Sharing.ORBIT : Sharing.FILTER;
        return NetworkSpec.paper(new ImageShape(1, 28, 28), 10, group)
                .withFilters(filters)
                .withLayers(layers)
                .withKernel(kernel, dense)
                .withIteration(unfolding, tied ? WeightTying.TIED : WeightTying.UNTIED, shrinkage, step)
                .withThreshold(lambda.value(), lambda.learned())
                .withHead(head, shared)
                .withNorm(norm)
                .withInterpolation(interpolation)
                .withObjective(objective)
                .withSupport(support != null ? support : Support.usualFor(group));
    }

    private FiniteGroup group() {
        if (order != null && angle != null) {
            throw new IllegalArgumentException("order: expected either it or the angle, found both");
        }
        int rotations = order != null ? order : angle != null ? angle.order() : QUARTER_TURNS;
        return kind == Group.dihedral ? new DihedralGroup(rotations) : new CyclicGroup(rotations);
    }
}
