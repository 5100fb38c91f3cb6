package org.whorl.ui.symmetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.insight.SymmetryProfile;

/**
 * Measures networks by angle in the background, all of them from coarse to fine, and remembers what was measured. FX thread only; the
 * work is done on a thread of its own.
 */
public final class Measuring {
    private static final int ROOM = 32;
    private static final long REPORT_NANOS = 100_000_000;

    /** A profile, and whether all its angles are there. */
    private record Kept(SymmetryProfile profile, int portions) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "whorl-symmetry");
        worker.setDaemon(true);
        return worker;
    });
    private final Executor fxThread;
    private final Map<Measured.Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured.Key, Kept> eldest) {
            return size() > ROOM;
        }
    };
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    /** Grows with each order; work of an older one stops at its next report and is not told. */
    private volatile long order;

    /**
     * @param fxThread runs what the worker reports
     */
    public Measuring(Executor fxThread) {
        this.fxThread = fxThread;
    }

    /** What has been measured of this network so far. */
    public Optional<SymmetryProfile> profile(Measured measured) {
        return Optional.ofNullable(kept.get(measured.key())).map(Kept::profile);
    }

    /** Whether every angle has been measured. */
    public boolean isComplete(Measured measured) {
        Kept found = kept.get(measured.key());
        return found != null && found.portions == portions(measured).size();
    }

    /** What has been measured of these as a table of comma-separated values; empty where nothing has. */
    public Optional<String> csv(List<Measured> networks) {
        StringBuilder csv = new StringBuilder();
        for (Measured measured : networks) {
            String[] lines =
                    profile(measured).orElse(SymmetryProfile.EMPTY).toCsv().split("\n");
            if (csv.isEmpty() && lines.length > 1) {
                csv.append("network,").append(lines[0]).append('\n');
            }
            String name = '"' + measured.name().replace("\"", "\"\"") + "\",";
            for (int i = 1; i < lines.length; i++) {
                csv.append(name).append(lines[i]).append('\n');
            }
        }
        return csv.isEmpty() ? Optional.empty() : Optional.of(csv.toString());
    }

    private static List<List<Double>> portions(Measured measured) {
        return SymmetryProfile.portions(measured.model().spec().group());
    }

    /** Measures what is not yet known of these; instead of what was being measured before. */
    public void measure(List<Measured> wanted) {
        cancel();
        problem.set("");
        List<Measured> missing = wanted.stream().filter(m -> !isComplete(m)).toList();
        if (missing.isEmpty()) {
            return;
        }
        running.set(true);
        progress.set(0);
        words.set("measuring …");
        Job job = new Job(++order, missing);
        thread.execute(job);
    }

    /** Stops; what has been measured stays. */
    public void cancel() {
        order++;
        running.set(false);
        words.set("");
    }

    /** Measuring, by which the worker finds what to do next; made on the FX thread, run on the worker's. */
    private final class Job implements Runnable {
        private final long mine;
        private final List<Measured> wanted;
        private final int[] done;
        private final long total;
        private final long start = System.nanoTime();
        private long finished;
        private long lastReport;

        Job(long mine, List<Measured> wanted) {
            this.mine = mine;
            this.wanted = wanted;
            done = wanted.stream()
                    .mapToInt(m -> kept.containsKey(m.key()) ? kept.get(m.key()).portions : 0)
                    .toArray();
            long sum = 0;
            for (int i = 0; i < done.length; i++) {
                List<List<Double>> portions = portions(wanted.get(i));
                for (int p = done[i]; p < portions.size(); p++) {
                    sum += portions.get(p).size() * wanted.get(i).work();
                }
            }
            total = sum;
        }

        @Override
        public void run() {
            try {
                int portions =
                        wanted.stream().mapToInt(m -> portions(m).size()).max().orElse(0);
                for (int p = 0; p < portions; p++) {
                    for (int i = 0; i < done.length; i++) {
                        if (p >= done[i] && p < portions(wanted.get(i)).size()) {
                            measure(wanted.get(i), p);
                        }
                    }
                }
                tell(() -> {
                    running.set(false);
                    words.set("");
                });
            } catch (CancellationException e) {
                // Whoever cancelled knows.
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                tell(() -> {
                    running.set(false);
                    words.set("");
                    problem.set("could not measure: " + e.getMessage());
                });
            }
        }

        private void measure(Measured measured, int portion) {
            List<Double> degrees = portions(measured).get(portion);
            Dataset images = measured.images();
            long before = finished;
            long work = degrees.size() * measured.work();
            double errorShare = measured.forErrors() == 0
                    ? 0
                    : 1 - (double) Math.min(measured.forAccuracy(), images.size()) / measured.work();
            Progress told = (what, part, all) -> {
                boolean second = what.startsWith("accuracy") || errorShare == 0;
                double share = second ? errorShare + (1 - errorShare) * part / all : errorShare * part / all;
                return report(measured, before + Math.round(work * share));
            };
            SymmetryProfile profile = SymmetryProfile.of(
                    measured.model(),
                    images.first(measured.forErrors()),
                    images.first(measured.forAccuracy()),
                    degrees,
                    told);
            finished = before + work;
            tell(() -> {
                Kept old = kept.getOrDefault(measured.key(), new Kept(SymmetryProfile.EMPTY, 0));
                kept.put(measured.key(), new Kept(old.profile.with(profile), portion + 1));
                changes.set(changes.get() + 1);
            });
        }

        private boolean report(Measured measured, long units) {
            long now = System.nanoTime();
            if (now - lastReport > REPORT_NANOS) {
                lastReport = now;
                double share = Math.min(1, (double) units / total);
                double seconds = (now - start) / 1e9;
                String left =
                        share > 0.02 ? ", " + Math.round(Math.ceil(seconds / share * (1 - share))) + " s left" : "";
                tell(() -> {
                    progress.set(share);
                    words.set("measuring " + measured.name() + left);
                });
            }
            return order == mine;
        }

        private void tell(Runnable news) {
            fxThread.execute(() -> {
                if (order == mine) {
                    news.run();
                }
            });
        }
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The share that is done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being measured and how long it will take; empty where nothing is. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** One line about what went wrong; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Grows whenever something was measured. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
