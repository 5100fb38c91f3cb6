package org.whorl.ui.view.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.data.TrainTest;
import org.whorl.training.EpochTest;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/** Sums up the tests of a run in the background, each at most once. FX thread only. */
final class TestReports {
    private final Consumer<Optional<TestReport>> show;
    private final Consumer<String> failed;
    private final BackgroundJob<TestReport> summing = new BackgroundJob<>("whorl-test-report", Platform::runLater);
    private EpochTest latest;
    private boolean none = true;

    /**
     * @param show is told the newest report, on the FX thread; nothing where a run has not been tested yet
     * @param failed is told why there is none
     */
    TestReports(Consumer<Optional<TestReport>> show, Consumer<String> failed) {
        this.show = show;
        this.failed = failed;
    }

    /** Sums up this test, unless that was done. */
    void take(Optional<EpochTest> test, ShownNetwork shown) {
        boolean classifies = shown != null && shown.spec().objective().classifies();
        if (test.isEmpty() || !classifies) {
            latest = null;
            summing.forget();
            if (!none) {
                none = true;
                show.accept(Optional.empty());
            }
            return;
        }
        EpochTest wanted = test.get();
        if (wanted == latest) {
            return;
        }
        latest = wanted;
        none = false;
        List<String> names = shown.classNames();
        Optional<TrainTest> data = shown.data();
        summing.replace(
                "",
                report -> TestReport.of(wanted, names, data.map(TrainTest::test)),
                made -> show.accept(Optional.of(made)),
                failed);
    }
}
