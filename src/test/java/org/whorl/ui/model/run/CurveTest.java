package org.whorl.ui.model.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.training.StepCurve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CurveTest {
    @Test
    void whatNeverChangesIsDrawnAsItIsFromTheFirstToTheNewest() {
        Curve curve = new Curve(0.95);
        for (int i = 0; i < 500; i++) {
            curve.add(i, 3.5);
            assertEquals(3.5, curve.smooth(i), 1e-12);
        }
        assertEquals(3.5, curve.latest(), 1e-12);
    }

    @Test
    void theFirstSmoothedValueIsTheFirstValue() {
        Curve curve = new Curve(0.99);
        curve.add(0, 7);
        assertEquals(7, curve.latest(), 1e-12);
    }

    @Test
    void smoothingTakesOutNoise() {
        Curve curve = new Curve(0.95);
        for (int i = 0; i < 2000; i++) {
            curve.add(i, 1 + (i % 2 == 0 ? 0.5 : -0.5));
        }
        assertEquals(1, curve.latest(), 0.02);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        Curve curve = new Curve(0);
        curve.add(0, Double.NaN);
        curve.add(1, Double.POSITIVE_INFINITY);
        assertEquals(0, curve.size());
        assertEquals(-1, curve.before(5));
    }

    @Test
    void findsTheNewestValueNotAfterAPlace() {
        Curve curve = new Curve(0);
        curve.add(1, 10);
        curve.add(2, 20);
        assertEquals(-1, curve.before(0.5));
        assertEquals(0, curve.before(1));
        assertEquals(0, curve.before(1.9));
        assertEquals(1, curve.before(100));
    }

    @Test
    void aShortCurveIsDrawnWhole() {
        Curve curve = new Curve(0);
        curve.add(1, 5);
        curve.add(2, 4);
        assertEquals(2, curve.decimate(false, 0, 10, 300).count());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLongCurveIsDrawnWithNoMorePointsThanColumnsBear(boolean smoothed) {
        Curve curve = new Curve(0.9);
        for (int i = 0; i < 200_000; i++) {
            curve.add(i / 1000.0, Math.sin(i * 0.001) + (i == 123_456 ? 50 : 0));
        }
        Curve.Points points = curve.decimate(smoothed, 0, 200, 300);
        assertTrue(points.count() <= 604, "points: " + points.count());
        for (int i = 1; i < points.count(); i++) {
            assertTrue(points.x()[i] >= points.x()[i - 1], "points go from left to right");
        }
        assertEquals(curve.x(curve.size() - 1), points.x()[points.count() - 1], 0.7, "the newest end is drawn");
    }

    @Test
    void noOutlierIsLostByDrawingFewerPoints() {
        Curve curve = new Curve(0);
        for (int i = 0; i < 100_000; i++) {
            curve.add(i, i == 54_321 ? 99 : i == 77_777 ? -99 : 0);
        }
        assertHasOutliers(curve.decimate(false, 0, 100_000, 200));
    }

    @Test
    void aCurveOfMillionsOfValuesStaysSmallAndKeepsItsOutliers() {
        Curve curve = new Curve(0);
        for (int i = 0; i < 3_000_000; i++) {
            curve.add(i, i == 7 ? 99 : i == 1_234_567 ? -99 : 2);
        }
        assertTrue(curve.size() <= StepCurve.CAPACITY, "points: " + curve.size());
        assertEquals(2_999_999, curve.x(curve.size() - 1), "the newest value is its end");
        assertHasOutliers(curve.decimate(false, 0, 3_000_000, 200));
        assertEquals(99, highest(curve.decimate(false, 0, 1_000, 200)), "close by as well");
    }

    @Test
    void whatAPointStandsForIsTheMeanOfItsValues() {
        Curve curve = new Curve(0);
        int values = 2 * StepCurve.CAPACITY + 1;
        double sum = 0;
        for (int i = 0; i < values; i++) {
            curve.add(i, i % 7);
            sum += i % 7;
        }
        double ofPoints = 0;
        double left = values;
        for (int i = 0; i < curve.size(); i++) {
            double share = curve.x(i) - (i == 0 ? -1 : curve.x(i - 1));
            ofPoints += share * curve.y(i);
            left -= share;
        }
        assertEquals(0, left, "every value belongs to one point");
        assertEquals(sum, ofPoints, 1e-6);
    }

    @Test
    void aLongCurveIsSmoothedAsIfEveryValueWereThere() {
        double memory = 0.995;
        Curve curve = new Curve(memory);
        double average = 0;
        double weight = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = Math.sin(i * 1e-3) + (i % 2 == 0 ? 0.1 : -0.1);
            curve.add(i, value);
            double keep = Math.min(memory, i / (i + 12.0));
            average = keep * average + (1 - keep) * value;
            weight = keep * weight + (1 - keep);
            assertEquals(average / weight, curve.latest(), 0.005);
        }
        double before = curve.latest();
        curve.setMemory(0);
        curve.setMemory(memory);
        assertEquals(before, curve.latest(), 0.005, "smoothed anew");
    }

    private static void assertHasOutliers(Curve.Points points) {
        assertEquals(99, highest(points));
        double least = 0;
        for (int i = 0; i < points.count(); i++) {
            least = Math.min(least, points.y()[i]);
        }
        assertEquals(-99, least);
    }

    private static double highest(Curve.Points points) {
        double most = 0;
        for (int i = 0; i < points.count(); i++) {
            most = Math.max(most, points.y()[i]);
        }
        return most;
    }

    @Test
    void refusesToForgetNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Curve(1));
    }
}
