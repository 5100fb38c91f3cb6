package org.whorl.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.Inference;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.figure.Exported.R90;

/** What figures draw. */
class FigureTest {
    @TempDir
    Path folder;

    @Test
    void everyFilterValueAppearsInItsColour() throws IOException {
        Path file = folder.resolve("bank.png");
        FilterBankFigure.of(R90, 1, Layout.PAPER, Scaling.BANK).write(file, FigureOptions.pixels(900));
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(900, image.getWidth());

        // In the paper's layout of 8 × 8 the first pixel row of squares holds the first rows of filters 0 to 7.
        FilterBank bank = FilterBank.of(R90, 1);
        Tiles tiles = bank.tiles();
        int top = 10;
        int left = 0;
        while (image.getRGB(left, top) == 0xffffffff) {
            left++;
        }
        double limit = tiles.peak();
        int side = 1;
        int first = Palette.BLUE_ORANGE.argb(0.5 + tiles.value(0, 0, 0, 0) / (2 * limit), false);
        while (image.getRGB(left + side, top) == first) {
            side++;
        }
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int expected = Palette.BLUE_ORANGE.argb(0.5 + tiles.value(0, 0, row, column) / (2 * limit), false);
                int found = image.getRGB(left + column * side + side / 2, top / 2 + row * side + side / 2);
                assertEquals(Integer.toHexString(expected), Integer.toHexString(found), row + ", " + column);
            }
        }
    }

    @Test
    void transparentGroundIsLeftOut() {
        Figure figure = FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK);
        BufferedImage image = figure.toImage(FigureOptions.pixels(600).withTransparent(true));
        assertEquals(0, image.getRGB(0, 0) >>> 24);
        assertEquals(
                0xff1a2028,
                figure.toImage(FigureOptions.pixels(600).withTheme(Theme.DARK)).getRGB(0, 0));
    }

    @Test
    void aLayerThatIsNotThereIsRefusedByItsNumberOnScreen() {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> FilterBankFigure.of(R90, 4, Layout.ORBIT, Scaling.BANK));
        assertEquals("layer: expected 1 to 4, found 5", refused.getMessage());
    }

    @Test
    void orbitRowsHoldTheRotationsOfOneBaseFilter() {
        FilterBank bank = FilterBank.of(R90, 0);
        int[] order = FilterBankFigure.order(bank, Layout.ORBIT);
        assertArrayEquals(new int[] {0, 15, 30, 45, 1, 16}, Arrays.copyOf(order, 6));
        // Turned by 90° counter-clockwise, the top right corner comes to the top left.
        assertEquals(bank.tiles().value(0, 0, 0, 7), bank.tiles().value(15, 0, 0, 0));
    }

    @Test
    void codeMapsAreViridisFromZeroAndSayHowSparseTheyAre() {
        float[] image = new float[28 * 28];
        image[14 * 28 + 14] = 1;
        Trace trace = new Inference(R90.spec()).trace(R90, image);
        Figure figure = CodeMapsFigure.of(trace, 0);
        assertEquals("Layer 1: sparse code", figure.title());
        String share = String.format(
                Locale.ROOT, "%.1f %%", 100 * trace.layers().get(0).activeFraction());
        assertTrue(figure.description().contains(share), figure.description());
        BufferedImage picture = figure.toImage(FigureOptions.pixels(1200));
        int left = 0;
        while (picture.getRGB(left, 20) == 0xffffffff) {
            left++;
        }
        // One lit pixel: the corners of every map are zero.
        assertEquals(Palette.VIRIDIS.argb(0, false), picture.getRGB(left, 20));
        assertThrows(IllegalArgumentException.class, () -> CodeMapsFigure.of(trace, 4));
    }

    @Test
    void residualsAreDrawnAroundZeroAndImagesFromZeroUp() {
        float[] values = {-1, 0, 1, 0};
        Figure residual = ImageFigure.of(values, 1, 2, 2, true);
        Figure picture = ImageFigure.of(new float[] {0, 0.5f, 1, 0}, 1, 2, 2, false);
        assertEquals(
                Palette.BLUE_ORANGE.argb(0, false),
                residual.toImage(FigureOptions.pixels(200)).getRGB(50, 50));
        assertEquals(0xff000000, picture.toImage(FigureOptions.pixels(200)).getRGB(50, 50));
        assertEquals("One image, values from −1 to 1.", residual.description());
    }

    @Test
    void colourFiltersAreDrawnAroundMidGrey() {
        float[] values = {0, 1, 0, -1, 0, 0.5f};
        int[] pixels = new int[2];
        new Coloring(Palette.BLUE_ORANGE, false, true).paint(new Tiles(values, 1, 3, 1, 2), 0, 1, 2, 1, pixels, 0, 2);
        assertArrayEquals(new int[] {0xff808080, 0xffff00bf}, pixels);
    }

    @Test
    void outsideTheDiscNothingIsDrawn() {
        Tiles disc = new Tiles(new float[64], 1, 1, 8, 8, Support.DISC);
        BufferedImage image = TileImage.of(disc, 0, 1, new Coloring(Palette.BLUE_ORANGE, false, true), 3);
        for (int row = 0; row < 24; row++) {
            for (int column = 0; column < 24; column++) {
                boolean held = Support.DISC.holds(8, row / 3 * 8 + column / 3);
                assertEquals(held ? 255 : 0, image.getRGB(column, row) >>> 24);
            }
        }
        BufferedImage squares = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
        TileImage.drawSquares(
                squares.createGraphics(), disc, 0, 1, new Coloring(Palette.BLUE_ORANGE, false, true), 0, 0, 10);
        for (int pixel = 0; pixel < 64; pixel++) {
            int alpha = squares.getRGB(pixel % 8 * 10 + 5, pixel / 8 * 10 + 5) >>> 24;
            assertEquals(Support.DISC.holds(8, pixel) ? 255 : 0, alpha);
        }
    }

    @Test
    void aRosetteOfADihedralGroupShowsItsMirrorImagesOnARingInside() {
        float[] corner = new float[64];
        corner[1] = 1;
        FiniteGroup mirrors = new DihedralGroup(4);
        Figure with = new RosetteFigure(corner, 1, 8, 1, mirrors, Interpolation.BILINEAR, Support.SQUARE);
        Figure without = new RosetteFigure(corner, 1, 8, 1, new CyclicGroup(4), Interpolation.BILINEAR, Support.SQUARE);
        assertTrue(with.description().startsWith("8 of 8 copies"));
        int value = Palette.BLUE_ORANGE.argb(1, false);
        assertEquals(8, spots(with, value), "one bright value in each of the copies");
        assertEquals(4, spots(without, value));
    }

    /** Connected squares of one colour. */
    private static int spots(Figure figure, int colour) {
        BufferedImage image = figure.toImage(FigureOptions.pixels(720));
        int spots = 0;
        for (int y = 1; y < image.getHeight(); y++) {
            for (int x = 1; x < image.getWidth(); x++) {
                boolean first = image.getRGB(x, y) == colour
                        && image.getRGB(x - 1, y) != colour
                        && image.getRGB(x, y - 1) != colour;
                spots += first ? 1 : 0;
            }
        }
        return spots;
    }
}
