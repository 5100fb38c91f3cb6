package org.whorl.training;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.whorl.data.Augmentation;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.setting.Catalogue;
import org.whorl.setting.Configuration;
import org.whorl.setting.Setting;
import org.whorl.setting.SettingsReader;
import org.whorl.setting.SettingsWriter;
import org.whorl.setting.Values;

/**
 * How a network is trained. Checked when made. Every setting is declared once, here: files, the command line and the command that
 * repeats a run go by the declarations, whose order is that of the files.
 */
@JsonSerialize(using = SettingsWriter.class)
@JsonDeserialize(using = TrainingSettings.Reader.class)
public final class TrainingSettings extends Configuration<TrainingSettings> {
    /** All settings. */
    public static final Catalogue<TrainingSettings> ALL =
            new Catalogue<>(TrainingSettings::new, TrainingSettings::values);

    /** Passes over the training images. */
    public static final Setting<TrainingSettings, Integer> EPOCHS = ALL.whole("epochs", 10)
            .check(n -> n >= 1 && n <= 10_000, "1 to 10000")
            .required()
            .option("epochs", "N", "Passes over the training images")
            .always()
            .row("Epochs", "Passes over the training images.")
            .common()
            .declare();

    /** Images a step. */
    public static final Setting<TrainingSettings, Integer> BATCH = ALL.whole("batch", 64)
            .check(n -> n >= 1 && n <= 4096, "1 to 4096")
            .required()
            .option("batch", "N", "Images a step")
            .row("Batch", "Images a training step.")
            .common()
            .doubling()
            .declare();

    /** Adam's. */
    public static final Setting<TrainingSettings, Double> LEARNING_RATE = ALL.number("learningRate", 0.01)
            .check(r -> r > 0 && r <= 10, "a number above 0, at most 10")
            .required()
            .option("lr", "RATE", "Adam's learning rate")
            .row("Learning rate", "The step of the optimiser, Adam.")
            .common()
            .declare();

    /** How the learning rate changes. */
    public static final Setting<TrainingSettings, Schedule> SCHEDULE = ALL.choice("schedule", Schedule.COSINE)
            .required()
            .option("schedule", "<schedule>", "How the learning rate changes: {words}")
            .row("Schedule", "How the learning rate changes: cosine with a warm-up, or by 1/3 at one and two thirds.")
            .declare();

    /** The gradient's greatest norm, infinite for none. */
    public static final Setting<TrainingSettings, Double> CLIP = ALL.number("clip", 2)
            .check(c -> c > 0, "a number above 0")
            .required()
            .option("clip", "NORM", "The gradient's greatest norm; Infinity for none")
            .row("Gradient clip", "The gradient's greatest norm.")
            .declare();

    /** How inputs are whitened. */
    public static final Setting<TrainingSettings, Whitening> WHITENING = ALL.choice("whitening", Whitening.NONE)
            .required()
            .option("whiten", "<whitening>", "ZCA: {words}; by the training set's statistics or by each set's own")
            .row("Whitening", "ZCA, after standardising: fitted on the training images, or on each set (the authors').")
            .words(Map.of(Whitening.TRAIN, "from train", Whitening.EACH, "each set's own")::get)
            .declare();

    /** Random changes of the training images, made in the order of the constants. */
    public static final Setting<TrainingSettings, Set<Augmentation>> AUGMENTATION = ALL.some(
                    "augmentation", Augmentation.class)
            .option("augment", "WHAT", "Random variants of the training images, one or more: {words}")
            .usually("none")
            .row(
                    "flip",
                    "Mirror images",
                    "Left and right change places, half of the time: for photographs, not for digits.")
            .row("shift", "Shift images", "Every epoch moves every training image by up to a fourteenth of its side.")
            .row(
                    "quarter",
                    "Quarter turns",
                    "Every epoch turns every training image by a multiple of 90°, which blurs nothing.")
            .row("turn", "Turn images", "Every epoch turns every training image by an angle of its own.")
            .declare();

    /** Of parameters, order of images and everything else that is random. */
    public static final Setting<TrainingSettings, Long> SEED = ALL.wholeLong("seed", 1)
            .required()
            .option("seed", "N", "Of everything that is random")
            .always()
            .declare();

    /** Worker threads; the result does not depend on them. */
    public static final Setting<TrainingSettings, Integer> THREADS = ALL.whole("threads", 2)
            .check(n -> n >= 1 && n <= 256, "1 to 256")
            .required()
            .option("threads", "N", "Worker threads; the result does not depend on them")
            .row("Threads", "Worker threads; the result does not depend on them.")
            .after("testEvery")
            .declare();

    /** Epochs from one test to the next; the last epoch is always tested. */
    public static final Setting<TrainingSettings, Integer> TEST_EVERY = ALL.whole("testEvery", 1)
            .check(n -> n >= 1, "at least 1")
            .option("test-every", "N", "Epochs from one test to the next; the last is always tested")
            .row("Test every", "Epochs from one test to the next; the last epoch is always tested.")
            .after("noSnap")
            .declare();

    /** What is added to every variance before whitening, in units of a standardised pixel's. */
    public static final Setting<TrainingSettings, Double> EPSILON = ALL.number("epsilon", Preparation.DEFAULT_EPSILON)
            .check(e -> e >= 0 && e <= 1000, "0 to 1000")
            .option("epsilon", "E", "What whitening adds to every variance, in units of a standardised pixel's")
            .row(
                    "Whitening ε",
                    "What is added to every variance before whitening; more of it smooths, less brings out noise.")
            .after("whitening")
            .declare();

    /** What filters are before training. */
    public static final Setting<TrainingSettings, Start> START = ALL.choice("start", Start.DATA)
            .inOlderFiles(Start.NOISE)
            .option(
                    "start",
                    "<start>",
                    "What filters are before training: {words}; data are pieces of the training images in the first layer")
            .row("Filters start as", "What the filters are before training. Where images are empty, noise stays noise.")
            .words(Map.of(Start.SMOOTH, "smooth noise", Start.DATA, "pieces of images")::get)
            .declare();

    /** Angles in degrees from which a learned one is searched: spread over those that differ, since θ and −θ have the same orbits. */
    public static final Setting<TrainingSettings, StartAngles> START_ANGLES = ALL.value(
                    "startAngles",
                    StartAngles.class,
                    StartAngles::parse,
                    StartAngles::words,
                    others -> StartAngles.spread(8))
            .option(
                    "start-angles",
                    "N|DEGREES",
                    "Angles from which a learned one is searched: how many, spread over 0 to 180°, or the angles with"
                            + " commas between them, one alone with a comma behind it")
            .row(
                    "Start angles",
                    "For a learned angle: from how many it is searched, or the angles with commas between them.")
            .typed()
            .declare();

    /** How long the search from these is: a tenth as many passes of a pursuit over its sample, in the first round. */
    public static final Setting<TrainingSettings, Integer> START_STEPS = ALL.whole("startSteps", 200)
            .check(n -> n >= 1 && n <= 100_000, "1 to 100000")
            .option(
                    "start-steps",
                    "N",
                    "How long the search for a learned angle is: its first round passes a tenth as many times over a"
                            + " sample of the images, from each of these angles")
            .row(
                    "Length of the search",
                    "For a learned angle: the first round of the search passes a tenth as many times over a sample of the images.")
            .doubling()
            .declare();

    /** Adam's for a learned angle, in radians; it falls by a cosine. */
    public static final Setting<TrainingSettings, Double> ANGLE_RATE = ALL.number("angleRate", 0.03)
            .check(r -> r > 0 && r <= 1, "a number of radians above 0, at most 1")
            .option("angle-rate", "RADIANS", "Adam's learning rate for a learned angle")
            .row("Rate of the angle", "For a learned angle: the step of its optimiser, in radians.")
            .declare();

    /**
     * What an orbit that does not close costs: c(1 − cos Nθ), in the search as a share of what is left unexplained, in the training in units
     * of the loss, where c rises over the second half.
     */
    public static final Setting<TrainingSettings, Double> CLOSURE = ALL.number("closure", 0.01)
            .check(c -> c >= 0 && c <= 1e6, "a number of at least 0")
            .option(
                    "closure",
                    "C",
                    "What an orbit that does not close costs in the search and late in the training: C·(1 − cos Nθ)")
            .row(
                    "Cost of open orbits",
                    "For a learned angle: what an orbit that does not close costs in the search and late in the training.")
            .declare();

    /** Whether a learned angle within two degrees of one at which the orbit closes stays where it is, and does not become that, when the search is over or late. */
    public static final Setting<TrainingSettings, Boolean> NO_SNAP = ALL.flag("noSnap")
            .flag(
                    "no-snap",
                    true,
                    "Leave a learned angle where it is, also within 2° of one at which the orbit closes.")
            .row(
                    "Close near orbits",
                    "For a learned angle: within 2° of one at which the orbit closes it becomes that, when the search is over or late.")
            .inverted()
            .declare();

    /** Every setting at its usual value. */
    public static final TrainingSettings DEFAULT = new TrainingSettings(ALL.usual());

    private TrainingSettings(Values<TrainingSettings> values) {
        super(values);
        ALL.check(values);
    }

    /** Out of files. */
    static final class Reader extends SettingsReader<TrainingSettings> {
        Reader() {
            super(ALL);
        }
    }

    @Override
    protected Catalogue<TrainingSettings> catalogue() {
        return ALL;
    }

    public int epochs() {
        return get(EPOCHS);
    }

    public int batch() {
        return get(BATCH);
    }

    public double learningRate() {
        return get(LEARNING_RATE);
    }

    public Schedule schedule() {
        return get(SCHEDULE);
    }

    public double clip() {
        return get(CLIP);
    }

    public Whitening whitening() {
        return get(WHITENING);
    }

    public Set<Augmentation> augmentation() {
        return get(AUGMENTATION);
    }

    public long seed() {
        return get(SEED);
    }

    public int threads() {
        return get(THREADS);
    }

    public int testEvery() {
        return get(TEST_EVERY);
    }

    public double epsilon() {
        return get(EPSILON);
    }

    public Start start() {
        return get(START);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long seed) {
        return with(SEED, seed);
    }
}
