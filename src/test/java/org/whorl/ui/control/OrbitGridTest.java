package org.whorl.ui.control;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.view.codes.LayerRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OrbitGridTest {
    @ParameterizedTest
    @CsvSource({
        "6, 10, 515, 300",
        "6, 10, 900, 300",
        "4, 15, 515, 300",
        "8, 8, 515, 300",
        "12, 5, 515, 300",
        "12, 5, 378, 300",
        "24, 3, 378, 300",
        "36, 2, 515, 300",
        "6, 10, 300, 120"
    })
    void aRowIsABaseFilterAndAColumnARotationAndNothingIsWrapped(int order, int bases, double width, double height) {
        OrbitGrid grid = OrbitGrid.fit(order * bases, bases, 23, 23, width, height, 40);
        assertEquals(OrbitGrid.Kind.ORBIT_ROWS, grid.kind());
        assertEquals(order, grid.geometry().columns());
        assertEquals(bases, grid.geometry().rows());
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < grid.order().length; i++) {
            int row = i / grid.geometry().columns();
            int column = i % grid.geometry().columns();
            int k = grid.order()[i];
            assertEquals(row, k % bases, "base filter");
            assertEquals(column, k / bases, "element of the group");
            all.add(k);
        }
        assertEquals(order * bases, all.size());
        assertTrue(grid.geometry().width() <= width, grid.geometry() + " in " + width);
    }

    /** A third of the Symmetry view in a window of 1280×720. */
    @ParameterizedTest
    @CsvSource({"4, 15", "6, 10", "12, 5", "3, 20", "2, 30"})
    void whatFitsOneWayIsNotCutOffTheOther(int order, int bases) {
        OrbitGrid grid = OrbitGrid.fit(order * bases, bases, 21, 21, 187, 220, 0);
        assertTrue(grid.geometry().width() <= 187, grid.geometry().toString());
    }

    /** The room of one open layer in a window of 1440×900. */
    @ParameterizedTest
    @CsvSource({"6, 10", "4, 15", "8, 8", "12, 5", "3, 20"})
    void mapsAreAtLeast40PixelsInAWindowOf1440By900WhereTheirRowFitsElseAsLargeAsItDoes(int order, int bases) {
        OrbitGrid grid = OrbitGrid.fit(order * bases, bases, 23, 23, 463, 200, LayerRow.LEAST_MAP);
        int fits = 463 / order - 2;
        assertTrue(
                grid.geometry().tileWidth() >= Math.min(40, fits),
                grid.geometry().toString());
    }

    @Test
    void rowsAndColumnsHaveNames() {
        OrbitGrid grid = OrbitGrid.fit(60, 10, 23, 23, 515, 260, 40);
        assertEquals(List.of("0°", "60°", "120°", "180°", "240°", "300°"), grid.columnNames(new CyclicGroup(6)));
        assertEquals("10", grid.rowNames(new CyclicGroup(6)).get(9));
    }

    @Test
    void mapsWithoutOrbitsGoOnInTheNextRow() {
        OrbitGrid grid = OrbitGrid.fit(60, 60, 23, 23, 515, 200, 40);
        assertEquals(OrbitGrid.Kind.WRAPPED, grid.kind());
        assertEquals(60, Arrays.stream(grid.order()).filter(k -> k >= 0).count());
        assertEquals(List.of(), grid.rowNames(new CyclicGroup(1)));
    }
}
