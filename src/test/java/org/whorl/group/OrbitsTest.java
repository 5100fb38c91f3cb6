package org.whorl.group;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.group.Vectors.inner;

class OrbitsTest {
    private static final int SIDE = 7;
    private static final int AREA = SIDE * SIDE;
    private static final int PLANES = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 8, 12})
    void pullBackIsTheAdjointOfExpand(int order) {
        for (Interpolation interpolation : Interpolation.values()) {
            assertAdjoint(new Orbits(new CyclicGroup(order), SIDE, interpolation, Support.SQUARE), order);
            assertAdjoint(new Orbits(new CyclicGroup(order), SIDE, interpolation, Support.DISC), order);
            assertAdjoint(new Orbits(new DihedralGroup(order), SIDE, interpolation, Support.DISC), 2 * order);
        }
    }

    private static void assertAdjoint(Orbits orbits, int order) {
        float[] base = noise(5 + PLANES * AREA, 1);
        float[] bankGradient = noise(order * PLANES * AREA, 2);
        float[] bank = new float[bankGradient.length];
        orbits.expand(base, 5, PLANES, bank);
        float[] baseGradient = noise(base.length, 3);
        Arrays.fill(baseGradient, 0, 5, 0);
        orbits.pullBack(bankGradient, PLANES, baseGradient, 5);
        assertEquals(inner(bank, bankGradient), inner(base, baseGradient), 1e-3);
    }

    @Test
    void theFirstElementIsTheBaseItselfAndTheRestFollowRotationMajor() {
        Orbits orbits = new Orbits(new CyclicGroup(4), SIDE, Interpolation.BILINEAR, Support.SQUARE);
        float[] base = noise(PLANES * AREA, 1);
        float[] bank = new float[4 * base.length];
        orbits.expand(base, 0, PLANES, bank);
        assertArrayEquals(base, Arrays.copyOf(bank, base.length));
        float[] turned = new float[AREA];
        Rotation.of(SIDE, 270, Interpolation.BILINEAR).apply(base, AREA, turned, 0);
        int at = (3 * PLANES + 1) * AREA;
        assertArrayEquals(turned, Arrays.copyOfRange(bank, at, at + AREA), "k = r · B + b");
    }

    @Test
    void turningTheBaseByAQuarterShiftsTheOrbitOfC4() {
        Orbits orbits = new Orbits(new CyclicGroup(4), SIDE, Interpolation.NEAREST, Support.SQUARE);
        float[] base = noise(AREA, 1);
        float[] turned = new float[AREA];
        orbits.rotation(1).apply(base, 0, turned, 0);
        float[] bank = new float[4 * AREA];
        float[] bankOfTurned = new float[4 * AREA];
        orbits.expand(base, 0, 1, bank);
        orbits.expand(turned, 0, 1, bankOfTurned);
        float[] shifted = new float[4 * AREA];
        System.arraycopy(bank, AREA, shifted, 0, 3 * AREA);
        System.arraycopy(bank, 0, shifted, 3 * AREA, AREA);
        assertArrayEquals(shifted, bankOfTurned, "the group is closed");
    }

    private static float[] noise(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 7})
    void onTheDiscNoCopyHasAValueOutside(int order) {
        for (FiniteGroup group : List.of(new CyclicGroup(order), new DihedralGroup(order))) {
            float[] bank = new float[group.order() * PLANES * AREA];
            new Orbits(group, SIDE, Interpolation.BICUBIC, Support.DISC)
                    .expand(noise(PLANES * AREA, 4), 0, PLANES, bank);
            for (int i = 0; i < bank.length; i++) {
                assertTrue(Support.DISC.holds(SIDE, i % AREA) || bank[i] == 0, "pixel " + i % AREA);
            }
        }
    }
}
