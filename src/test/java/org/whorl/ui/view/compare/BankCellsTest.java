package org.whorl.ui.view.compare;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.ui.control.TileGeometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BankCellsTest {
    /** The baseline as a square, a quarter and a sixth of the filters with an orbit a row. */
    private static final List<BankCells> PAPER =
            List.of(new BankCells(60, 8, false, 8), new BankCells(60, 4, true, 8), new BankCells(60, 6, true, 8));

    @ParameterizedTest
    @CsvSource({"1280, 560", "660, 350", "1200, 300"})
    void allBanksFitBesideOneAnotherWithFiltersOfOneSize(double width, double height) {
        int side = BankCells.side(PAPER, width, height);
        double wide = 0;
        for (BankCells bank : PAPER) {
            TileGeometry geometry = bank.geometry(side, 8, height);
            assertEquals(side, geometry.tileWidth());
            assertTrue(geometry.rows() * geometry.columns() >= 60, geometry.toString());
            assertTrue(geometry.height() <= height, geometry.toString());
            wide += bank.width(side, height);
        }
        assertTrue(wide <= width, wide + " of " + width);
    }

    @Test
    void rowsHoldWholeOrbits() {
        for (int height : new int[] {300, 400, 800}) {
            TileGeometry quarter = PAPER.get(1).geometry(BankCells.side(PAPER, 900, height), 8, height);
            assertEquals(0, quarter.columns() % 4, quarter.toString());
        }
    }

    @Test
    void filtersGrowWithTheRoomAndTheirValuesAreSquares() {
        int small = BankCells.side(PAPER, 660, 340);
        int large = BankCells.side(PAPER, 1280, 560);
        assertTrue(large >= 1.5 * small, small + ", " + large);
        assertEquals(0, large % 8);
    }
}
