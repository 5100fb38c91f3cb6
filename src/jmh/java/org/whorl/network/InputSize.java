package org.whorl.network;

import java.util.SplittableRandom;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;

/** The images that are measured: the paper's network of four layers of 60 filters, R90, and noise that it sees. */
public enum InputSize {
    /** As MNIST's. */
    GREY_28(new ImageShape(1, 28, 28)),
    /** As CIFAR-10's. */
    COLOUR_32(new ImageShape(3, 32, 32));

    private final ImageShape shape;

    InputSize(ImageShape shape) {
        this.shape = shape;
    }

    public NetworkSpec network() {
        return NetworkSpec.paper(shape, 10, new CyclicGroup(4));
    }

    /** So many images of noise, [count, C, H, W]. */
    public float[] images(int count) {
        return noise(count * shape.size());
    }

    /** The same values in every run. */
    public static float[] noise(int length) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
