package org.whorl.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumbersTest {
    @Test
    void numbersSideBySideHaveAsManyDecimalsAsOneAnother() {
        assertEquals(List.of("−0.201", "+0.200"), Numbers.alike(-0.2013, 0.2));
        assertEquals(List.of("−12.5", "0.0", "+3.0"), Numbers.alike(-12.5, 0.001, 3));
        assertEquals(List.of("−1.5·10⁻⁵", "0"), Numbers.alike(-1.5e-5, 0));
        assertEquals(List.of("0", "0"), Numbers.alike(0, -0.0));
        assertEquals(List.of("+1,235", "−1"), Numbers.alike(1234.6, -1));
        assertEquals(List.of("–", "+2"), Numbers.alike(Double.NaN, 2));
    }

    @Test
    void verySmallNumbersAreWrittenByTheirPowerOfTen() {
        assertEquals("6.5·10⁻¹⁵", Numbers.format(6.49e-15));
        assertEquals("1.0·10⁻³", Numbers.format(9.996e-4), "not 10.0·10⁻⁴");
        assertEquals("−2.0·10⁶", Numbers.format(-2e6));
    }

    @Test
    void aWholeAngleHasNoDecimalAndAnotherOne() {
        assertEquals("60°", Numbers.degrees(60));
        assertEquals("60°", Numbers.degrees(59.98));
        assertEquals("48.1°", Numbers.degrees(48.07));
        assertEquals("0°", Numbers.degrees(-0.01));
    }
}
