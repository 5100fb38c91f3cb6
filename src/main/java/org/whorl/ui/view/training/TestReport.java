package org.whorl.ui.view.training;

import java.util.List;
import java.util.Optional;

import org.whorl.data.Dataset;
import org.whorl.insight.Confusion;
import org.whorl.insight.Mistake;
import org.whorl.training.EpochTest;

/**
 * What the test after an epoch found.
 *
 * @param epoch from 1
 * @param confusion which classes were taken for which
 * @param mistakes hardest first
 * @param images the test images, where loaded
 */
record TestReport(int epoch, Confusion confusion, List<Mistake> mistakes, Optional<Dataset> images) {
    /** Sums up a test. */
    static TestReport of(EpochTest test, List<String> classNames, Optional<Dataset> images) {
        return new TestReport(
                test.epoch(),
                Confusion.of(classNames, test.labels(), test.result().predictions()),
                Mistake.hardestFirst(
                        test.labels(),
                        test.result().predictions(),
                        test.result().confidences()),
                images.filter(set -> set.size() == test.labels().length));
    }
}
