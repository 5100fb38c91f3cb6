package org.whorl.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.setting.Catalogue;
import org.whorl.setting.Kind;
import org.whorl.setting.Setting;
import org.whorl.setting.Values;

/**
 * Every setting of a network, declared once: files, the command line, {@code info} and the command that repeats a run go by these. Their
 * order is that of the files. Usual values are the paper's.
 */
public final class NetworkSettings {
    /** All of them. */
    public static final Catalogue<NetworkSpec> ALL = new Catalogue<>(NetworkSpec::new, NetworkSpec::values);

    /** The shape of an image; the data decide. */
    public static final Setting<NetworkSpec, ImageShape> INPUT = ALL.value(
                    "input",
                    ImageShape.class,
                    text -> {
                        throw new IllegalArgumentException("expected that the data decide, found " + text);
                    },
                    ImageShape::toString,
                    others -> new ImageShape(1, 28, 28))
            .required()
            .about("input")
            .declare();

    /** Number of classes; the data decide. */
    public static final Setting<NetworkSpec, Integer> CLASSES = ALL.whole("classes", 10)
            .check(n -> n >= 2 && n <= 10_000, "2 to 10000")
            .required()
            .about("classes")
            .declare();

    /** The rotations, and perhaps mirror images, that make an orbit. */
    public static final Setting<NetworkSpec, FiniteGroup> GROUP = ALL.value(
                    "group",
                    FiniteGroup.class,
                    GroupOptions::rotations,
                    group -> CyclicGroup.format(group.generatorAngle()),
                    others -> CyclicGroup.ofAngle(90))
            .required()
            .option(
                    "group",
                    "<kind>",
                    "cyclic, rotations; or dihedral, rotations and mirror images",
                    String.class,
                    GroupOptions::kind,
                    values -> GroupOptions.kind(values.get(NetworkSettings.GROUP)))
            .option(
                    "angle",
                    "DEGREES",
                    "Rotation angle; 360 is a whole multiple of it, 360 is the baseline",
                    String.class,
                    (values, text) -> GroupOptions.with(
                            values, GroupOptions.rotations(text).rotations()),
                    values ->
                            CyclicGroup.format(values.get(NetworkSettings.GROUP).generatorAngle()))
            .always()
            .option(
                    "order",
                    "N",
                    "Instead of the angle, the number of rotations: 360°/N is the angle.",
                    int.class,
                    (values, text) -> GroupOptions.with(values, Integer.parseInt(text)),
                    values -> "")
            .insteadOf("angle")
            .about("angle", spec -> spec.group().generatorAngle())
            .andAbout("group", spec -> spec.group().symbol())
            .andAbout("order", spec -> spec.group().order())
            .declare();

    /** Learned filters a layer, B; the bank has B · order. */
    public static final Setting<NetworkSpec, Integer> BASE_FILTERS = ALL.whole(
                    "baseFilters", NetworkSettings::usualBank)
            .required()
            .option(
                    "filters",
                    "K",
                    "Filters in a bank, turned ones included",
                    int.class,
                    NetworkSettings::bank,
                    values -> Integer.toString(values.get(NetworkSettings.BASE_FILTERS)
                            * values.get(GROUP).order()))
            .usually("60")
            .about("filters", NetworkSpec::filters)
            .andAbout("base_filters", NetworkSpec::baseFilters)
            .row("Base filters", "Learned filters a layer, times their rotations: the size of the filter bank.")
            .common()
            .note(spec -> "× " + spec.group().order() + " = " + spec.filters())
            .declare();

    /** L. */
    public static final Setting<NetworkSpec, Integer> LAYERS = ALL.whole("layers", 4)
            .check(n -> n >= 1 && n <= 32, "1 to 32")
            .required()
            .option("layers", "L", "Layers")
            .row("Layers", "How many iterations are unfolded.")
            .common()
            .declare();

    /** The filters' side s in pixels; not used by dense networks. */
    public static final Setting<NetworkSpec, Integer> KERNEL = ALL.whole("kernel", 8)
            .check((s, others) -> others.get(NetworkSettings.DENSE) || s >= 2 && s <= 15, "2 to 15")
            .required()
            .option("kernel", "PIXELS", "Side of a filter")
            .about("kernel", spec -> spec.geometry().kernelHeight())
            .row("Kernel", "The filters' side in pixels; dense networks use the whole image.")
            .common()
            .note(spec -> "× " + (spec.dense() ? "image" : spec.kernel()))
            .declare();

    /** Whether atoms are as large as the image. */
    public static final Setting<NetworkSpec, Boolean> DENSE = ALL.flag("dense")
            .required()
            .flag("dense", true, "Atoms as large as the image.")
            .row("Dense", "Atoms as large as the image, instead of filters that are moved over it.")
            .after("thresholdLearned")
            .declare();

    /** FISTA or ISTA. */
    public static final Setting<NetworkSpec, Unfolding> UNFOLDING = ALL.choice("unfolding", Unfolding.FISTA)
            .required()
            .option("unfolding", "<unfolding>", "{words}")
            .row("Iteration", "FISTA has momentum, ISTA has none.")
            .words(Map.of(Unfolding.FISTA, "FISTA", Unfolding.ISTA, "ISTA")::get)
            .declare();

    /** Own or same filters in each layer. */
    public static final Setting<NetworkSpec, WeightTying> TYING = ALL.choice("tying", WeightTying.UNTIED)
            .required()
            .flag("tied", WeightTying.TIED, "The same filters in all layers.")
            .about("tying")
            .row("Filters of layers", "Whether every layer has a filter bank of its own.")
            .words(Map.of(WeightTying.UNTIED, "own per layer", WeightTying.TIED, "same for all")::get)
            .declare();

    /** Non-negative or two-sided. */
    public static final Setting<NetworkSpec, Shrinkage> SHRINKAGE = ALL.choice(
                    "shrinkage",
                    Shrinkage.class,
                    Map.of(Shrinkage.NON_NEGATIVE, "nonneg"),
                    others -> Shrinkage.NON_NEGATIVE)
            .required()
            .option("shrinkage", "<shrinkage>", "{words}")
            .row("Shrinkage", "Whether codes may be negative.")
            .words(Map.of(Shrinkage.SOFT, "two-sided", Shrinkage.NON_NEGATIVE, "non-negative")::get)
            .declare();

    /** α. */
    public static final Setting<NetworkSpec, Double> STEP = ALL.number("stepSize", 0.01)
            .check(a -> a > 0 && a <= 100, "a number above 0, at most 100")
            .required()
            .option("step", "ALPHA", "Step size α")
            .row("Step size α", "The length of a gradient step inside the network.")
            .common()
            .after("threshold")
            .declare();

    /** λ: its fixed value, or where learning starts. */
    public static final Setting<NetworkSpec, Double> THRESHOLD = ALL.number("threshold", 0.5)
            .check(l -> l >= 0 && l <= 1e6, "a number of at least 0")
            .required()
            .option(
                    "lambda",
                    "λ",
                    "Threshold: a number, or learned, which starts from 1",
                    String.class,
                    ThresholdOption::read,
                    ThresholdOption::write)
            .about("lambda")
            .row("Threshold λ", "What a code has to exceed, after multiplication with the step size, to be kept.")
            .common()
            .note(spec -> "λ·α = " + Kind.significant(spec.threshold() * spec.stepSize(), 3))
            .declare();

    /** Whether λ is learned. */
    public static final Setting<NetworkSpec, Boolean> THRESHOLD_LEARNED = ALL.flag("thresholdLearned")
            .required()
            .about("lambda_learned")
            .row("Learn λ", "Whether training changes the thresholds.")
            .after("support")
            .declare();

    /** Whether λ and batch norm belong to filters or to orbits. */
    public static final Setting<NetworkSpec, Sharing> SHARING = ALL.choice("sharing", Sharing.ORBIT)
            .required()
            .option("sharing", "<sharing>", "What has a threshold and a norm of its own: {words}")
            .row("λ and norms", "Shared along orbits they keep the network equivariant; the paper's belong to filters.")
            .words(Map.of(Sharing.FILTER, "per filter", Sharing.ORBIT, "per orbit")::get)
            .declare();

    /** What stands between the layers. Models from before there was a choice have batch norm. */
    public static final Setting<NetworkSpec, Normalization> NORM = ALL.choice("norm", Normalization.BATCH)
            .option("norm", "<norm>", "What stands between layers: {words}")
            .row(
                    "Between layers",
                    "Batch norm helps to classify; without it each layer tells the image better than the one before, as FISTA does.")
            .words(Map.of(Normalization.BATCH, "batch norm", Normalization.NONE, "nothing")::get)
            .declare();

    /** What makes class scores of the code. */
    public static final Setting<NetworkSpec, HeadKind> HEAD = ALL.choice("head", HeadKind.PLAIN)
            .required()
            .option("head", "<head>", "{words}")
            .row(
                    "Head",
                    "Plain is the paper's; invariant joins the scores of all rotations, and shares thresholds and norms along orbits.")
            .common()
            .declare();

    /** How filters are rotated. */
    public static final Setting<NetworkSpec, Interpolation> INTERPOLATION = ALL.choice(
                    "interpolation", Interpolation.BILINEAR)
            .required()
            .option("interpolation", "<interpolation>", "How filters are rotated: {words}")
            .row("Interpolation", "How filters are rotated by angles that the pixel grid does not bear.")
            .declare();

    /** What training makes small. */
    public static final Setting<NetworkSpec, Objective> OBJECTIVE = ALL.value(
                    "objective", Objective.class, Objective::parse, Objective::words, others -> Objective.CLASSIFY)
            .required()
            .option("objective", "WHAT", "classify, reconstruct, or both: classify:1,reconstruct:0.1")
            .about("classify", spec -> spec.objective().classify())
            .andAbout("reconstruct", spec -> spec.objective().reconstruct())
            .declare();

    /** Where filters live. Models from before there was a choice have the square. */
    public static final Setting<NetworkSpec, Support> SUPPORT = ALL.choice(
                    "support", Support.class, Map.of(), others -> Support.usualFor(others.get(GROUP)))
            .inOlderFiles(Support.SQUARE)
            .option("support", "<support>", "Where filters live, {words}")
            .usually("the square where the group's rotations are quarter turns, else the disc inside it, which every"
                    + " rotation maps into itself")
            .row(
                    "Filters live on",
                    "The disc inside the kernel turns into itself; the square's corners are lost by every rotation but quarter turns.")
            .words(Map.of(Support.SQUARE, "the square", Support.DISC, "the disc")::get)
            .after("generator")
            .declare();

    /** What makes the copies of a filter. A matrix is not part of the settings but of the parameters. */
    public static final Setting<NetworkSpec, GeneratorKind> GENERATOR = ALL.value(
                    "generator",
                    GeneratorKind.class,
                    GeneratorKind::parse,
                    GeneratorKind::word,
                    others -> GeneratorKind.FIXED)
            .option(
                    "generator",
                    "<generator>|A.npz",
                    "What makes a filter's copies: rotations by 360° through the order (fixed), or by an angle that is"
                            + " learned, one for the network or one for each layer (learned, learned-by-layer); the powers of"
                            + " a matrix that `whorl generator` wrote (A.npz), of one that is learned and leads back in as many steps"
                            + " as there are copies (cyclic), or of a matrix of each filter's own, which is learned"
                            + " (matrix-by-filter)")
            .about(
                    "generator",
                    spec -> spec.generator().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .row(
                    "Rotation angle",
                    "Set by the dial, or learned: then the dial says how many copies a filter has, and Generator shows how the angle is found. Best with few filters, the same for all layers. With a matrix copies need not be rotations.")
            .offered(List.of(
                    GeneratorKind.FIXED,
                    GeneratorKind.LEARNED,
                    GeneratorKind.LEARNED_BY_LAYER,
                    GeneratorKind.CYCLIC,
                    GeneratorKind.MATRIX_BY_FILTER))
            .words(GeneratorKind::title)
            .declare();

    private NetworkSettings() {}

    private static int usualBank(Values<NetworkSpec> others) {
        return NetworkSpec.baseFiltersFor(60, others.get(GROUP));
    }

    private static Values<NetworkSpec> bank(Values<NetworkSpec> values, String text) {
        int filters = Integer.parseInt(text);
        if (filters < 1) {
            throw new IllegalArgumentException("filters: expected at least 1, found " + filters);
        }
        return values.with(BASE_FILTERS, NetworkSpec.baseFiltersFor(filters, values.get(GROUP)));
    }
}
