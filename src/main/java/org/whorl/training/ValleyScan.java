package org.whorl.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.whorl.network.WorkerPool;
import org.whorl.training.pursuit.OrbitPursuit;

/**
 * Looks from where some pursuits stand at all other angles: what would their base filters leave unexplained there? Valleys are narrow,
 * those of an angle that is right for many copies most of all, and pursuits slide past them; but base filters that three copies have
 * formed already tell where they are. For one thread at a time.
 */
final class ValleyScan {
    /** Angles between 0 and 180°: 2.4° from one to the next. */
    private static final int ANGLES = 76;

    /** Of so many images one is looked at. */
    private static final int EVERY = 4;

    /** Valleys that are nearer than this, in degrees, are one. */
    private static final double APART = 4;

    private final List<OrbitPursuit> pursuits;
    private final double[][] left;
    private int done;

    /**
     * A place to go on from.
     *
     * @param number of the pursuit whose base filters saw it
     * @param degrees the angle
     * @param left what they leave unexplained there
     */
    record Valley(int number, double degrees, double left) {}

    ValleyScan(List<OrbitPursuit> pursuits) {
        this.pursuits = List.copyOf(pursuits);
        left = new double[pursuits.size()][ANGLES];
    }

    private static double degrees(double number) {
        return (number + 0.5) * 180 / ANGLES;
    }

    /** Looks at one more angle; whether it was the last. */
    boolean step(WorkerPool pool) {
        double at = degrees(done);
        pool.run(
                pursuits.size(),
                (task, worker) -> left[task][done] = pursuits.get(task).unexplainedAt(at, EVERY));
        done++;
        return done >= ANGLES;
    }

    /** The share of it that is done. */
    double share() {
        return (double) done / ANGLES;
    }

    /** The lowest valleys that all have found, no two of them at one place. */
    List<Valley> valleys(int most) {
        List<Valley> all = new ArrayList<>();
        for (int p = 0; p < left.length; p++) {
            for (int i = 1; i + 1 < ANGLES; i++) {
                double before = left[p][i - 1] - left[p][i];
                double after = left[p][i + 1] - left[p][i];
                if (before > 0 && after >= 0) {
                    // Where a parabola through the three is lowest.
                    double between = (before - after) / (2 * (before + after));
                    all.add(new Valley(p, degrees(i + between), left[p][i]));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Valley::left));
        List<Valley> chosen = new ArrayList<>();
        for (Valley valley : all) {
            boolean known = chosen.stream().anyMatch(other -> Math.abs(other.degrees() - valley.degrees()) < APART);
            if (!known && chosen.size() < most) {
                chosen.add(valley);
            }
        }
        return chosen;
    }
}
