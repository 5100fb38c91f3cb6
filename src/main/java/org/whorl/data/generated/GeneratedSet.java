package org.whorl.data.generated;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/**
 * A set that is drawn when it is asked for: {@code leaves}, {@code shapes} or {@code atoms}, and after a colon options with commas between them, as in
 * {@code leaves:colour,48,planted=37}. The same name makes the same bits on every machine, whatever a run's seed is; a set of another
 * seed is {@code leaves:seed=2}.
 *
 * <ul>
 *   <li>a number: the images' side in pixels, 8 to 128 (28);
 *   <li>{@code images=N}: how many to train on, 10 to 100,000 (2,500); a fifth as many test;
 *   <li>{@code seed=N}: which of all such sets, from 0 (1); sets that differ only in how many they are begin alike;
 *   <li>{@code colour}, of leaves: red, green and blue, each for itself;
 *   <li>{@code planted=DEGREES}, of leaves: long leaves that all lie in one direction, counter-clockwise from the horizontal, instead of
 *       all directions alike; with {@code every=DEGREES}, a divisor of 360, in that direction and all that follow it at this angle;
 *   <li>{@code upright}, of shapes: none is turned;
 *   <li>{@code order=N}, of atoms: in how many orientations each pattern is there, 1 to 24 (6); {@code every=DEGREES} from one to the
 *       next, 360 / N where it is not said; {@code kinds=N}: how many patterns, 1 to 12 (2).
 * </ul>
 */
public final class GeneratedSet {
    private static final int DEFAULT_IMAGES = 2_500;
    private static final int MAX_SIDE = 128;
    private static final int MAX_IMAGES = 100_000;
    private static final int A_FIFTH = 5;
    private static final int DEFAULT_ORDER = 6;
    private static final int MAX_ORDER = 24;
    private static final int DEFAULT_KINDS = 2;
    private static final int MAX_KINDS = 12;
    private static final double CIRCLE = 360;
    /** Images that are drawn between two words about it. */
    private static final int BLOCK = 250;

    /** What there is to draw. */
    enum Kind {
        LEAVES("leaves", "Dead leaves: discs, ellipses and rectangles that cover one another") {
            @Override
            Painter painter(SetOptions options, int side, long seed) throws DataException {
                return new DeadLeaves(side, options.flag("colour"), options.directions());
            }
        },
        SHAPES("shapes", "Strokes, corners, crosses and other shapes at random turns") {
            @Override
            Painter painter(SetOptions options, int side, long seed) throws DataException {
                return new DrawnShapes(side, options.flag("upright"));
            }
        },
        ATOMS("atoms", "Sums of small patterns, each in orientations at a planted angle") {
            @Override
            Painter painter(SetOptions options, int side, long seed) throws DataException {
                int order = (int) options.number("order", DEFAULT_ORDER, 1, MAX_ORDER);
                int kinds = (int) options.number("kinds", DEFAULT_KINDS, 1, MAX_KINDS);
                return new PlantedAtoms(side, kinds, order, options.every(CIRCLE / order), seed);
            }
        };

        private final String word;
        private final String title;

        Kind(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** The name of such a set without options. */
        String word() {
            return word;
        }

        abstract Painter painter(SetOptions options, int side, long seed) throws DataException;
    }

    private final String name;
    private final Kind kind;
    private final Painter painter;
    private final int images;
    private final long seed;

    private GeneratedSet(String name, Kind kind, Painter painter, int images, long seed) {
        this.name = name;
        this.kind = kind;
        this.painter = painter;
        this.images = images;
        this.seed = seed;
    }

    /** Whether a name is one of a set that is drawn, whatever its options. */
    public static boolean isName(String name) {
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> name.equals(kind.word) || name.startsWith(kind.word + ":"));
    }

    /**
     * The set of a name.
     *
     * @throws DataException where an option is none of the above, or out of its range
     */
    public static GeneratedSet of(String name) throws DataException {
        int colon = name.indexOf(':');
        String word = colon < 0 ? name : name.substring(0, colon);
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new DataException("data set: expected leaves, shapes or atoms, found \"" + name + "\""));
        SetOptions options = SetOptions.parse(name, colon < 0 ? null : name.substring(colon + 1));
        int side = (int) options.number(SetOptions.SIDE, BuiltInDigits.SHAPE.width(), 8, MAX_SIDE);
        int images = (int) options.number("images", DEFAULT_IMAGES, 10, MAX_IMAGES);
        long seed = options.number("seed", 1, 0, Integer.MAX_VALUE);
        Painter painter = kind.painter(options, side, seed);
        options.refuseOthers();
        GeneratedSet set = new GeneratedSet(name, kind, painter, images, seed);
        Limits.checkFits(name, set.images + set.tests(), painter.shape().size());
        return set;
    }

    /** What the sets without options are, for people. */
    public static List<DatasetInfo> infos() {
        return Arrays.stream(Kind.values())
                .map(kind -> DatasetInfo.drawn(kind.word, kind.title, BuiltInDigits.SHAPE, DEFAULT_IMAGES))
                .toList();
    }

    /** What this one is, with its options. */
    public DatasetInfo info() {
        return DatasetInfo.drawn(name, kind.title, painter.shape(), images);
    }

    private int tests() {
        return images / A_FIFTH;
    }

    /**
     * Draws it.
     *
     * @throws CancellationException where the progress asks to stop
     */
    public TrainTest draw(Progress progress) {
        MessageDigest digest = Checksum.sha256();
        // Test images count from the other end, so that they do not depend on how many train.
        Dataset train = draw(images, 0, 1, digest, progress);
        Dataset test = draw(tests(), -1, -1, digest, progress);
        return new TrainTest(name, train, test, Checksum.hex(digest));
    }

    private Dataset draw(int count, long first, int step, MessageDigest digest, Progress progress) {
        int size = painter.shape().size();
        float[] pixels = new float[count * size];
        int[] labels = new int[count];
        for (int from = 0; from < count; from += BLOCK) {
            if (!progress.report("drawing images", from, count)) {
                throw new CancellationException();
            }
            IntStream.range(from, Math.min(count, from + BLOCK))
                    .parallel()
                    .forEach(i -> labels[i] = painter.paint(i, seed, first + (long) step * i, pixels, i * size));
        }
        Checksum.update(digest, pixels);
        return new Dataset(painter.shape(), pixels, labels, painter.classNames());
    }
}
