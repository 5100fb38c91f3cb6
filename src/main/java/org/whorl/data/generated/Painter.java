package org.whorl.data.generated;

import java.util.List;
import java.util.SplittableRandom;

import org.whorl.data.ImageShape;

/** Draws one image after another, each from numbers of its own. Without state: for any number of threads at once. */
abstract class Painter {
    /** Odd, so that every seed has its own numbers, and not the one by which SplittableRandom itself goes on. */
    private static final long APART = 0xd1342543de82ef95L;

    /** The shape of every image. */
    abstract ImageShape shape();

    /** A name for every class. */
    abstract List<String> classNames();

    /**
     * Draws an image.
     *
     * @param wanted the class, where the painter can choose it
     * @param pixels receives values in [0, 1], [channels, height, width], from {@code at}
     * @return the class
     */
    abstract int paint(int wanted, SplittableRandom random, float[] pixels, int at);

    /** Draws the image of a number, of the set of a seed. */
    final int paint(int image, long seed, long number, float[] pixels, int at) {
        SplittableRandom random = new SplittableRandom(seed * APART + number);
        return paint(image % classNames().size(), random, pixels, at);
    }

    static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
