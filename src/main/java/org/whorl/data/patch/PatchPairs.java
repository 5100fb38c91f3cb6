package org.whorl.data.patch;

import java.util.Random;
import java.util.stream.IntStream;

import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.patch.PatchTransformation.Mirror;
import org.whorl.data.patch.PatchTransformation.Scale;
import org.whorl.data.patch.PatchTransformation.Shift;
import org.whorl.data.patch.PatchTransformation.Turn;

/**
 * Patches of images and their partners under a transformation, without their mean: what a generator is learned from.
 *
 * @param side the patches' side in pixels
 * @param support the pixels that are kept, ascending, of side²
 * @param from patches, [pairs][support]
 * @param to their partners, likewise; the patch's mean is taken from both
 */
public record PatchPairs(int side, int[] support, double[][] from, double[][] to) {
    /** Patches with less deviation than this are empty ground, and others are taken. */
    private static final double LEAST_DEVIATION = 0.02;

    private static final int TRIES = 200;

    /**
     * Draws patches at random places of random images; colours are averaged.
     *
     * @param side at least 2
     * @param anyDirection whether each patch is first turned by an angle of its own, so that no direction is preferred
     * @param count pairs, at least 1
     * @param seed everything follows from it, on every machine alike
     * @throws DataException where the images are too small or too empty
     */
    public static PatchPairs of(
            Dataset images,
            PatchTransformation transformation,
            int side,
            boolean anyDirection,
            int count,
            long seed,
            Progress progress)
            throws DataException {
        ImageShape shape = images.shape();
        // The square's corners, turned and enlarged, and the interpolation's reach beyond them.
        double reach = transformation instanceof Scale scale && scale.factor() < 1 ? 1 / scale.factor() : 1;
        double whole = (Math.min(shape.height(), shape.width()) - 1) / 2.0;
        double margin = (side - 1) / 2.0 * Math.sqrt(2) * reach + 2;
        // Larger ones are cut so that the disc or the square itself is inside; what lies beyond the edge is as the edge
        // is.
        double least = (side - 1) / 2.0 * (anyDirection && !transformation.onDisc() ? Math.sqrt(2) : 1);
        if (whole < margin && whole >= least) {
            margin = Math.max(least, Math.min(whole, margin));
        }
        if (whole < margin) {
            throw new DataException("patches: expected images of at least " + (int) Math.ceil(2 * least + 1)
                    + " pixels a side for patches of " + side + ", found " + shape + "; ask for smaller ones");
        }
        // java.util.Random, since its numbers are part of its specification.
        Random random = new Random(seed);
        int[] support = support(side, transformation.onDisc());
        double[][] from = new double[count][];
        double[][] to = new double[count][];
        float[] plane = new float[shape.height() * shape.width()];
        for (int n = 0; n < count; n++) {
            if (n % 256 == 0) {
                progress.report("pairs", n, count);
            }
            int tries = 0;
            do {
                if (++tries > TRIES) {
                    throw new DataException("patches: expected images that are not empty, found " + TRIES
                            + " flat patches one after another; use another set");
                }
                Patch.grey(images, random.nextInt(images.size()), plane);
                double row = margin + random.nextDouble() * (shape.height() - 1 - 2 * margin);
                double column = margin + random.nextDouble() * (shape.width() - 1 - 2 * margin);
                double degrees = anyDirection ? 360 * random.nextDouble() : 0;
                // Whole or half pixels, where nothing is turned, so that nothing is blurred either.
                double off = (side - 1) / 2.0 % 1;
                var patch = new Patch(
                        plane,
                        shape,
                        anyDirection ? row : Math.rint(row - off) + off,
                        anyDirection ? column : Math.rint(column - off) + off);
                double[] square = patch.cut(side, degrees, 1);
                from[n] = pick(square, support);
                to[n] = pick(partner(patch, square, side, degrees, transformation), support);
            } while (!centre(from[n], to[n]));
        }
        return new PatchPairs(side, support, from, to);
    }

    /**
     * Pairs that stand in two arrays.
     *
     * @param from pictures, [pairs · side²], row by row
     * @param to their partners, likewise
     */
    public static PatchPairs of(int side, float[] from, float[] to) throws DataException {
        int size = side * side;
        if (from.length != to.length || from.length == 0 || from.length % size != 0) {
            throw new DataException("pairs: expected two arrays of as many pictures of " + side + "×" + side
                    + ", found " + from.length + " and " + to.length + " values");
        }
        int[] support = support(side, false);
        double[][] pictures = new double[from.length / size][size];
        double[][] partners = new double[from.length / size][size];
        for (int n = 0; n < pictures.length; n++) {
            for (int i = 0; i < size; i++) {
                pictures[n][i] = from[n * size + i];
                partners[n][i] = to[n * size + i];
            }
            centre(pictures[n], partners[n]);
        }
        return new PatchPairs(side, support, pictures, partners);
    }

    /** Those of many pairs that teach: all but every fifth. The same arrays as in {@link #of(int, float[], float[])}. */
    public static PatchPairs teaching(int side, float[] from, float[] to) throws DataException {
        return of(side, part(from, side, false), part(to, side, false));
    }

    /** Those that measure what was learned: every fifth. */
    public static PatchPairs measuring(int side, float[] from, float[] to) throws DataException {
        return of(side, part(from, side, true), part(to, side, true));
    }

    private static float[] part(float[] pictures, int side, boolean fifth) {
        int size = side * side;
        int[] numbers = IntStream.range(0, pictures.length / size)
                .filter(n -> (n % 5 == 4) == fifth)
                .toArray();
        float[] values = new float[numbers.length * size];
        for (int n = 0; n < numbers.length; n++) {
            System.arraycopy(pictures, numbers[n] * size, values, n * size, size);
        }
        return values;
    }

    /** The pixels of a square, or those whose centre lies within the disc inscribed in it. */
    private static int[] support(int side, boolean disc) {
        double centre = (side - 1) / 2.0;
        return IntStream.range(0, side * side)
                .filter(i -> !disc || Math.hypot(i / side - centre, i % side - centre) <= side / 2.0)
                .toArray();
    }

    private static double[] partner(
            Patch patch, double[] square, int side, double degrees, PatchTransformation transformation) {
        if (transformation instanceof Turn turn) {
            return patch.cut(side, degrees + turn.degrees(), 1);
        }
        if (transformation instanceof Scale scale) {
            return patch.cut(side, degrees, scale.factor());
        }
        double[] moved = new double[square.length];
        for (int i = 0; i < moved.length; i++) {
            int row = i / side;
            int column = i % side;
            if (transformation instanceof Shift shift) {
                row = Math.floorMod(row - shift.down(), side);
                column = Math.floorMod(column - shift.right(), side);
            } else if (transformation instanceof Mirror) {
                column = side - 1 - column;
            }
            moved[i] = square[row * side + column];
        }
        return moved;
    }

    /** Takes a patch's mean from it and from its partner; false where the patch is flat. */
    private static boolean centre(double[] patch, double[] partner) {
        double mean = 0;
        for (double value : patch) {
            mean += value / patch.length;
        }
        double squares = 0;
        for (int i = 0; i < patch.length; i++) {
            patch[i] -= mean;
            partner[i] -= mean;
            squares += patch[i] * patch[i];
        }
        return Math.sqrt(squares / patch.length) >= LEAST_DEVIATION;
    }

    private static double[] pick(double[] square, int[] support) {
        return IntStream.of(support).mapToDouble(i -> square[i]).toArray();
    }
}
