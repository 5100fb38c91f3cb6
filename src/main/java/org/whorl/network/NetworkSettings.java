package org.whorl.network;

import java.util.Locale;
import java.util.Map;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
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
                    NetworkSettings::rotations,
                    group -> CyclicGroup.format(group.generatorAngle()),
                    others -> CyclicGroup.ofAngle(90))
            .required()
            .option(
                    "group",
                    "<kind>",
                    "cyclic, rotations; or dihedral, rotations and mirror images",
                    String.class,
                    NetworkSettings::kind,
                    values -> values.get(NetworkSettings.GROUP) instanceof DihedralGroup ? "dihedral" : "cyclic")
            .option(
                    "angle",
                    "DEGREES",
                    "Rotation angle; 360 is a whole multiple of it, 360 is the baseline",
                    String.class,
                    (values, text) -> rotations(values, rotations(text).rotations()),
                    values ->
                            CyclicGroup.format(values.get(NetworkSettings.GROUP).generatorAngle()))
            .always()
            .option(
                    "order",
                    "N",
                    "Instead of the angle, the number of rotations: 360°/N is the angle.",
                    int.class,
                    (values, text) -> rotations(values, Integer.parseInt(text)),
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
            .declare();

    /** L. */
    public static final Setting<NetworkSpec, Integer> LAYERS = ALL.whole("layers", 4)
            .check(n -> n >= 1 && n <= 32, "1 to 32")
            .required()
            .option("layers", "L", "Layers")
            .declare();

    /** The filters' side s in pixels; not used by dense networks. */
    public static final Setting<NetworkSpec, Integer> KERNEL = ALL.whole("kernel", 8)
            .check((s, others) -> others.get(NetworkSettings.DENSE) || s >= 2 && s <= 15, "2 to 15")
            .required()
            .option("kernel", "PIXELS", "Side of a filter")
            .about("kernel", spec -> spec.geometry().kernelHeight())
            .declare();

    /** Whether atoms are as large as the image. */
    public static final Setting<NetworkSpec, Boolean> DENSE = ALL.flag("dense")
            .required()
            .flag("dense", true, "Atoms as large as the image.")
            .declare();

    /** FISTA or ISTA. */
    public static final Setting<NetworkSpec, Unfolding> UNFOLDING = ALL.choice("unfolding", Unfolding.FISTA)
            .required()
            .option("unfolding", "<unfolding>", "{words}")
            .declare();

    /** Own or same filters in each layer. */
    public static final Setting<NetworkSpec, WeightTying> TYING = ALL.choice("tying", WeightTying.UNTIED)
            .required()
            .flag("tied", WeightTying.TIED, "The same filters in all layers.")
            .about("tying")
            .declare();

    /** Non-negative or two-sided. */
    public static final Setting<NetworkSpec, Shrinkage> SHRINKAGE = ALL.choice(
                    "shrinkage",
                    Shrinkage.class,
                    Map.of(Shrinkage.NON_NEGATIVE, "nonneg"),
                    others -> Shrinkage.NON_NEGATIVE)
            .required()
            .option("shrinkage", "<shrinkage>", "{words}")
            .declare();

    /** α. */
    public static final Setting<NetworkSpec, Double> STEP = ALL.number("stepSize", 0.01)
            .check(a -> a > 0 && a <= 100, "a number above 0, at most 100")
            .required()
            .option("step", "ALPHA", "Step size α")
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
                    NetworkSettings::lambda,
                    NetworkSettings::lambda)
            .about("lambda")
            .declare();

    /** Whether λ is learned. */
    public static final Setting<NetworkSpec, Boolean> THRESHOLD_LEARNED =
            ALL.flag("thresholdLearned").required().about("lambda_learned").declare();

    /** Whether λ and batch norm belong to filters or to orbits. */
    public static final Setting<NetworkSpec, Sharing> SHARING = ALL.choice(
                    "sharing",
                    Sharing.class,
                    Map.of(),
                    others -> others.get(NetworkSettings.HEAD) == HeadKind.INVARIANT ? Sharing.ORBIT : Sharing.FILTER)
            .required()
            .option("sharing", "<sharing>", "What has a threshold and a norm of its own: {words}")
            .usually("filter; with the invariant head orbit")
            .declare();

    /** What stands between the layers. Models from before there was a choice have batch norm. */
    public static final Setting<NetworkSpec, Normalization> NORM = ALL.choice("norm", Normalization.BATCH)
            .option("norm", "<norm>", "What stands between layers: {words}")
            .declare();

    /** What makes class scores of the code. */
    public static final Setting<NetworkSpec, HeadKind> HEAD = ALL.choice("head", HeadKind.PLAIN)
            .required()
            .option("head", "<head>", "{words}")
            .declare();

    /** How filters are rotated. */
    public static final Setting<NetworkSpec, Interpolation> INTERPOLATION = ALL.choice(
                    "interpolation", Interpolation.BILINEAR)
            .required()
            .option("interpolation", "<interpolation>", "How filters are rotated: {words}")
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
                            + " a matrix that `whorl generator` wrote (A.npz), or of a matrix of each filter's own, which is"
                            + " learned (matrix-by-filter)")
            .about(
                    "generator",
                    spec -> spec.generator().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .declare();

    private static final int USUAL_FILTERS = 60;
    private static final String LEARNED = "learned";

    /** Where the authors' code starts learning λ. */
    private static final double START = 1;

    private NetworkSettings() {}

    private static FiniteGroup rotations(String degrees) {
        double angle;
        try {
            angle = Double.parseDouble(degrees);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected degrees, found " + degrees, e);
        }
        return CyclicGroup.ofAngle(angle);
    }

    private static Values<NetworkSpec> rotations(Values<NetworkSpec> values, int rotations) {
        return values.with(GROUP, values.get(GROUP).withRotations(rotations));
    }

    private static Values<NetworkSpec> kind(Values<NetworkSpec> values, String kind) {
        int rotations = values.get(GROUP).rotations();
        return values.with(
                GROUP,
                switch (kind.toLowerCase(Locale.ROOT)) {
                    case "cyclic" -> new CyclicGroup(rotations);
                    case "dihedral" -> new DihedralGroup(rotations);
                    default -> throw new IllegalArgumentException("expected one of cyclic, dihedral, found " + kind);
                });
    }

    private static int usualBank(Values<NetworkSpec> others) {
        return NetworkSpec.baseFiltersFor(USUAL_FILTERS, others.get(GROUP));
    }

    private static Values<NetworkSpec> bank(Values<NetworkSpec> values, String text) {
        int filters = Integer.parseInt(text);
        if (filters < 1) {
            throw new IllegalArgumentException("filters: expected at least 1, found " + filters);
        }
        return values.with(BASE_FILTERS, NetworkSpec.baseFiltersFor(filters, values.get(GROUP)));
    }

    /** Reads a number, or {@code learned}, or {@code learned:} and the number that it starts from. */
    private static Values<NetworkSpec> lambda(Values<NetworkSpec> values, String text) {
        boolean learned = text.equals(LEARNED) || text.startsWith(LEARNED + ":");
        double threshold;
        try {
            threshold = text.equals(LEARNED)
                    ? START
                    : Double.parseDouble(learned ? text.substring(LEARNED.length() + 1) : text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, learned or learned:NUMBER, found " + text, e);
        }
        return values.with(THRESHOLD, threshold).with(THRESHOLD_LEARNED, learned);
    }

    private static String lambda(Values<NetworkSpec> values) {
        String number = Kind.format(values.get(THRESHOLD));
        if (!values.get(THRESHOLD_LEARNED)) {
            return number;
        }
        return values.get(THRESHOLD) == START ? LEARNED : LEARNED + ":" + number;
    }
}
