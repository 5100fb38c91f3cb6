package org.whorl.network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.kernel.Maps;
import org.whorl.kernel.Passes;
import org.whorl.kernel.ScalarPasses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class PoolingTest {
    private static final Passes PASSES = new ScalarPasses();

    @ParameterizedTest
    @CsvSource({"4, 28", "4, 12", "2, 15", "8, 12", "8, 11", "12, 14", "360, 12"})
    void aQuarterTurnOfTheMapPermutesTheCells(int order, int imageSide) {
        NetworkSpec spec = invariant(order, imageSide);
        Pooling pooling = Pooling.of(spec);
        int side = spec.geometry().codeWidth();
        float[] map = new float[side * side];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) Math.sin(i * i);
        }
        int quarters = order % 4 == 0 ? 1 : 2;
        float[] turnedMap = new float[map.length];
        Rotation.of(side, 90 * quarters, Interpolation.NEAREST).apply(map, 0, turnedMap, 0);
        Maps maps = Maps.rows(1, map.length, map.length);
        float[] matrix = pooling.toMatrix(maps);
        float[] cells = new float[pooling.cells()];
        float[] turnedCells = new float[pooling.cells()];
        PASSES.pool(maps, map, matrix, cells.length, cells);
        PASSES.pool(maps, turnedMap, matrix, cells.length, turnedCells);
        for (int cell = 0; cell < cells.length; cell++) {
            assertEquals(cells[cell], turnedCells[pooling.turned(order * quarters / 4, cell)], 1e-5f);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 28", "4, 10", "6, 20", "5, 21"})
    void aConstantMapKeepsItsValueInEveryCell(int order, int imageSide) {
        NetworkSpec spec = invariant(order, imageSide);
        Pooling pooling = Pooling.of(spec);
        for (double[] cell : pooling.toMatrix(spec.geometry().mapSize())) {
            double sum = 0;
            for (double weight : cell) {
                sum += weight;
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void thePlainHeadPoolsAsAdaptiveAveragePoolingDoes() {
        // PyTorch: cell i covers rows ⌊i·23/4⌋ to ⌈(i+1)·23/4⌉ − 1; neighbours overlap where 4 does not divide 23.
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4));
        Pooling pooling = Pooling.of(spec);
        assertEquals(16, pooling.cells());
        double[] second = pooling.toMatrix(23 * 23)[1];
        double[] expected = new double[23 * 23];
        for (int y = 0; y <= 5; y++) {
            for (int x = 5; x <= 11; x++) {
                expected[y * 23 + x] = 1 / 42.0;
            }
        }
        assertArrayEquals(expected, second, 1e-7);
    }

    private static NetworkSpec invariant(int order, int imageSide) {
        return NetworkSpec.paper(new ImageShape(1, imageSide, imageSide), 3, new CyclicGroup(order))
                .withKernel(4, false)
                .withHead(HeadKind.INVARIANT, Sharing.ORBIT);
    }
}
