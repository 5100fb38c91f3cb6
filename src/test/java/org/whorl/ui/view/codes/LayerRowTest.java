package org.whorl.ui.view.codes;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LayerRowTest {
    @Test
    void mapsGiveWayALittleWhereTheChartsBelowAreWholeThen() {
        assertEquals(LayerRow.LEAST_MAP, LayerRow.least(8 * 60, 8), "there is room");
        assertEquals(35, LayerRow.least(8 * 37, 8), "the charts fit");
        assertEquals(LayerRow.LEAST_MAP, LayerRow.least(8 * 20, 8), "they would not: maps are seen well instead");
    }
}
