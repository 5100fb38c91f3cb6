package org.whorl.figure;

import java.text.ParseException;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SignificantFormatTest {
    @Test
    void writesSoManyDigitsWithoutAnExponent() {
        SignificantFormat three = new SignificantFormat(3);
        assertEquals("0.0314", three.format(0.0314159));
        assertEquals("12300", three.format(12345));
        assertEquals("0.0000001", three.format(1e-7));
        assertEquals("–", three.format(Double.NaN));
    }

    @Test
    void readsWhatItWrote() throws ParseException {
        SignificantFormat three = new SignificantFormat(3);
        for (double number : new double[] {0.0314, 2, -17.5, 123000}) {
            assertEquals(number, three.parse(three.format(number)).doubleValue());
        }
    }
}
