package org.whorl.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.whorl.network.NetworkSpec;
import org.whorl.network.WorkerPool;
import org.whorl.training.pursuit.OrbitPursuit;
import org.whorl.training.pursuit.PursuitImages;

/**
 * The search for an angle by matching pursuit, whose codes of few elements tell the right angle from others better than a network of few
 * layers does, and in a fraction of the time. All starts begin from the same pieces of images and see the same sample, with three copies
 * of each base filter, whose valleys are wide. Three quarters of them, those that leave least unexplained, look around with all copies
 * ({@link ValleyScan}). They go on for as long again, and so do others with their base filters from the lowest valleys that they see, at most as
 * many as there were starts; a third of all that goes on for twice as long, and the best one as long once more. Its base filters and its angle
 * are what is found. Which one is best is decided by what it leaves unexplained, and by a little more where its orbits are open.
 * A search that was not finished is begun again when a run is resumed, which makes the same bits.
 */
final class PursuitSweep {
    /** Steps of training that a pass through the sample counts as. */
    private static final int STEPS_A_PASS = 10;

    private static final int FIRST_COPIES = 3;

    private static final List<Round> ROUNDS =
            List.of(new Round(1, 0.75), new Round(1, 1 / 3.0), new Round(2, 0), new Round(2, 0));

    private final NetworkSpec spec;
    private final TrainingSettings settings;
    private final PreparedData data;
    private final List<Double> starts;
    private final int passes;
    private final double closure;
    private WorkerPool pool;
    private ValleyScan scan;
    private final List<Entrant> all = new ArrayList<>();
    private List<Entrant> entrants = List.of();
    private int round;
    private int done;
    private Found found;

    /**
     * What a search came to.
     *
     * @param angle degrees
     * @param baseFilters [base, channels, size, size], of unit norm
     * @param starts what came of each
     */
    record Found(double angle, float[] baseFilters, List<AngleStart> starts) {}

    /**
     * A round of the search.
     *
     * @param length times the passes of the first
     * @param goOn the share of its starts that goes on; always one at least
     */
    private record Round(int length, double goOn) {}

    /**
     * One that is in the search; several of one start are where it looked around.
     *
     * @param number of the start
     */
    private record Entrant(int number, OrbitPursuit pursuit) {}

    PursuitSweep(NetworkSpec spec, TrainingSettings settings, PreparedData data) {
        this.spec = spec;
        this.settings = settings;
        this.data = data;
        starts = settings.get(TrainingSettings.START_ANGLES).degrees();
        closure = settings.get(TrainingSettings.CLOSURE);
        passes = Math.max(1, settings.get(TrainingSettings.START_STEPS) / STEPS_A_PASS);
    }

    /** A pass of each that is still there, or a look at one more angle; true when the last is made. */
    boolean step(Publication publication) {
        if (pool == null) {
            begin();
        }
        publication.say(activity());
        if (scan != null) {
            if (scan.step(pool)) {
                enterValleys();
            }
            return false;
        }
        pool.run(entrants.size(), (task, worker) -> entrants.get(task).pursuit().pass());
        numbers(entrants).forEach(number -> {
            AngleStart now = result(number);
            publication.tracks().pursued(now.start(), now.angle(), now.loss());
        });
        done++;
        if (done < passes * ROUNDS.get(round).length()) {
            return false;
        }
        done = 0;
        round++;
        return endRound(publication);
    }

    private void begin() {
        pool = new WorkerPool(settings.threads());
        PursuitImages images = PursuitImages.sample(
                spec.geometry(),
                spec.support(),
                Order.of(data.trainLabels().length, settings.seed(), 0),
                data::copyTrain);
        all.clear();
        for (int i = 0; i < starts.size(); i++) {
            OrbitPursuit pursuit = new OrbitPursuit(spec, images, starts.get(i), settings.seed());
            pursuit.useCopies(FIRST_COPIES);
            all.add(new Entrant(i, pursuit));
        }
        entrants = List.copyOf(all);
    }

    private boolean endRound(Publication publication) {
        List<Entrant> ranked = new ArrayList<>(entrants);
        ranked.sort(Comparator.comparingDouble(this::cost));
        if (round < ROUNDS.size()) {
            int goOn = (int) Math.ceil(ROUNDS.get(round - 1).goOn() * ranked.size());
            goOn(ranked.subList(0, Math.max(1, goOn)), publication);
            if (round == 1) {
                entrants.forEach(
                        entrant -> entrant.pursuit().useCopies(spec.group().order()));
                scan = new ValleyScan(entrants.stream().map(Entrant::pursuit).toList());
            }
            return false;
        }
        OrbitPursuit best = ranked.get(0).pursuit();
        found = new Found(
                best.angle(), best.baseFilters(), numbers(all).map(this::result).toList());
        publication.searched(found.starts());
        close();
        return true;
    }

    /** What it came to, once its last pass is made. */
    Found found() {
        return found;
    }

    private void enterValleys() {
        List<Entrant> more = new ArrayList<>(entrants);
        for (ValleyScan.Valley valley : scan.valleys(starts.size())) {
            Entrant from = entrants.get(valley.number());
            more.add(new Entrant(from.number(), from.pursuit().at(valley.degrees())));
        }
        scan = null;
        all.addAll(more.subList(entrants.size(), more.size()));
        entrants = List.copyOf(more);
    }

    private void goOn(List<Entrant> those, Publication publication) {
        entrants = List.copyOf(those);
        List<Integer> still = numbers(entrants).toList();
        publication.searched(numbers(all)
                .filter(number -> !still.contains(number))
                .map(this::result)
                .toList());
    }

    private static Stream<Integer> numbers(List<Entrant> those) {
        return those.stream().map(Entrant::number).distinct();
    }

    /** What is left unexplained, and more where orbits are open: by the same share as the objective's closure weighs. */
    private double cost(Entrant entrant) {
        double turns = spec.group().order() * Math.toRadians(entrant.pursuit().angle());
        return entrant.pursuit().unexplained() * (1 + closure * (1 - Math.cos(turns)));
    }

    /** Where a start has led, by the best of those that came of it. */
    private AngleStart result(int number) {
        Entrant best = all.stream()
                .filter(entrant -> entrant.number() == number)
                .min(Comparator.comparingDouble(this::cost))
                .orElseThrow();
        return new AngleStart(starts.get(number), circular(best.pursuit().angle()), cost(best));
    }

    private static double circular(double degrees) {
        return degrees - 360 * Math.floor(degrees / 360);
    }

    private String activity() {
        if (scan != null) {
            return String.format(Locale.ROOT, "looking at other angles, %.0f %%", 100 * scan.share());
        }
        return String.format(
                Locale.ROOT,
                "round %d of %d, %d angles, pass %d of %d",
                round + 1,
                ROUNDS.size(),
                entrants.size(),
                done,
                passes * ROUNDS.get(round).length());
    }

    void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
