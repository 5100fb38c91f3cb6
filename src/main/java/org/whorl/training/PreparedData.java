package org.whorl.training;

import java.util.List;

import org.whorl.data.Dataset;
import org.whorl.data.Preparation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.Whitening;

/**
 * Images as the network sees them.
 *
 * @param train [images, C, H, W]
 * @param trainLabels a class for each
 * @param test the same to measure on
 * @param testLabels a class for each
 * @param preparation what was done to them, fitted on the training images
 * @param classNames a name for every class
 * @param name of the data set
 * @param checksum of its files
 */
record PreparedData(
        float[] train,
        int[] trainLabels,
        float[] test,
        int[] testLabels,
        Preparation preparation,
        List<String> classNames,
        String name,
        String checksum) {
    static PreparedData of(TrainTest data, TrainingSettings settings, Progress progress) throws java.io.IOException {
        Whitening whitening = settings.whitening();
        Preparation preparation = Preparation.fit(data.train(), whitening, settings.epsilon(), progress);
        Dataset test = data.test();
        Preparation ofTest = whitening == Whitening.EACH
                ? Preparation.fit(test, whitening, settings.epsilon(), progress)
                : preparation;
        return new PreparedData(
                preparation.apply(data.train(), progress),
                data.train().labels(),
                ofTest.apply(test, progress),
                test.labels(),
                preparation,
                data.train().classNames(),
                data.name(),
                data.checksum());
    }
}
