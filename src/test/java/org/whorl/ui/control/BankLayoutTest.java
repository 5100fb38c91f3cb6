package org.whorl.ui.control;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BankLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "6, 60, 8, 180",
        "4, 60, 8, 180",
        "1, 60, 8, 180",
        "360, 360, 8, 180",
        "36, 72, 8, 140",
        "1, 60, 28, 200"
    })
    void everyFilterHasAPlaceWithinTheWidth(int orbit, int filters, int side, int width) {
        BankLayout layout = BankLayout.of(orbit, filters, side, width, 268);
        assertTrue(layout.columns() * layout.rows() >= filters);
        assertTrue(layout.width(side) <= width, "width " + layout.width(side));
        assertTrue(layout.scale() >= 1);
    }

    @ParameterizedTest
    @CsvSource({"6, 60", "4, 60", "12, 60"})
    void rowsHoldWholeOrbitsWhereTheyFit(int orbit, int filters) {
        assertEquals(0, BankLayout.of(orbit, filters, 8, 240, 268).columns() % orbit);
    }

    @Test
    void aShortOrbitStaysInItsRow() {
        assertEquals(0, BankLayout.of(6, 12, 8, 220, 400).columns() % 6);
    }

    @Test
    void aLongOrbitIsTornWhereThatMakesItsFiltersMuchLarger() {
        BankLayout few = BankLayout.of(12, 24, 8, 430, 280);
        assertEquals(6, few.columns());
        assertEquals(8, few.scale());
        assertTrue(few.height(8) <= 280, "height " + few.height(8));
        assertEquals(12, BankLayout.of(12, 60, 8, 430, 268).columns(), "where it would not, it stays whole");
    }
}
