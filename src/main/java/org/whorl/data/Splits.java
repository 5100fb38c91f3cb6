package org.whorl.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts of data sets. All of it follows from a seed through java.util.Random, whose numbers are specified. */
public final class Splits {
    private static final int ALL = 70_000;
    private static final int TRAIN = 12_000;
    private static final int TEST = 50_000;

    private Splits() {}

    /**
     * Shuffles training and test images together and takes the first 12,000 to train on and the next 50,000 to test on;
     * of a set that has not 70,000 images, the same shares.
     *
     * @param seed decides the order, on every machine alike
     */
    public static TrainTest rotMnist(TrainTest set, long seed) {
        int size = set.train().size() + set.test().size();
        int[] order = shuffled(size, seed);
        int train = (int) ((long) size * TRAIN / ALL);
        int test = (int) ((long) size * TEST / ALL);
        return new TrainTest(
                set.name(), pick(set, order, 0, train), pick(set, order, train, train + test), set.checksum());
    }

    /**
     * Takes a fifth of every class, but at least one image of a class that has two, to test on.
     *
     * @param name the name of the set
     * @param checksum of the set, as {@link TrainTest} keeps it
     * @param seed decides which images, on every machine alike
     * @throws DataException where nothing would be left to train or to test on
     */
    public static TrainTest byClass(String name, Dataset all, String checksum, long seed) throws DataException {
        int[] order = shuffled(all.size(), seed);
        int[] left = new int[all.classNames().size()];
        for (int label : all.labels()) {
            left[label]++;
        }
        for (int label = 0; label < left.length; label++) {
            left[label] = left[label] < 2 ? 0 : Math.max(1, left[label] / 5);
        }
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (int image : order) {
            int label = all.labels()[image];
            (left[label]-- > 0 ? test : train).add(image);
        }
        if (train.isEmpty() || test.isEmpty()) {
            throw new DataException(name + ": expected at least two images of a class, to train and to test on, found "
                    + all.size() + " images in " + all.classNames().size() + " classes");
        }
        TrainTest whole = new TrainTest(name, all, all, checksum);
        return new TrainTest(name, pick(whole, ints(train)), pick(whole, ints(test)), checksum);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] shuffled(int size, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return ints(order);
    }

    private static Dataset pick(TrainTest set, int[] order, int from, int to) {
        return pick(set, Arrays.copyOfRange(order, from, to));
    }

    /** The images of these numbers; numbers go through the training images first and on through the test images. */
    private static Dataset pick(TrainTest set, int[] images) {
        int size = set.train().shape().size();
        float[] pixels = new float[images.length * size];
        int[] labels = new int[images.length];
        for (int i = 0; i < images.length; i++) {
            boolean inTrain = images[i] < set.train().size();
            Dataset part = inTrain ? set.train() : set.test();
            int from = inTrain ? images[i] : images[i] - set.train().size();
            System.arraycopy(part.pixels(), from * size, pixels, i * size, size);
            labels[i] = part.labels()[from];
        }
        return new Dataset(set.train().shape(), pixels, labels, set.train().classNames());
    }
}
