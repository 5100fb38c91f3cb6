package org.whorl.insight;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Orbits;
import org.whorl.group.Support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RotationPairsTest {
    private static final int SIZE = 8;

    /** An edge at an angle, smooth enough to be turned. */
    private static float[] edges(double... degrees) {
        float[] bank = new float[degrees.length * SIZE * SIZE];
        for (int f = 0; f < degrees.length; f++) {
            double radians = Math.toRadians(degrees[f]);
            for (int i = 0; i < SIZE * SIZE; i++) {
                double x = i % SIZE - (SIZE - 1) / 2.0;
                double y = (SIZE - 1) / 2.0 - i / SIZE;
                double across = x * Math.cos(radians) + y * Math.sin(radians);
                bank[f * SIZE * SIZE + i] = (float) (across * Math.exp(-(x * x + y * y) / 9));
            }
        }
        return bank;
    }

    @Test
    void edgesOfAllOrientationsAreTurnsOfOneAnother() {
        RotationPairs pairs = RotationPairs.of(edges(0, 17, 45, 100, 200), 5, 1, SIZE);
        assertEquals(10, pairs.all());
        assertEquals(10, pairs.pairs());
    }

    @Test
    void anOrbitOfQuarterTurnsIsAllPairs() {
        float[] base = noise(2);
        float[] bank = new float[8 * SIZE * SIZE];
        new Orbits(new CyclicGroup(4), SIZE, Interpolation.BILINEAR, Support.SQUARE).expand(base, 0, 2, bank);
        // Two orbits of four: 2 · 6 pairs within them, none between.
        assertEquals(12, RotationPairs.of(bank, 8, 1, SIZE).pairs());
        assertEquals(0, RotationPairs.of(base, 2, 1, SIZE).pairs());
    }

    @Test
    void anEdgeAndItsNegativeAreHalfATurnApartAndALineIsNoEdge() {
        float[] bank = edges(0, 0);
        for (int i = 0; i < SIZE * SIZE; i++) {
            bank[i] = -bank[i];
        }
        assertEquals(1, RotationPairs.of(bank, 2, 1, SIZE).pairs());
        for (int i = 0; i < SIZE * SIZE; i++) {
            double x = i % SIZE - (SIZE - 1) / 2.0;
            bank[i] = (float) Math.exp(-x * x);
        }
        assertEquals(0, RotationPairs.of(bank, 2, 1, SIZE).pairs());
    }

    @Test
    void coloursHaveToAgreeAsWell() {
        float[] grey = edges(0);
        float[] bank = new float[2 * 3 * SIZE * SIZE];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(grey, 0, bank, c * SIZE * SIZE, SIZE * SIZE);
        }
        System.arraycopy(grey, 0, bank, 4 * SIZE * SIZE, SIZE * SIZE);
        assertEquals(0, RotationPairs.of(bank, 2, 3, SIZE).pairs());
    }

    @Test
    void noiseIsNoTurnOfOtherNoise() {
        assertTrue(RotationPairs.of(noise(30), 30, 1, SIZE).pairs() == 0);
    }

    private static float[] noise(int filters) {
        Random random = new Random(7);
        float[] bank = new float[filters * SIZE * SIZE];
        for (int i = 0; i < bank.length; i++) {
            bank[i] = (float) random.nextGaussian();
        }
        return bank;
    }
}
