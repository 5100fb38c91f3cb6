package org.whorl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CurveFigureTest {
    private static final int INK = 0xff2f6fb2;

    @TempDir
    Path folder;

    private static CurveFigure figure() {
        return new CurveFigure(
                "Loss",
                "Loss over epochs",
                ChartScale.fit(0, 4, 0.02, 2, true),
                false,
                List.of(
                        new CurveFigure.Line(
                                "train",
                                new double[] {0, 1, 4},
                                new double[] {2, 0.2, 0.02},
                                INK,
                                INK,
                                2,
                                new float[0]),
                        new CurveFigure.Line(
                                "test",
                                new double[] {1, 4},
                                new double[] {0.4, 0.1},
                                0xffd97a1f,
                                0xfff0a04b,
                                2,
                                new float[] {3, 2})),
                List.of(new CurveFigure.Mark(2, "learning rate 0.003")));
    }

    @Test
    void aLogarithmicAxisEndsAtHalfDecades() {
        ChartScale scale = ChartScale.fit(0, 10, 0.02, 2, true);
        assertTrue(scale.log());
        assertEquals(0.01, scale.low(), 1e-12);
        assertEquals(Math.pow(10, 0.5), scale.high(), 1e-9);
        assertEquals(0.4, scale.up(0.1), 1e-9, "two of five half decades up");
        assertEquals(0.25, scale.across(2.5));
        assertEquals(2.5, scale.epochAt(0.25));
    }

    @Test
    void whatIsNotAboveZeroHasNoLogarithm() {
        assertEquals(false, ChartScale.fit(0, 1, 0, 5, true).log());
        assertEquals(-2, ChartScale.fit(0, 1, -2, 5, true).low());
        assertTrue(ChartScale.fit(0, 1, 3, 3, false).high() > 3, "a curve that never changes has a place");
    }

    @Test
    void sharesAreShownWholeUntilTheUserLooksClosely() {
        assertEquals(0, ChartScale.ofShares(0, 1, 0.97, 0.99, false).low());
        ChartScale close = ChartScale.ofShares(0, 1, 0.97, 0.99, true);
        assertTrue(close.low() > 0.9 && close.low() < 0.97 && close.high() <= 1);
        assertThrows(IllegalArgumentException.class, () -> new ChartScale(1, 1, 0, 1, false));
    }

    @Test
    void theCurveIsWhereItsValuesAre() {
        BufferedImage image = figure().toImage(FigureOptions.pixels(1200));
        ChartScale scale = figure().scale();
        // 144 dots an inch: two pixels a point.
        double width = 600 - CurvePlot.LEFT - CurvePlot.RIGHT;
        double bottom = 360 - 14 - CurvePlot.BOTTOM;
        double top = 18 + CurvePlot.TOP;
        int x = (int) (2 * (CurvePlot.LEFT + scale.across(1) * width));
        int y = (int) (2 * (bottom - scale.up(0.2) * (bottom - top)));
        boolean found = false;
        for (int dy = -3; dy <= 3; dy++) {
            found |= (image.getRGB(x, y + dy) & 0xffffff) == (INK & 0xffffff);
        }
        assertTrue(found, "train is 0.2 after one epoch");
        assertEquals(0xffffffff, image.getRGB(2, 400), "light ground");
    }

    /** The axes of a chart as wide as half of a window's middle, with letters as the window has them. */
    private static BufferedImage axes(ChartScale scale) {
        CurvePlot plot = new CurvePlot(false, Typeface.plain(11));
        plot.setColours(null, Color.GRAY, Color.BLACK);
        plot.setScale(scale);
        BufferedImage image = new BufferedImage(360, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        plot.chart().draw(g, new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
        g.dispose();
        return image;
    }

    private static boolean isInked(BufferedImage image, int x, int from, int to) {
        return IntStream.range(from, to).anyMatch(y -> image.getRGB(x, y) >>> 24 > 0);
    }

    @Test
    void theEpochsOfAShortRunStandApart() {
        BufferedImage image = axes(ChartScale.fit(0, 1, 0.02, 2, true));
        int bottom = image.getHeight() - CurvePlot.BOTTOM + 2;
        int numbers = 0;
        int blank = 99;
        for (int x = CurvePlot.LEFT - 8; x < image.getWidth(); x++) {
            if (isInked(image, x, bottom, image.getHeight())) {
                numbers += blank > 8 ? 1 : 0;
                blank = 0;
            } else {
                blank++;
            }
        }
        assertEquals(6, numbers, "0, 0.2 … 1");
    }

    @Test
    void smallLossesHaveRoomAtTheLeft() {
        BufferedImage image = axes(ChartScale.fit(0, 4, 0.00003, 2, true));
        assertFalse(isInked(image, 0, 0, image.getHeight()), "0.00001 is not cut");
    }

    @Test
    void writesVectorsThatOthersCanRead() throws Exception {
        Path svg = folder.resolve("loss.svg");
        figure().write(svg, FigureOptions.centimetres(12, 300));
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg.toFile())
                .getDocumentElement();
        assertEquals("svg", root.getTagName());
        assertTrue(root.getElementsByTagName("path").getLength() >= 2, "a path for each curve");
        assertTrue(root.getTextContent().contains("learning rate 0.003"), "the mark has its words");
        Path pdf = folder.resolve("loss.pdf");
        figure().write(pdf, FigureOptions.centimetres(12, 300));
        assertTrue(Files.readString(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }
}
