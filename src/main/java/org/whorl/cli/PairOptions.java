package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.patch.FolderPairs;
import org.whorl.data.patch.PatchPairs;
import org.whorl.data.patch.PatchTransformation;
import org.whorl.data.set.Datasets;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import picocli.CommandLine.Option;

/** The options that say which pairs of pictures a generator is learned from. */
final class PairOptions {
    @Option(names = "--data", paramLabel = "NAME", description = "Images to cut patches from.")
    private String data;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data set's files are.")
    private Path folder;

    @Option(
            names = "--pairs",
            paramLabel = "X.npy,Y.npy",
            split = ",",
            description = "Instead of a data set: pictures and their partners, [N, s, s] or [N, 1, s, s].")
    private List<Path> pairs;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Instead of a data set: a folder of pictures, all of one size; with --to.")
    private Path from;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "A folder with a partner of the same name and size for each.")
    private Path to;

    @Option(
            names = "--transform",
            defaultValue = "turn",
            description = "What was done to the partners: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind transform;

    @Option(
            names = "--angle",
            paramLabel = "DEGREES|random",
            defaultValue = "90",
            description =
                    "To turn by, counter-clockwise; random draws a divisor of 360 by the seed, for guessing games "
                            + "(default: ${DEFAULT-VALUE}).")
    private String angle;

    @Option(
            names = "--shift",
            paramLabel = "DOWN,RIGHT",
            split = ",",
            defaultValue = "0,1",
            description = "Pixels to shift by; what leaves comes in at the other side (default: ${DEFAULT-VALUE}).")
    private List<Integer> shift;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "1.25",
            description = "To scale by, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--kernel",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of the patches, 2 to " + Generator.MAX_SIDE
                    + "; pictures of --from and --to are brought to it (default: ${DEFAULT-VALUE}).")
    private int kernel;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Pairs to learn from; a quarter as many more measure the error (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--upright", description = "Do not turn each patch at random before.")
    private boolean upright;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the patches (default: ${DEFAULT-VALUE}).")
    private long seed;

    private enum Kind {
        turn,
        mirror,
        shift,
        scale
    }

    /**
     * What was learned from, what measures it, and how people call it.
     *
     * @param degrees by which the partners were turned; null where they were not, or it is not said
     */
    record Material(PatchPairs train, PatchPairs test, String name, String words, Double degrees) {}

    long seed() {
        return seed;
    }

    /**
     * Reads or cuts the pairs.
     *
     * @throws IllegalArgumentException where the options are wrong, in words for people
     * @throws IOException where files are
     */
    Material material(Progress progress) throws IOException {
        int given = (data == null ? 0 : 1) + (pairs == null ? 0 : 1) + (from == null && to == null ? 0 : 1);
        if (given != 1 || (from == null) != (to == null)) {
            throw new IllegalArgumentException(
                    "generator: expected --data NAME or --pairs X.npy,Y.npy or --from DIR --to DIR, found "
                            + (given == 0 ? "none of them" : given > 1 ? "several" : "one folder"));
        }
        if (count < 1 || count > 1_000_000) {
            throw new IllegalArgumentException("--count: expected 1 to 1000000 pairs, found " + count);
        }
        if (kernel < 2 || kernel > Generator.MAX_SIDE) {
            throw new IllegalArgumentException("--kernel: expected 2 to " + Generator.MAX_SIDE + ", found " + kernel);
        }
        if (data != null) {
            return cut(progress);
        }
        return pairs != null ? arrays() : folders(progress);
    }

    private Material cut(Progress progress) throws IOException {
        PatchTransformation transformation = transformation();
        TrainTest set = Datasets.load(data, Optional.ofNullable(folder), seed, progress);
        boolean anyDirection = transformation.anyDirection() && !upright;
        PatchPairs train = PatchPairs.of(set.train(), transformation, kernel, anyDirection, count, seed, progress);
        PatchPairs test = PatchPairs.of(
                set.test(), transformation, kernel, anyDirection, Math.max(1, count / 4), seed + 1, progress);
        return new Material(
                train,
                test,
                data,
                transformation.describe(),
                transformation instanceof PatchTransformation.Turn turn ? turn.degrees() : null);
    }

    private PatchTransformation transformation() {
        switch (transform) {
            case mirror:
                return new PatchTransformation.Mirror();
            case shift:
                if (shift.size() != 2) {
                    throw new IllegalArgumentException(
                            "--shift: expected two numbers, DOWN,RIGHT, found " + shift.size());
                }
                return new PatchTransformation.Shift(shift.get(0), shift.get(1));
            case scale:
                return new PatchTransformation.Scale(scale);
            default:
                return new PatchTransformation.Turn(degrees());
        }
    }

    private double degrees() {
        if (angle.equals("random")) {
            List<Integer> divisors = CyclicGroup.wholeDegrees().stream()
                    .filter(a -> a >= 20 && a <= 180)
                    .toList();
            return divisors.get(new Random(seed).nextInt(divisors.size()));
        }
        try {
            return Double.parseDouble(angle);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--angle: expected degrees or random, found " + angle, e);
        }
    }

    private Material folders(Progress progress) throws IOException {
        FolderPairs found = FolderPairs.read(from, to, kernel, progress);
        return parted(found.from(), found.to(), kernel, from + " and " + to);
    }

    private Material arrays() throws IOException {
        if (pairs.size() != 2) {
            throw new IllegalArgumentException("--pairs: expected two files, X.npy,Y.npy, found " + pairs.size());
        }
        NpyArray x = Npy.read(pairs.get(0));
        NpyArray y = Npy.read(pairs.get(1));
        List<Integer> shape = x.shape();
        int side = shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
        boolean pictures = shape.size() == 3 || shape.size() == 4 && shape.get(1) == 1;
        if (!pictures
                || shape.get(shape.size() - 2) != side
                || !shape.equals(y.shape())
                || side < 2
                || side > Generator.MAX_SIDE) {
            throw new IllegalArgumentException(
                    "--pairs: expected two arrays of one shape, [N, s, s] or [N, 1, s, s] with s from 2 to "
                            + Generator.MAX_SIDE + ", found " + shape + " and " + y.shape());
        }
        checkFinite(pairs.get(0), x.values());
        checkFinite(pairs.get(1), y.values());
        return parted(x.values(), y.values(), side, pairs.get(0) + " and " + pairs.get(1));
    }

    private static void checkFinite(Path file, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(file + ": expected finite values, found " + values[i] + " as value "
                        + (i + 1) + " of " + values.length);
            }
        }
    }

    /** Every fifth pair measures, the others teach. */
    private static Material parted(float[] from, float[] to, int side, String name) throws IOException {
        int found = from.length / (side * side);
        if (found < 5) {
            throw new IllegalArgumentException("pairs: expected at least 5 of them, found " + found + " in " + name);
        }
        return new Material(
                PatchPairs.teaching(side, from, to), PatchPairs.measuring(side, from, to), name, "as given", null);
    }
}
