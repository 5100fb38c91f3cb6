package org.whorl.training;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Support;
import org.whorl.network.NetworkSpec;
import org.whorl.network.WorkerPool;
import org.whorl.training.pursuit.OrbitPursuit;
import org.whorl.training.pursuit.PursuitImages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ValleyScanTest {
    private static final int IMAGES = 60;

    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 28, 28), 2, new CyclicGroup(6))
            .withFilters(18)
            .withSupport(Support.DISC);

    /** Orbits of six at 60°, and pursuits that have looked at them with three copies from where one does not come to 60°. */
    private static List<OrbitPursuit> pursuits(double... starts) throws IOException {
        Dataset set = Datasets.load("atoms:images=" + IMAGES + ",order=6", Optional.empty(), 1, Progress.NONE)
                .train();
        PursuitImages images = PursuitImages.sample(
                SPEC.geometry(), Support.DISC, IntStream.range(0, IMAGES).toArray(), (image, into, at) -> {
                    for (int i = 0; i < 784; i++) {
                        into[at + i] = 4 * set.pixels()[image * 784 + i] - 2;
                    }
                });
        return IntStream.range(0, starts.length)
                .mapToObj(i -> {
                    OrbitPursuit pursuit = new OrbitPursuit(SPEC, images, starts[i], i + 1);
                    pursuit.useCopies(3);
                    IntStream.range(0, 25).forEach(pass -> pursuit.pass());
                    pursuit.useCopies(6);
                    return pursuit;
                })
                .toList();
    }

    private static ValleyScan scanned(List<OrbitPursuit> pursuits, int threads) {
        ValleyScan scan = new ValleyScan(pursuits);
        try (WorkerPool pool = new WorkerPool(threads)) {
            assertEquals(0, scan.share());
            while (!scan.step(pool)) {
                assertTrue(scan.share() > 0 && scan.share() < 1);
            }
        }
        assertEquals(1, scan.share());
        return scan;
    }

    @Test
    void baseFiltersOfThreeCopiesSeeTheRightAngleFromWhereTheyWouldNotComeToIt() throws IOException {
        List<OrbitPursuit> pursuits = pursuits(100, 150);
        pursuits.forEach(pursuit -> assertTrue(Math.abs(pursuit.angle() - 60) > 20, "it stands at " + pursuit.angle()));
        List<ValleyScan.Valley> valleys = scanned(pursuits, 2).valleys(8);
        assertTrue(valleys.stream().anyMatch(valley -> Math.abs(valley.degrees() - 60) < 2), "valleys at " + valleys);
    }

    @Test
    void theLowestValleysComeFirstAtMostAsManyAsAskedAndNoTwoAtOnePlace() throws IOException {
        ValleyScan scan = scanned(pursuits(30, 100, 150), 1);
        List<ValleyScan.Valley> all = scan.valleys(1000);
        assertEquals(
                all.stream()
                        .sorted(Comparator.comparingDouble(ValleyScan.Valley::left))
                        .toList(),
                all);
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(Math.abs(all.get(i).degrees() - all.get(j).degrees()) >= 4, all.get(i) + ", " + all.get(j));
            }
        }
        assertTrue(all.size() > 3, "it saw " + all);
        assertEquals(all.subList(0, 3), scan.valleys(3));
    }

    @Test
    void lookingMovesNothingAndSeesTheSameOnAnyNumberOfThreads() throws IOException {
        List<OrbitPursuit> pursuits = pursuits(30, 100);
        double angle = pursuits.get(1).angle();
        float[] base = pursuits.get(1).baseFilters();
        List<ValleyScan.Valley> valleys = scanned(pursuits, 1).valleys(8);
        assertEquals(valleys, scanned(pursuits, 3).valleys(8));
        OrbitPursuit there = pursuits.get(1).at(valleys.get(0).degrees());
        assertEquals(valleys.get(0).degrees(), there.angle(), 1e-9);
        there.pass();
        assertEquals(angle, pursuits.get(1).angle());
        assertArrayEquals(base, pursuits.get(1).baseFilters());
    }
}
