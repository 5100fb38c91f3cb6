package org.whorl.ui.control;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MapsFitTest {
    @ParameterizedTest
    @CsvSource({"160, 116", "310, 116", "310, 167", "530, 180", "800, 180", "1400, 240"})
    void allMapsAreThereFitTheWidthAndCanBeSeen(double width, double height) {
        for (int orbits : new int[] {60, 15, 10, 1}) {
            TileGeometry fit = MapsFit.fit(60, orbits, 23, 23, width, height);
            assertTrue(fit.rows() * fit.columns() >= 60);
            assertTrue(fit.width() <= width, fit + " in " + width);
            assertTrue(fit.tileWidth() >= 16);
        }
    }

    @Test
    void anOrbitIsAColumnWhereThereIsRoom() {
        assertEquals(15, MapsFit.fit(60, 15, 23, 23, 800, 180).columns());
        assertEquals(10, MapsFit.fit(60, 10, 23, 23, 530, 180).columns());
    }

    @Test
    void squaresAreWholePixelsWhereThatCostsLittle() {
        assertEquals(23, MapsFit.fit(60, 15, 23, 23, 310, 167).tileWidth());
    }
}
