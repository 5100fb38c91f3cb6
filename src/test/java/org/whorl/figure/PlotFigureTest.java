package org.whorl.figure;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Curves over angles and over epochs, figures in a row, and the turned grid. */
class PlotFigureTest {
    @TempDir
    Path folder;

    private static Series ring(SeriesStyle style, double value) {
        double[] x = new double[72];
        double[] y = new double[72];
        for (int i = 0; i < 72; i++) {
            x[i] = 5 * i;
            y[i] = value;
        }
        return new Series("half", style, x, y);
    }

    private static PolarFigure polar(List<Series> series, double limit) {
        return new PolarFigure("Error", "Around.", series, limit, false, List.of(0.0, 60.0), true);
    }

    @Test
    void anglesRunCounterClockwiseFromTheTopAsImagesTurn() {
        PolarFigure.Rim rim = polar(List.of(), 1).rim(300);
        assertArrayEquals(new double[] {rim.x(), rim.y() - rim.radius()}, rim.at(0, 1), 1e-9);
        assertArrayEquals(new double[] {rim.x() - rim.radius(), rim.y()}, rim.at(90, 1), 1e-9);
        for (double degrees : new double[] {0, 37, 90, 181, 300}) {
            double[] place = rim.at(degrees, 0.7);
            assertEquals(degrees, rim.degrees(place[0], place[1]), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.97, 1", "1.0, 1", "1.05, 1.2", "0.034, 0.04", "2.5e-7, 3e-7", "0, 1"})
    void theRimIsAtANumberThatIsEasyToRead(double greatest, double limit) {
        assertEquals(limit, PolarFigure.limitFor(List.of(ring(SeriesStyle.FIRST, greatest))), limit * 1e-9);
    }

    @Test
    void aValueIsDrawnAtItsShareOfTheRimInItsColour() {
        PolarFigure figure = polar(List.of(ring(SeriesStyle.FIRST, 0.5)), 1);
        BufferedImage image = figure.toImage(new FigureOptions(600, 144, Theme.LIGHT, false, Map.of()));
        double scale = 2;
        PolarFigure.Rim rim = figure.rim(300);
        double[] place = rim.at(135, 0.5);
        int rgb = image.getRGB((int) Math.round(scale * place[0]), (int) Math.round(scale * place[1]));
        assertEquals(0x2f6fb2, rgb & 0xffffff, Integer.toHexString(rgb));
    }

    /** A curve with a lobe towards an angle. */
    private static Series lobe(double towards) {
        double[] x = new double[72];
        double[] y = new double[72];
        for (int i = 0; i < 72; i++) {
            x[i] = 5 * i;
            y[i] = Math.max(0.03, Math.pow(Math.cos(Math.toRadians(5 * i - towards)), 3));
        }
        return new Series("lobe", SeriesStyle.FIRST, x, y);
    }

    private static List<Double> heights(Series... curves) {
        PolarFigure figure = polar(List.of(curves), 1);
        PolarScale scale = figure.scale(figure.rim(300), new Font(Font.SANS_SERIF, Font.PLAIN, 8));
        return scale.numbers().stream().map(PolarScale.Number::y).toList();
    }

    @Test
    void numbersOfTheScaleStandWhereNoCurveIs() {
        PolarFigure.Rim rim = polar(List.of(), 1).rim(300);
        List<Double> usual = heights();
        assertEquals(4, usual.size());
        assertTrue(usual.get(3) < rim.y() - 0.8 * rim.radius(), "near the top");
        assertEquals(usual, heights(lobe(180)), "a lobe at the bottom is not in their way");
        for (double towards = 0; towards < 360; towards += 15) {
            PolarFigure figure = polar(List.of(lobe(towards), ring(SeriesStyle.SECOND, 1)), 1);
            PolarScale scale = figure.scale(rim, new Font(Font.SANS_SERIF, Font.PLAIN, 8));
            for (PolarScale.Number number : scale.numbers()) {
                for (double degrees = 0; degrees < 360; degrees++) {
                    double value = Math.max(0.03, Math.pow(Math.cos(Math.toRadians(degrees - towards)), 3));
                    double[] at = rim.at(degrees, value);
                    assertFalse(
                            number.room().contains(at[0], at[1]),
                            number.text() + " hides the lobe to " + towards + "° at " + degrees + "°");
                }
            }
        }
    }

    @Test
    void whereCurvesAreEverywhereNumbersAreReadOverThem() {
        PolarFigure.Rim rim = polar(List.of(), 1).rim(300);
        // All around, two points apart.
        List<Series> rings = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> ring(SeriesStyle.FIRST, i / 50.0))
                .toList();
        BufferedImage image = new PolarFigure("Error", "", rings, 1, false, List.of(), false)
                .toImage(new FigureOptions(600, 144, Theme.LIGHT, false, Map.of()));
        int read = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                double x = column / 2.0 - rim.x();
                double y = row / 2.0 - rim.y();
                boolean within = Math.hypot(x, y) < rim.radius() - 2;
                read += within && (image.getRGB(column, row) & 0xffffff) == 0x667085 ? 1 : 0;
            }
        }
        assertTrue(read > 20, "the numbers are seen: " + read);
    }

    @Test
    void arcsLieOutsideTheRimAndTheGroundWithinACurveIsTinted() {
        PolarFigure figure = new PolarFigure(
                "Error",
                "",
                List.of(ring(SeriesStyle.FIRST, 0.5)),
                1,
                false,
                List.of(),
                false,
                List.of(new PolarFigure.Arc(80, 20)),
                true);
        BufferedImage image = figure.toImage(FigureOptions.pixels(600));
        PolarFigure.Rim rim = figure.rim(300);
        int outside = 0;
        int opposite = 0;
        for (double share = 1.02; share < 1.08; share += 0.005) {
            outside += isInk(image, rim.at(85, share)) ? 1 : 0;
            opposite += isInk(image, rim.at(275, share)) ? 1 : 0;
        }
        assertTrue(outside > 0);
        assertEquals(0, opposite);
        double[] within = rim.at(100, 0.3);
        double[] beyond = rim.at(100, 0.6);
        assertNotEquals(
                image.getRGB((int) (2 * beyond[0]), (int) (2 * beyond[1])),
                image.getRGB((int) (2 * within[0]), (int) (2 * within[1])));
    }

    private static boolean isInk(BufferedImage image, double[] place) {
        return (image.getRGB((int) Math.round(2 * place[0]), (int) Math.round(2 * place[1])) & 0xffffff) == 0x2f6fb2;
    }

    @Test
    void whatWasNotMeasuredIsNotJoined() {
        Series few = new Series("few", SeriesStyle.FIRST, new double[] {0, 180}, new double[] {1, 1});
        BufferedImage image = new PolarFigure("Error", "", List.of(few), 1, false, List.of(), false)
                .toImage(FigureOptions.pixels(600));
        PolarFigure.Rim rim = polar(List.of(), 1).rim(300);
        assertNotEquals(
                0x2f6fb2, image.getRGB((int) (2 * rim.x()), (int) (2 * (rim.y() - rim.radius() / 3))) & 0xffffff);
    }

    @Test
    void theNearestAngleGoesRoundTheCircle() {
        Series ring = ring(SeriesStyle.FIRST, 1);
        assertEquals(0, ring.nearestAngle(359));
        assertEquals(71, ring.nearestAngle(356));
        assertEquals(2, ring.nearestAngle(11));
    }

    @Test
    void vectorFilesNameCurvesAndAngles() throws Exception {
        Path file = folder.resolve("polar.svg");
        polar(List.of(ring(SeriesStyle.FIRST, 0.5)), 1).write(file, FigureOptions.centimetres(10, 300));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        String svg = Files.readString(file);
        assertTrue(svg.contains(">half<") && svg.contains(">330°<"), "the legend and the angles are text");
    }

    @Test
    void figuresStandInARowUnderTheirNames() throws IOException {
        PolarFigure one = polar(List.of(ring(SeriesStyle.FIRST, 0.5)), 1);
        RowFigure row = new RowFigure(
                "Two", "Two of them.", List.of(new RowFigure.Part("left", one), new RowFigure.Part("right", one)));
        Path file = folder.resolve("row.svg");
        row.write(file, FigureOptions.centimetres(16, 300));
        String svg = Files.readString(file);
        assertTrue(svg.contains(">left<") && svg.contains(">right<"));
        assertTrue(
                row.height(400, Figure.Canvas.VECTOR) < one.height(400, Figure.Canvas.VECTOR),
                "side by side, each is smaller");
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 64", "8, 90, 64", "8, 180, 64", "8, 270, 64", "8, 45, 0", "8, 37, 0", "7, 45, 1", "7, 60, 1"})
    void onlyQuarterTurnsCarryPixelsOntoPixels(int size, double degrees, int exact) {
        assertEquals(exact, new TurnedGridFigure(size, degrees).exact());
    }

    @Test
    void epochsBeginWhereTheyAreNeededAndSharesEndAtOne() {
        Series curve =
                new Series("run", SeriesStyle.FIRST, new double[] {1, 2, 3}, new double[] {0.92, Double.NaN, 0.98});
        EpochsFigure figure = new EpochsFigure("Accuracy", "", List.of(curve), true, false, null);
        EpochsFigure.Area area = figure.area(300);
        assertEquals(3, area.lastEpoch());
        assertEquals(1, area.high());
        assertTrue(area.low() <= 0.92 && area.low() >= 0.8, "from " + area.low());
        assertEquals(2, area.epoch(area.x(2)), 1e-9);
        assertTrue(area.y(0.98) < area.y(0.92), "more is higher");
    }
}
