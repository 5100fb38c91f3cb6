package org.whorl.ui.model.symmetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.file.Csv;
import org.whorl.insight.SymmetryProfile;
import org.whorl.ui.task.BackgroundJob;

/**
 * Measures networks by angle in the background, all of them from coarse to fine, and remembers what was measured. FX thread only; the
 * work is done on a thread of its own.
 */
public final class SymmetryMeasurements {
    private static final int ROOM = 32;

    /** A profile, and whether all its angles are there. */
    private record Kept(SymmetryProfile profile, int portions) {}

    private final BackgroundJob<Void> job;
    private final Map<MeasuredNetwork.Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MeasuredNetwork.Key, Kept> eldest) {
            return size() > ROOM;
        }
    };
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final BooleanBinding running;
    private final DoubleBinding progress;
    private final StringBinding words;
    private final StringBinding problem;

    /**
     * @param fxThread runs what the worker reports
     */
    public SymmetryMeasurements(Executor fxThread) {
        job = new BackgroundJob<>("whorl-symmetry", fxThread);
        ReadOnlyObjectProperty<BackgroundJob.State> state = job.stateProperty();
        running = Bindings.createBooleanBinding(() -> state.get().running(), state);
        progress = Bindings.createDoubleBinding(() -> Math.max(0, state.get().share()), state);
        words = Bindings.createStringBinding(() -> state.get().words(), state);
        problem = Bindings.createStringBinding(
                () -> state.get().problem().isEmpty()
                        ? ""
                        : "could not measure: " + state.get().problem(),
                state);
    }

    /** What has been measured of this network so far. */
    public Optional<SymmetryProfile> profile(MeasuredNetwork measured) {
        return Optional.ofNullable(kept.get(measured.key())).map(Kept::profile);
    }

    /** Whether every angle has been measured. */
    public boolean isComplete(MeasuredNetwork measured) {
        Kept found = kept.get(measured.key());
        return found != null && found.portions == portions(measured).size();
    }

    /** What has been measured of these as a table of comma-separated values; empty where nothing has. */
    public Optional<String> csv(List<MeasuredNetwork> networks) {
        StringBuilder csv = new StringBuilder();
        for (MeasuredNetwork measured : networks) {
            String[] lines =
                    profile(measured).orElse(SymmetryProfile.EMPTY).toCsv().split("\n");
            if (csv.isEmpty() && lines.length > 1) {
                csv.append("network,").append(lines[0]).append('\n');
            }
            String name = Csv.quoted(measured.name()) + ',';
            for (int i = 1; i < lines.length; i++) {
                csv.append(name).append(lines[i]).append('\n');
            }
        }
        return csv.isEmpty() ? Optional.empty() : Optional.of(csv.toString());
    }

    private static List<List<Double>> portions(MeasuredNetwork measured) {
        return SymmetryProfile.portions(measured.model().spec().group());
    }

    /** Measures what is not yet known of these; instead of what was being measured before. */
    public void measure(List<MeasuredNetwork> wanted) {
        cancel();
        List<MeasuredNetwork> missing =
                wanted.stream().filter(m -> !isComplete(m)).toList();
        if (missing.isEmpty()) {
            return;
        }
        Portions portions = new Portions(missing);
        job.replace("measuring …", portions::measure, nothing -> {});
    }

    /** Stops; what has been measured stays. */
    public void cancel() {
        job.forget();
    }

    /** What is to be measured, a portion of every network before the next one of any; made on the FX thread, run on the worker’s. */
    private final class Portions {
        private final List<MeasuredNetwork> wanted;
        private final int[] done;
        private final long total;
        private final long start = System.nanoTime();
        private long finished;

        Portions(List<MeasuredNetwork> wanted) {
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

        private Void measure(BackgroundJob.Report report) {
            int portions =
                    wanted.stream().mapToInt(m -> portions(m).size()).max().orElse(0);
            for (int p = 0; p < portions; p++) {
                for (int i = 0; i < done.length; i++) {
                    if (p >= done[i] && p < portions(wanted.get(i)).size()) {
                        measure(wanted.get(i), p, report);
                    }
                }
            }
            return null;
        }

        private void measure(MeasuredNetwork measured, int portion, BackgroundJob.Report report) {
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
                long units = Math.min(total, before + Math.round(work * share));
                return report.report(words(measured, (double) units / total), units, total);
            };
            SymmetryProfile profile = SymmetryProfile.of(
                    measured.model(),
                    images.first(measured.forErrors()),
                    images.first(measured.forAccuracy()),
                    degrees,
                    told);
            finished = before + work;
            report.tell(() -> {
                Kept old = kept.getOrDefault(measured.key(), new Kept(SymmetryProfile.EMPTY, 0));
                kept.put(measured.key(), new Kept(old.profile.with(profile), portion + 1));
                changes.set(changes.get() + 1);
            });
        }

        private String words(MeasuredNetwork measured, double share) {
            double seconds = (System.nanoTime() - start) / 1e9;
            String left = share > 0.02 ? ", " + Math.round(Math.ceil(seconds / share * (1 - share))) + " s left" : "";
            return "measuring " + measured.name() + left;
        }
    }

    public BooleanBinding runningProperty() {
        return running;
    }

    /** The share that is done, 0 to 1. */
    public DoubleBinding progressProperty() {
        return progress;
    }

    /** What is being measured and how long it will take; empty where nothing is. */
    public StringBinding wordsProperty() {
        return words;
    }

    /** One line about what went wrong; empty where nothing did. */
    public StringBinding problemProperty() {
        return problem;
    }

    /** Grows whenever something was measured. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
