package org.whorl.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;
import org.whorl.network.WorkerPool;
import org.whorl.training.pursuit.OrbitPursuit;
import org.whorl.training.pursuit.PursuitImages;

/**
 * The search for an angle by matching pursuit, whose codes of few elements tell the right angle from others better than a network of few
 * layers does, and in a fraction of the time. All starts begin from the same pieces of images and see the same sample, with three copies
 * of each base filter, whose valleys are wide. Three quarters of them, those that leave least unexplained, go on with all copies for as long
 * again, of these half for twice as long, and the best one as long once more. Its base filters and its angle are what training begins with.
 * A search that was not finished is begun again when a run is resumed, which makes the same bits.
 */
final class PursuitSweep implements AngleSearch {
    /** Steps of training that a pass through the sample counts as. */
    private static final int STEPS_A_PASS = 10;

    private static final int FIRST_COPIES = 3;

    private static final List<Round> ROUNDS =
            List.of(new Round(1, 0.75), new Round(1, 0.5), new Round(2, 0), new Round(2, 0));

    private final NetworkSpec spec;
    private final TrainingSettings settings;
    private final PreparedData data;
    private final Trainer target;
    private final List<Double> starts;
    private final int passes;
    private WorkerPool pool;
    private List<Entrant> all = List.of();
    private List<Entrant> entrants = List.of();
    private int round;
    private int done;

    /**
     * A round of the search.
     *
     * @param length times the passes of the first
     * @param goOn the share of its starts that goes on; always one at least
     */
    private record Round(int length, double goOn) {}

    private record Entrant(int number, OrbitPursuit pursuit) {}

    /** For a trainer before its first step, of which the filters are not looked at. */
    PursuitSweep(NetworkSpec spec, TrainingSettings settings, PreparedData data, Trainer target) {
        this.spec = spec;
        this.settings = settings;
        this.data = data;
        this.target = target;
        starts = settings.get(TrainingSettings.START_ANGLES).degrees();
        passes = Math.max(1, settings.get(TrainingSettings.START_STEPS) / STEPS_A_PASS);
    }

    @Override
    public boolean finished() {
        return target.position().step() > 0 || target.angleStarts().size() >= starts.size();
    }

    /** A pass of each start that is still there; true when the last is made. */
    @Override
    public boolean step(Publication publication) {
        if (pool == null) {
            begin();
        }
        pool.run(entrants.size(), (task, worker) -> entrants.get(task).pursuit().pass());
        entrants.forEach(entrant -> {
            AngleStart now = result(entrant);
            publication.tracks().pursued(now.start(), now.angle(), now.loss());
        });
        done++;
        publication.say(activity());
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
        entrants = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            OrbitPursuit pursuit = new OrbitPursuit(spec, images, starts.get(i), settings.seed());
            pursuit.useCopies(FIRST_COPIES);
            entrants.add(new Entrant(i, pursuit));
        }
        all = List.copyOf(entrants);
    }

    private boolean endRound(Publication publication) {
        List<Entrant> ranked = new ArrayList<>(entrants);
        ranked.sort(Comparator.comparingDouble(e -> e.pursuit().unexplained()));
        if (round < ROUNDS.size()) {
            int goOn = (int) Math.ceil(ROUNDS.get(round - 1).goOn() * ranked.size());
            entrants = List.copyOf(ranked.subList(0, Math.max(1, goOn)));
            entrants.forEach(e -> e.pursuit().useCopies(spec.group().order()));
            publication.searched(all.stream()
                    .filter(e -> !entrants.contains(e))
                    .map(this::result)
                    .toList());
            return false;
        }
        Parameters found = target.parameters().copy();
        OrbitPursuit best = ranked.get(0).pursuit();
        found.setGeneratorAngle(best.angle());
        for (ParameterLayout.Entry entry : found.layout().entries()) {
            if (entry.kind() == ParameterLayout.Kind.FILTERS) {
                found.set(entry.name(), best.baseFilters());
            }
        }
        found.normalizeFilters();
        all.forEach(entrant -> target.add(result(entrant), Optional.empty()));
        target.parameters().copyFrom(found);
        publication.searched(target.angleStarts());
        close();
        return true;
    }

    private AngleStart result(Entrant entrant) {
        OrbitPursuit pursuit = entrant.pursuit();
        return new AngleStart(starts.get(entrant.number()), circular(pursuit.angle()), pursuit.unexplained());
    }

    private static double circular(double degrees) {
        return degrees - 360 * Math.floor(degrees / 360);
    }

    private String activity() {
        return String.format(
                Locale.ROOT,
                "round %d of %d, %d angles, pass %d of %d",
                round + 1,
                ROUNDS.size(),
                entrants.size(),
                done,
                passes * ROUNDS.get(round).length());
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
