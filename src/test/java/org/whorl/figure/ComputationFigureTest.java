package org.whorl.figure;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ComputationFigureTest {
    @TempDir
    Path folder;

    /** 2 · 3 at every of four places, three channels: Σ = 72, α = 0.01, αλ = 0.5. */
    private static Computation colour() {
        float[] patch = new float[3 * 4];
        float[] filter = new float[3 * 4];
        Arrays.fill(patch, 2);
        Arrays.fill(filter, 3);
        float[] map = new float[25];
        map[12] = 0.22f;
        map[3] = 0.44f;
        return new Computation(
                new Tiles(new float[3 * 36], 1, 3, 6, 6),
                -1,
                4,
                new Tiles(patch, 1, 3, 2, 2),
                new Tiles(filter, 1, 3, 2, 2),
                0,
                0.72,
                0.5,
                0.22,
                false,
                new Tiles(map, 1, 1, 5, 5),
                2,
                2);
    }

    private static BufferedImage image(double moment) {
        return new ComputationFigure(colour(), "", moment).toImage(FigureOptions.pixels(600));
    }

    private static boolean same(BufferedImage a, BufferedImage b) {
        int[] first = a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth());
        int[] second = b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth());
        return Arrays.equals(first, second);
    }

    @Test
    void channelsAreAddedUpAtEveryPlace() {
        assertEquals(4, colour().places());
        assertEquals(18, colour().product(0));
        assertEquals(72, colour().sum(4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5})
    void everyMomentIsAnotherPicture(double moment) {
        assertFalse(same(image(moment), image(moment + 0.5)));
    }

    @Test
    void theValueIsInItsMapOnlyWhenItHasDroppedThere() {
        double width = 300;
        double side = (width - 36) / 2.85;
        int x = (int) (2 * (width - side + side / 2));
        int y = (int) (2 * (12 + side / 2));
        int expected = new Coloring(Palette.VIRIDIS, false, false).argb(0.22, 0.44);
        assertEquals(0xffffffff, image(5).getRGB(x, y));
        assertEquals(expected, image(6).getRGB(x, y));
    }

    @Test
    void theSumAndTheResultAreTextInVectorFiles() throws Exception {
        Path file = folder.resolve("value.svg");
        new ComputationFigure(colour(), "", 6).write(file, FigureOptions.centimetres(12, 300));
        String svg = Files.readString(file);
        assertTrue(svg.contains("Σ = 72") && svg.contains("u = 0.22"), "numbers can be searched for");
    }

    @Test
    void aPatchOfAnotherSizeThanTheFilterIsRefused() {
        Computation c = colour();
        assertThrows(
                IllegalArgumentException.class,
                () -> new Computation(c.image(), 0, 0, c.image(), c.filter(), 0, 0, 0, 0, false, c.map(), 0, 0));
    }
}
