package org.whorl.ui.view.training;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FormingWordsTest {
    private static FormingWords of(int order) {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(order));
        return new FormingWords(Parameters.initial(spec, 1), false);
    }

    @ParameterizedTest
    @CsvSource({"4, one orbit a row", "8, 2 orbits a row", "12, 3 orbits a row", "2, one orbit in 2 rows"})
    void howManyOrbitsARowHasIsSaidAsItIsDrawn(int columns, String words) {
        assertEquals(words + " · one scale −0.37 … 0.37", of(4).scale(true, columns, 0.37));
    }

    @Test
    void filtersWithoutCopiesHaveNoOrbits() {
        assertEquals("every layer · one scale −0.37 … 0.37", of(1).scale(false, 10, 0.37));
    }
}
