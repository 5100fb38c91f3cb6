package org.whorl.random;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class NormalNumbersTest {
    private static final int COUNT = 1_000_000;

    /** Of a million, on whatever Java the tests run: a few would differ if anything were left to Java's choice. */
    @Test
    void theSameSeedGivesTheSameBitsOnEveryVersionOfJava() {
        NormalNumbers numbers = new NormalNumbers(new SplittableRandom(1));
        long mixed = 0;
        for (int i = 0; i < COUNT; i++) {
            mixed = 31 * mixed + Double.doubleToLongBits(numbers.next());
        }
        assertEquals(-4870737516970563365L, mixed);
    }

    @Test
    void momentsAreThoseOfTheNormalDistribution() {
        NormalNumbers numbers = new NormalNumbers(new SplittableRandom(2));
        double[] moments = new double[5];
        for (int i = 0; i < COUNT; i++) {
            double x = numbers.next();
            double power = 1;
            for (int order = 0; order < moments.length; order++) {
                moments[order] += power / COUNT;
                power *= x;
            }
        }
        // Four deviations of each mean over a million: √(1, 2, 15, 96 / 10⁶).
        assertArrayEquals(new double[] {1, 0, 1, 0, 3}, moments, 0.04);
        assertEquals(0, moments[1], 0.004);
        assertEquals(1, moments[2], 0.0057);
    }

    @Test
    void neighboursAreIndependent() {
        NormalNumbers numbers = new NormalNumbers(new SplittableRandom(3));
        double products = 0;
        double last = numbers.next();
        for (int i = 0; i < COUNT; i++) {
            double next = numbers.next();
            products += last * next / COUNT;
            last = next;
        }
        assertEquals(0, products, 0.004);
    }

    @Test
    void tailsHaveTheirShare() {
        NormalNumbers numbers = new NormalNumbers(new SplittableRandom(4));
        int beyond = 0;
        for (int i = 0; i < COUNT; i++) {
            beyond += Math.abs(numbers.next()) > 3 ? 1 : 0;
        }
        assertEquals(2699.8, beyond, 4 * Math.sqrt(2700));
    }
}
