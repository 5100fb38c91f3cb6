package org.whorl.data;

/**
 * A data set as it is used: a part to train on and a part to test on.
 *
 * @param name as on the command line: {@code digits}, {@code rot-mnist}, …
 * @param train images to learn from
 * @param test images to measure on
 * @param checksum SHA-256 over the bytes of the source files, in hexadecimal, so that a model can say what it saw
 */
public record TrainTest(String name, Dataset train, Dataset test, String checksum) {
    public TrainTest {
        if (!train.shape().equals(test.shape())) {
            throw new IllegalArgumentException(name + ": expected train and test images of one shape, found "
                    + train.shape() + " and " + test.shape());
        }
        if (!train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException(name + ": expected train and test images of the same classes, found "
                    + train.classNames() + " and " + test.classNames());
        }
    }

    /** The same with the first {@code limit} training images only; the test images stay whole. */
    public TrainTest limited(int limit) {
        return limit >= train.size() ? this : new TrainTest(name, train.first(limit), test, checksum);
    }
}
