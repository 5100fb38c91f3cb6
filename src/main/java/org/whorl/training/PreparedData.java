package org.whorl.training;

import java.io.IOException;
import java.util.List;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;

/**
 * Images as the network sees them. Images that are only standardised stay as they are and are prepared as they are used: a second copy
 * of a large set is memory that few have to spare.
 *
 * @param train training images, [images, C, H, W]: prepared, or pixels
 * @param prepared whether they and the test images are prepared
 * @param trainLabels a class for each
 * @param test images to measure on, prepared or pixels
 * @param testLabels a class for each
 * @param preparation what is done to them, fitted on the training images
 * @param classNames a name for every class
 * @param name of the data set
 * @param checksum of its files
 */
record PreparedData(
        float[] train,
        boolean prepared,
        int[] trainLabels,
        float[] test,
        int[] testLabels,
        Preparation preparation,
        List<String> classNames,
        String name,
        String checksum) {
    /** Values of a set, 128 MB, whose reading leaves much behind. */
    private static final long LARGE_SET = 32_000_000;

    static PreparedData of(TrainTest data, TrainingSettings settings, Progress progress) throws IOException {
        Whitening whitening = settings.whitening();
        Dataset train = data.train();
        Dataset test = data.test();
        Preparation preparation = Preparation.fit(train, whitening, settings.epsilon(), progress);
        Preparation ofTest = whitening == Whitening.EACH
                ? Preparation.fit(test, whitening, settings.epsilon(), progress)
                : preparation;
        boolean whitened = preparation.whitening() != null;
        return new PreparedData(
                whitened ? preparation.apply(train, progress) : train.pixels(),
                whitened,
                train.labels(),
                whitened ? ofTest.apply(test, progress) : test.pixels(),
                test.labels(),
                preparation,
                train.classNames(),
                data.name(),
                data.checksum());
    }

    /** Training makes so little garbage that the collector would never look at what reading a large set has left behind. */
    void releaseWhatReadingLeft() {
        if (train.length + (long) test.length >= LARGE_SET) {
            System.gc();
        }
    }

    /** Puts a training image, prepared, into an array from a place on. */
    void copyTrain(int image, float[] into, int at) {
        copy(train, image, into, at);
    }

    /** The same of a test image. */
    void copyTest(int image, float[] into) {
        copy(test, image, into, 0);
    }

    private void copy(float[] from, int image, float[] into, int at) {
        int size = preparation.shape().size();
        if (prepared) {
            System.arraycopy(from, image * size, into, at, size);
        } else {
            preparation.apply(from, image * size, into, at);
        }
    }
}
