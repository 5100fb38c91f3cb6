package org.whorl.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.whorl.network.NetworkSpec;
import org.whorl.training.AngleStart;
import org.whorl.training.EpochMetrics;
import org.whorl.training.StepMetrics;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;

/** Shows how a run goes: a line an epoch and, on a terminal, a bar. */
final class TrainingDisplay {
    private static final long PACE_MILLIS = 200;

    private final TrainingSession session;
    private final Terminal terminal;
    private final Function<NetworkSpec, String> header;
    private int epochs;
    private final Set<Double> starts = new HashSet<>();
    private StepMetrics last;
    private boolean begun;
    private String said = "";

    /**
     * A display of one run.
     *
     * @param header what to say of the network, once the data have decided its input and classes
     */
    TrainingDisplay(TrainingSession session, Terminal terminal, Function<NetworkSpec, String> header) {
        this.session = session;
        this.terminal = terminal;
        this.header = header;
    }

    /** Returns when the run has finished, stopped or failed. */
    void follow() throws InterruptedException {
        try (ProgressLine line = new ProgressLine(terminal)) {
            while (true) {
                TrainingSnapshot now = session.snapshot();
                if (!begun && now.parameters().isPresent()) {
                    begun = true;
                    line.line(header.apply(now.parameters().get().spec()));
                }
                for (AngleStart start : session.angleStarts()) {
                    if (starts.add(start.start())) {
                        line.line(String.format(
                                Locale.ROOT,
                                "from %.1f° to %.2f°  unexplained %.4f",
                                start.start(),
                                start.angle(),
                                start.loss()));
                    }
                }
                for (EpochMetrics epoch : session.history().epochsFrom(epochs)) {
                    line.line(describe(epoch, now.epochs()));
                    epochs++;
                }
                if (now.state() == TrainingState.FINISHED
                        || now.state() == TrainingState.STOPPED
                        || now.state() == TrainingState.FAILED) {
                    return;
                }
                sayTrouble(line, now);
                if (terminal.live()) {
                    draw(line, now);
                }
                Thread.sleep(PACE_MILLIS);
            }
        }
    }

    /** Once when the run begins to wait for its disk, and once when it goes on. */
    private void sayTrouble(ProgressLine line, TrainingSnapshot now) {
        String trouble = now.state() == TrainingState.WAITING ? now.activity() : "";
        if (!trouble.equals(said)) {
            line.line(trouble.isEmpty() ? "training goes on" : trouble);
            said = trouble;
        }
    }

    private void draw(ProgressLine line, TrainingSnapshot now) {
        List<StepMetrics> fresh = session.history().stepsAfter(last == null ? 0 : last.step());
        last = fresh.isEmpty() ? last : fresh.get(fresh.size() - 1);
        if (last == null || now.stepsPerEpoch() == 0) {
            line.draw(-1, now.activity());
            return;
        }
        double share = (double) now.step() / now.stepsPerEpoch() / now.epochs();
        String words = String.format(
                Locale.ROOT,
                "epoch %d/%d  loss %.4f  %.0f images/s%s  %s",
                Math.min(now.epoch() + 1, now.epochs()),
                now.epochs(),
                last.loss(),
                now.imagesPerSecond(),
                Double.isFinite(now.secondsLeft()) ? "  " + time(now.secondsLeft()) + " left" : "",
                now.activity());
        line.draw(share, words);
    }

    private static String describe(EpochMetrics epoch, int epochs) {
        String active = epoch.activeFractions().stream()
                .map(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "epoch %d/%d  loss %.4f%s  accuracy %s  test loss %s  test accuracy %s%s  active %s %%  %.0f images/s",
                epoch.epoch(),
                epochs,
                epoch.trainLoss(),
                epoch.generatorAngles().isEmpty()
                        ? ""
                        : epoch.generatorAngles().stream()
                                .map(a -> String.format(Locale.ROOT, "%.2f°", a))
                                .collect(Collectors.joining(" ", "  angle ", "")),
                percent(epoch.trainAccuracy()),
                Double.isNaN(epoch.testLoss()) ? "–" : String.format(Locale.ROOT, "%.4f", epoch.testLoss()),
                percent(epoch.testAccuracy()),
                Double.isNaN(epoch.testPsnr()) ? "" : String.format(Locale.ROOT, "  PSNR %.2f dB", epoch.testPsnr()),
                active,
                epoch.imagesPerSecond());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** Hours, minutes and seconds. */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
