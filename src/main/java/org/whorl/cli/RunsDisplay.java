package org.whorl.cli;

import java.util.Locale;

import org.whorl.paper.Watch;
import org.whorl.training.TrainingSnapshot;

/** Shows how far the runs of a table are: a line for each run and, on a terminal, a bar over all. */
final class RunsDisplay {
    private final ProgressLine line;
    private int run = -1;
    private int epoch;

    RunsDisplay(ProgressLine line) {
        this.line = line;
    }

    void show(Watch.Moment moment) {
        TrainingSnapshot now = moment.snapshot();
        if (moment.run() != run) {
            run = moment.run();
            epoch = 0;
            line.line(String.format(
                    Locale.ROOT,
                    "run %d/%d: %s, %s, seed %d",
                    run + 1,
                    moment.runs(),
                    moment.experiment().name(),
                    moment.experiment().preset().label(),
                    moment.seed()));
        }
        if (line.live()) {
            double share = now.stepsPerEpoch() == 0 ? 0 : (double) now.step() / now.stepsPerEpoch() / now.epochs();
            line.draw((run + Math.min(1, share)) / moment.runs(), words(moment));
        } else if (now.epoch() > epoch) {
            epoch = now.epoch();
            line.line("  " + words(moment));
        }
    }

    private static String words(Watch.Moment moment) {
        TrainingSnapshot now = moment.snapshot();
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  %.0f images/s%s  %s",
                Math.min(now.epoch() + 1, now.epochs()),
                now.epochs(),
                now.imagesPerSecond(),
                Double.isFinite(moment.secondsLeft())
                        ? "  " + TrainingDisplay.time(moment.secondsLeft()) + " left"
                        : "",
                now.activity());
    }
}
