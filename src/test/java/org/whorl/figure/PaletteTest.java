package org.whorl.figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PaletteTest {
    @Test
    void viridisIsThePublishedOne() {
        assertEquals(0xff440154, Palette.VIRIDIS.argb(0, false));
        assertEquals(0xff21908c, Palette.VIRIDIS.argb(0.5, false));
        assertEquals(0xfffde725, Palette.VIRIDIS.argb(1, true));
    }

    @Test
    void zeroIsNeutralOnBothGrounds() {
        assertEquals(0xfff3f3f3, Palette.BLUE_ORANGE.argb(0.5, false));
        assertEquals(0xff3d4854, Palette.BLUE_ORANGE.argb(0.5, true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Palette.class,
            names = {"VIRIDIS", "CIVIDIS", "GREY"})
    void sequentialPalettesOnlyBecomeLighter(Palette palette) {
        double before = -1;
        for (int i = 0; i <= 256; i++) {
            double luminance = luminance(palette.argb(i / 256.0, false));
            assertTrue(luminance >= before - 1, palette + " at " + i);
            before = luminance;
        }
    }

    @Test
    void bothSidesOfTheDivergingPaletteBecomeDarkerAwayFromZero() {
        for (int i = 1; i <= 128; i++) {
            for (int side : new int[] {-1, 1}) {
                double outer = luminance(Palette.BLUE_ORANGE.argb(0.5 + side * i / 256.0, false));
                double inner = luminance(Palette.BLUE_ORANGE.argb(0.5 + side * (i - 1) / 256.0, false));
                assertTrue(outer <= inner + 1e-9, "side " + side + " at " + i);
            }
        }
    }

    @Test
    void onDarkBothSidesBecomeLighterAwayFromZeroWhichIsLighterThanThePanel() {
        int panel = 0xff1a2028;
        assertTrue(luminance(Palette.BLUE_ORANGE.argb(0.5, true)) > 2 * luminance(panel));
        for (int i = 1; i <= 128; i++) {
            for (int side : new int[] {-1, 1}) {
                double outer = luminance(Palette.BLUE_ORANGE.argb(0.5 + side * i / 256.0, true));
                double inner = luminance(Palette.BLUE_ORANGE.argb(0.5 + side * (i - 1) / 256.0, true));
                assertTrue(outer >= inner - 1e-9, "side " + side + " at " + i);
            }
        }
        assertTrue(luminance(Palette.BLUE_ORANGE.argb(0, true)) > 170);
        assertTrue(luminance(Palette.BLUE_ORANGE.argb(1, true)) > 170);
    }

    @Test
    void valuesOutsideTakeTheNearerEnd() {
        assertEquals(Palette.CIVIDIS.argb(1, false), Palette.CIVIDIS.argb(7, false));
        assertEquals(Palette.CIVIDIS.argb(0, false), Palette.CIVIDIS.argb(-7, false));
    }

    private static double luminance(int argb) {
        return 0.2126 * (argb >> 16 & 255) + 0.7152 * (argb >> 8 & 255) + 0.0722 * (argb & 255);
    }
}
