package org.whorl.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.data.TrainTest;
import org.whorl.training.EpochTest;
import org.whorl.ui.lab.Shown;

/** Sums up the tests of a run in the background, each at most once. FX thread only. */
final class TestReports {
    private final Consumer<Optional<TestReport>> show;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "whorl-test-report");
        thread.setDaemon(true);
        return thread;
    });
    private EpochTest latest;
    private boolean none = true;

    /**
     * @param show is told the newest report, on the FX thread; nothing where a run has not been tested yet
     */
    TestReports(Consumer<Optional<TestReport>> show) {
        this.show = show;
    }

    /** Sums up this test, unless that was done. */
    void take(Optional<EpochTest> test, Shown shown) {
        boolean classifies = shown != null && shown.spec().objective().classify() > 0;
        if (test.isEmpty() || !classifies) {
            latest = null;
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
        worker.execute(() -> {
            TestReport report = TestReport.of(wanted, names, data.map(TrainTest::test));
            Platform.runLater(() -> {
                if (latest == wanted) {
                    show.accept(Optional.of(report));
                }
            });
        });
    }
}
