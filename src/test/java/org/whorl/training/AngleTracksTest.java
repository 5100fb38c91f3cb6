package org.whorl.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AngleTracksTest {
    private final AngleTracks tracks = new AngleTracks();

    @Test
    void eachStartHasItsOwnWayInTheOrderOfTheFirstSteps() {
        tracks.pursued(45, 44, 3);
        tracks.pursued(90, 91, 4);
        tracks.pursued(45, 43, 2);
        List<AngleTrack> found = tracks.search();
        assertEquals(List.of(45.0, 90.0), found.stream().map(AngleTrack::start).toList());
        assertEquals(
                List.of(44.0, 43.0),
                found.get(0).points().stream().map(AngleTrack.Point::angle).toList());
        assertEquals(new AngleTrack.Point(91, 4), found.get(1).last());
    }

    @Test
    void aLongWayIsKeptInFewPointsThatReachFromItsBeginningToItsEnd() {
        for (int i = 0; i < 10_000; i++) {
            tracks.trained(60 + i * 1e-3, 100 - i * 1e-3);
        }
        List<AngleTrack.Point> points = tracks.run();
        assertTrue(points.size() <= 96 && points.size() > 40, points.size() + " points");
        assertEquals(60, points.get(0).angle(), 0.3);
        assertEquals(70, points.get(points.size() - 1).angle(), 0.3);
        assertEquals(90, points.get(points.size() - 1).loss(), 0.3);
    }

    @Test
    void whatAPursuitLeavesIsKeptAsItIs() {
        for (int i = 0; i < 5; i++) {
            tracks.pursued(45, 45, 0.5 - 0.1 * i);
        }
        assertEquals(0.1, tracks.search().get(0).last().loss(), 1e-12);
    }

    @Test
    void theObjectiveIsTheMeanOfAboutTheLastQuarterOfTheSteps() {
        for (int i = 0; i < 60; i++) {
            // Falls to 45 steps, and then jumps to and fro.
            tracks.trained(60, i < 45 ? 500 - 5 * i : i % 2 == 0 ? 310 : 290);
        }
        assertEquals(300, tracks.run().get(59).loss(), 6);
    }

    @Test
    void theMeanOfAnglesOnBothSidesOfAWholeTurnIsNotHalfWayRound() {
        for (int i = 0; i < 200; i++) {
            tracks.trained(i % 2 == 0 ? 359 : 1, 1);
        }
        for (AngleTrack.Point point : tracks.run()) {
            assertEquals(0, Math.abs(Math.IEEEremainder(point.angle(), 360)), 1.01, point.toString());
        }
    }
}
