package org.whorl.group;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.group.Vectors.inner;
import static org.whorl.group.Vectors.noise;

class CyclicOrbitsTest {
    private static final int SIDE = 5;
    private static final int AREA = SIDE * SIDE;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 12, 24})
    void whateverItLearnsNStepsLeadBackAndNoFewer(int order) {
        for (float scale : new float[] {0, 0.1f, 3, CyclicOrbits.GREATEST}) {
            CyclicOrbits map = drawn(order, Support.DISC, scale);
            Generator generator = new Generator(SIDE, order, map.matrix());
            assertTrue(
                    GeneratorMeasures.closure(generator.asMatrix(), order) < 1e-12,
                    () -> "K of " + scale + ": " + generator.closure());
            generator.checkedOrder();
        }
    }

    /** With one multiplicity for all, copies of a filter can be independent. */
    @Test
    void everyRotationOfPlanesIsThereAsOften() {
        assertArrayEquals(
                new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2},
                new CyclicBlocks(4, 12).multiples(),
                "of lines, planes and lines");
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, new CyclicBlocks(5, 10).multiples());
        assertArrayEquals(new int[] {0, 0, 1, 2}, new CyclicBlocks(5, 6).multiples());
        assertArrayEquals(new int[] {0, 0, 1}, new CyclicBlocks(3, 4).multiples());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1}, new CyclicBlocks(2, 5).multiples());
    }

    @Test
    void copiesAreTheProductsWithItsMatrix() {
        CyclicOrbits map = drawn(5, Support.DISC, 0.3f);
        var matrix = MatrixUtils.createRealMatrix(map.matrix());
        float[] base = noise(AREA, 1);
        for (int pixel : Support.DISC.outside(SIDE)) {
            base[pixel] = 0;
        }
        float[] bank = new float[5 * AREA];
        map.expand(base, 0, 1, bank);
        double[] copy = new double[AREA];
        Arrays.setAll(copy, i -> base[i]);
        for (int r = 0; r < 5; r++) {
            for (int i = 0; i < AREA; i++) {
                assertEquals(copy[i], bank[r * AREA + i], 1e-6, "copy " + r);
            }
            copy = matrix.operate(copy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pullingBackIsTheAdjoint(Support support) {
        CyclicOrbits map = drawn(6, support, 0.3f);
        float[] base = noise(AREA * 3, 2);
        float[] gradient = noise(6 * base.length, 3);
        float[] bank = new float[gradient.length];
        map.expand(base, 0, 3, bank);
        float[] back = new float[base.length];
        map.pullBack(gradient, 3, back, 0);
        assertEquals(inner(bank, gradient), inner(base, back), 1e-4);
    }

    /** The frame is drawn anew from each seed, and is orthogonal in double precision after it was rounded. */
    @Test
    void aFrameIsOrthogonalAgain() {
        CyclicOrbits map = new CyclicOrbits(4, SIDE, Support.DISC);
        float[] kept = new float[map.parameters()];
        SplittableRandom random = new SplittableRandom(5);
        map.beginFrame(kept, 0, () -> random.nextDouble() - 0.5);
        var frame = MatrixUtils.createRealMatrix(CyclicOrbits.frame(kept));
        int size = frame.getRowDimension();
        assertEquals(21, size);
        assertTrue(frame.multiply(frame.transpose())
                        .subtract(MatrixUtils.createRealIdentityMatrix(size))
                        .getFrobeniusNorm()
                < 1e-14 * size);
        for (int i = 0; i < kept.length; i++) {
            assertEquals(kept[i], frame.getEntry(i / size, i % size), 1e-6);
        }
        assertEquals(21 * 20 / 2, map.counted(), "only K − Kᵀ acts");
    }

    private static CyclicOrbits drawn(int order, Support support, float scale) {
        CyclicOrbits map = new CyclicOrbits(order, SIDE, support);
        SplittableRandom random = new SplittableRandom(order);
        float[] frame = new float[map.parameters()];
        map.beginFrame(frame, 0, () -> random.nextDouble() - 0.5);
        map.loadFrame(frame, 0);
        float[] free = new float[map.parameters()];
        for (int i = 0; i < free.length; i++) {
            free[i] = scale * (float) (2 * random.nextDouble() - 1);
        }
        map.load(free, 0);
        return map;
    }
}
