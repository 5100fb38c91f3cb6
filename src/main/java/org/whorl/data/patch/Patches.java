package org.whorl.data.patch;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/**
 * Patches of the images of another set: grey, 8×8, at random places, each turned by its own angle, uniform in [0°, 360°), so that no
 * direction is preferred. The label is the image's.
 */
public final class Patches {
    private static final int SIDE = 8;
    private static final int TRAIN = 4_000;
    private static final int TEST = 1_000;

    /** Patches with less deviation than this are empty ground, and others are taken. */
    private static final double LEAST_DEVIATION = 0.02;

    private static final int TRIES = 200;

    /** From the middle of a turned patch to where the interpolation still reaches. */
    private static final double REACH = (SIDE - 1) / 2.0 * Math.sqrt(2) + 2;

    private static final ImageShape SHAPE = new ImageShape(1, SIDE, SIDE);

    private Patches() {}

    /**
     * What patches of any set are.
     *
     * @param name of the set of patches
     */
    public static DatasetInfo info(String name) {
        return new DatasetInfo(
                name,
                "patches of another set",
                "that of the other set",
                SHAPE,
                TRAIN,
                TEST,
                false,
                Optional.empty(),
                0);
    }

    /**
     * Cuts them.
     *
     * @param name of the set of patches
     * @param images the set that they are cut out of
     * @param seed places and angles follow from it, on every machine alike
     * @throws DataException where the images are too small, or too empty
     */
    public static TrainTest of(String name, TrainTest images, long seed, Progress progress) throws DataException {
        ImageShape shape = images.train().shape();
        if (Math.min(shape.height(), shape.width()) - 1 < 2 * REACH) {
            throw new DataException(name + ": expected images of at least " + (int) Math.ceil(2 * REACH + 1)
                    + " pixels a side, found " + shape);
        }
        return new TrainTest(
                name,
                cut(images.train(), TRAIN, seed, progress),
                cut(images.test(), TEST, ~seed, progress),
                images.checksum());
    }

    private static Dataset cut(Dataset images, int count, long seed, Progress progress) throws DataException {
        ImageShape shape = images.shape();
        // java.util.Random, since its numbers are part of its specification.
        Random random = new Random(seed);
        float[] plane = new float[shape.height() * shape.width()];
        float[] pixels = new float[count * SHAPE.size()];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            if (n % 256 == 0 && !progress.report("cutting patches", n, count)) {
                throw new CancellationException();
            }
            double[] square;
            int tries = 0;
            do {
                if (++tries > TRIES) {
                    throw new DataException("patches: expected images that are not empty, found " + TRIES
                            + " flat patches one after another; use another set");
                }
                int image = random.nextInt(images.size());
                Patch.grey(images, image, plane);
                labels[n] = images.labels()[image];
                double row = REACH + random.nextDouble() * (shape.height() - 1 - 2 * REACH);
                double column = REACH + random.nextDouble() * (shape.width() - 1 - 2 * REACH);
                square = new Patch(plane, shape, row, column).cut(SIDE, 360 * random.nextDouble(), 1);
            } while (deviation(square) < LEAST_DEVIATION);
            for (int i = 0; i < square.length; i++) {
                pixels[n * square.length + i] = (float) Math.max(0, Math.min(1, square[i]));
            }
        }
        return new Dataset(SHAPE, pixels, labels, images.classNames());
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
