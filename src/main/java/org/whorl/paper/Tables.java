package org.whorl.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Objective;
import org.whorl.network.Sharing;
import org.whorl.network.WeightTying;
import org.whorl.training.TrainingSettings;

/**
 * The tables of E. Theodosis and D. Ba, <i>Learning unfolded networks with a cyclic group structure</i> (NeurReps 2022), and three of our
 * own: what the invariant head makes of turns that it has never seen, the networks as autoencoders, and the angle learned.
 */
public final class Tables {
    static final String MNIST = "mnist";
    static final String ROT_MNIST = "rot-mnist";
    private static final String CIFAR = "cifar10";
    private static final List<Long> ONE_SEED = List.of(1L);
    private static final List<Long> THREE_SEEDS = List.of(1L, 2L, 3L);

    /** Input and classes stand in for what the data decide. */
    static final ImageShape ANY = new ImageShape(1, 28, 28);

    static final int CLASSES = 10;

    /** The paper's networks: order of the group and name. */
    private static final List<Integer> ORDERS = List.of(1, 4, 6);

    private Tables() {}

    /** Table 1: convolutional networks, each trained and tested on three sets; with every preset. */
    public static Table table1(boolean quick) {
        Map<String, double[]> published = Map.of(
                MNIST, new double[] {0.9921, 0.9912, 0.9877},
                ROT_MNIST, new double[] {0.8548, 0.8662, 0.8007},
                CIFAR, new double[] {0.7187, 0.7220, 0.7314});
        List<Cell> cells = new ArrayList<>();
        for (Preset preset : presets(quick)) {
            for (int row = 0; row < ORDERS.size(); row++) {
                for (String data : List.of(MNIST, ROT_MNIST, CIFAR)) {
                    Experiment experiment = experiment(preset, data, ORDERS.get(row), false, quick);
                    cells.add(new Cell(
                            name(row, "CNN"),
                            title(data),
                            experiment,
                            Measure.ACCURACY,
                            published.get(data)[row]));
                }
            }
        }
        return new Table("table1", "Table 1: convolutional networks", quick, cells);
    }

    /** Table 2: dense networks, trained on upright digits, tested on them and on turned ones; with every preset. */
    public static Table table2(boolean quick) {
        double[] upright = {0.9775, 0.9804, 0.9773};
        double[] turned = {0.3689, 0.3702, 0.374};
        List<Cell> cells = new ArrayList<>();
        for (Preset preset : presets(quick)) {
            for (int row = 0; row < ORDERS.size(); row++) {
                Experiment experiment = experiment(preset, MNIST, ORDERS.get(row), true, quick);
                String name = name(row, "NN");
                cells.add(new Cell(name, "MNIST", experiment, Measure.ACCURACY, upright[row]));
                cells.add(new Cell(name, "turned MNIST", experiment, Measure.TURNED_ACCURACY, turned[row]));
            }
        }
        return new Table("table2", "Table 2: dense networks, trained on upright digits", quick, cells);
    }

    /** What the paper leaves as future work: a head that makes the network invariant. */
    public static Table invariant(boolean quick) {
        List<Cell> cells = new ArrayList<>();
        for (int order : List.of(4, 6, 8, 12)) {
            String row = "C" + order + ", invariant head";
            cells.add(new Cell(row, "rot-MNIST", invariant(ROT_MNIST, order, quick), Measure.ACCURACY, Double.NaN));
            Experiment upright = invariant(MNIST, order, quick);
            cells.add(new Cell(row, "MNIST, trained upright", upright, Measure.ACCURACY, Double.NaN));
            cells.add(new Cell(row, "turned MNIST, trained upright", upright, Measure.TURNED_ACCURACY, Double.NaN));
        }
        return new Table("invariant", "The invariant head: turns that it has never seen", quick, cells);
    }

    /** The networks as autoencoders, without labels. */
    public static Table reconstruct(boolean quick) {
        List<Cell> cells = new ArrayList<>();
        // The baseline has as many filters as R60 has learned ones.
        for (NetworkSpec network :
                List.of(usual(network(6, false)), usual(network(1, false)).withFilters(10))) {
            int order = network.group().order();
            // FISTA itself: the same filters in all layers, and nothing between them that would take the code's scale.
            NetworkSpec spec = network.withObjective(Objective.RECONSTRUCT)
                    .withNorm(Normalization.NONE)
                    .withIteration(network.unfolding(), WeightTying.TIED, network.shrinkage(), network.stepSize())
                    .withThreshold(0.8, false);
            TrainingSettings settings = Recipes.reconstruct(quick);
            Experiment experiment = new Experiment(
                    CIFAR + "-" + code(order) + "-reconstruct",
                    Preset.BEST,
                    CIFAR,
                    spec,
                    settings,
                    quick ? 2000 : 20000,
                    ONE_SEED);
            String row = order == 1 ? "Baseline of 10 filters" : "R60, 60 filters from 10";
            cells.add(new Cell(row, "PSNR of the first layer", experiment, Measure.FIRST_PSNR, Double.NaN));
            cells.add(new Cell(row, "PSNR", experiment, Measure.PSNR, Double.NaN));
            cells.add(new Cell(row, "zeros", experiment, Measure.ZEROS, Double.NaN));
        }
        return new Table("reconstruct", "The networks as autoencoders of CIFAR-10", quick, cells);
    }

    /** What the paper leaves as future work as well: the angle is learned. */
    public static Table generator(boolean quick) {
        return GeneratorTable.of(quick);
    }

    /**
     * The networks of Figures 1–4: Table 1's on CIFAR-10, which are trained without whitening; on another support the usual network and start.
     */
    static Experiment figure(int order, Support support, boolean quick) {
        Experiment usual = experiment(Preset.BEST, CIFAR, order, false, quick);
        return usual.network().support() == support
                ? usual
                : new Experiment(
                        usual.name() + "-" + support.name().toLowerCase(Locale.ROOT),
                        usual.preset(),
                        usual.data(),
                        best(CIFAR, usual(network(order, false))).withSupport(support),
                        usual.training().with(TrainingSettings.START, TrainingSettings.DEFAULT.start()),
                        usual.limit(),
                        usual.seeds());
    }

    private static List<Preset> presets(boolean quick) {
        return quick ? List.of(Preset.BEST) : List.of(Preset.values());
    }

    private static String name(int row, String kind) {
        int order = ORDERS.get(row);
        return order == 1 ? "Baseline" : "R" + 360 / order + "-" + kind;
    }

    private static String title(String data) {
        return switch (data) {
            case MNIST -> "MNIST";
            case ROT_MNIST -> "rot-MNIST";
            default -> "CIFAR-10";
        };
    }

    private static String code(int order) {
        return order == 1 ? "baseline" : "c" + order;
    }

    private static Experiment experiment(Preset preset, String data, int order, boolean dense, boolean quick) {
        boolean several = preset == Preset.BEST && !quick && (dense || data.equals(ROT_MNIST));
        return new Experiment(
                data + "-" + code(order) + (dense ? "-dense" : ""),
                preset,
                data,
                network(preset, data, order, dense),
                Recipes.of(preset, data, dense, quick),
                quick ? quickLimit(data) : 0,
                several ? THREE_SEEDS : ONE_SEED);
    }

    private static int quickLimit(String data) {
        return data.equals(CIFAR) ? 5000 : 6000;
    }

    private static NetworkSpec network(int order, boolean dense) {
        NetworkSpec paper = NetworkSpec.paper(ANY, CLASSES, new CyclicGroup(order));
        return dense ? paper.withKernel(paper.kernel(), true) : paper;
    }

    private static NetworkSpec network(Preset preset, String data, int order, boolean dense) {
        NetworkSpec spec = network(order, dense);
        return switch (preset) {
            // On the others the paper's is better, see README.
            case BEST ->
                dense
                        ? dense(spec.withSupport(Support.usualFor(spec.group())))
                        : best(data, data.equals(MNIST) ? usual(spec) : spec);
            case PAPER -> spec;
            case AUTHORS -> spec.withThreshold(1, true).withInterpolation(Interpolation.NEAREST);
        };
    }

    /** With the support and the norms that a network has where nothing is said; the paper's are the square and by filter. */
    private static NetworkSpec usual(NetworkSpec spec) {
        return spec.withSupport(Support.usualFor(spec.group())).withHead(spec.head(), Sharing.ORBIT);
    }

    /** Few atoms as large as the image: with the paper's α of 0.01 the layers after the first would hardly change the code. */
    private static NetworkSpec dense(NetworkSpec spec) {
        return spec.withThreshold(0.1, false).withIteration(spec.unfolding(), spec.tying(), spec.shrinkage(), 0.3);
    }

    private static NetworkSpec best(String data, NetworkSpec spec) {
        // Bicubic blurs turned filters least; quarter turns are exact either way.
        NetworkSpec sharp = 4 % spec.group().order() == 0 ? spec : spec.withInterpolation(Interpolation.BICUBIC);
        return switch (data) {
            case MNIST -> spec;
            case ROT_MNIST -> sharp.withThreshold(2, false);
            default -> sharp.withThreshold(0.1, false);
        };
    }

    private static Experiment invariant(String data, int order, boolean quick) {
        boolean turned = data.equals(ROT_MNIST);
        return new Experiment(
                data + "-c" + order + "-invariant",
                Preset.BEST,
                data,
                (turned ? network(order, false) : usual(network(order, false)))
                        .withHead(HeadKind.INVARIANT, Sharing.ORBIT),
                Recipes.invariant(turned, quick),
                quick ? quickLimit(data) : 0,
                ONE_SEED);
    }
}
