package org.whorl.figure;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MosaicFigureTest {
    private static final Coloring GREY = new Coloring(Palette.GREY, false, false);

    /** Pictures of 2 × 2 values, each value its own number, in rows of three. */
    private static Figure numbered(int pictures) {
        float[] values = new float[pictures * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        int[] order = new int[pictures];
        double[] limits = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            order[i] = i;
            limits[i] = values.length;
        }
        return TilesFigure.of(
                "t",
                "d",
                new Tiles(values, pictures, 1, 2, 2),
                order,
                3,
                Stream.generate(() -> "row").limit(pictures / 3).toList(),
                List.of("a", "b", "c"),
                limits,
                GREY);
    }

    private static List<Figure.Canvas> canvases() {
        return List.of(Figure.Canvas.VECTOR, new Figure.Canvas(0.5), new Figure.Canvas(0.96), new Figure.Canvas(2.4));
    }

    @ParameterizedTest
    @MethodSource("canvases")
    void everyValueOfAGridIsFoundWhereItIsDrawn(Figure.Canvas canvas) {
        Figure figure = numbered(3);
        ValueFigure places = (ValueFigure) figure;
        double height = figure.height(200, canvas);
        boolean[] found = new boolean[3 * 4];
        for (double y = 0; y < height; y++) {
            for (double x = 0; x < 200; x++) {
                double px = x;
                double py = y;
                places.at(x, y, 200, canvas).ifPresent(spot -> {
                    found[(int) spot.value()] = true;
                    assertEquals((int) spot.value() % 4, 2 * spot.row() + spot.column());
                    assertTrue(spot.left() <= px && px <= spot.left() + spot.width());
                    assertTrue(spot.top() <= py && py <= spot.top() + spot.height());
                });
            }
        }
        for (boolean one : found) {
            assertTrue(one);
        }
    }

    /** Also at a pixel's edges: pictures stand on the pixel grid, up to half a pixel from where they would without. */
    @ParameterizedTest
    @ValueSource(ints = {30, 75, 96, 144})
    void whereAValueIsFoundEveryPixelHasItsColour(int dpi) {
        // Sixty rows stand in several blocks.
        for (int pictures : new int[] {3, 180}) {
            Figure figure = numbered(pictures);
            FigureOptions options = new FigureOptions(6 * dpi + 1, dpi, Theme.LIGHT, false, Map.of());
            BufferedImage image = figure.toImage(options);
            double pixel = 72.0 / dpi;
            int found = 0;
            for (int row = 0; row < image.getHeight(); row++) {
                for (int column = 0; column < image.getWidth(); column++) {
                    for (double within : new double[] {0.02, 0.98}) {
                        Optional<ValueFigure.Spot> spot = ((ValueFigure) figure)
                                .at(
                                        (column + within) * pixel,
                                        (row + within) * pixel,
                                        options.points(),
                                        new Figure.Canvas(pixel));
                        if (spot.isPresent()) {
                            found++;
                            assertEquals(
                                    Integer.toHexString(GREY.argb(spot.get().value(), 4.0 * pictures)),
                                    Integer.toHexString(image.getRGB(column, row)),
                                    pictures + " pictures, column " + column + ", row " + row + ", within " + within);
                        }
                    }
                }
            }
            assertTrue(found > 8 * pictures, "found " + found);
        }
    }

    @Test
    void besideThePicturesAndBetweenThemIsNoValue() {
        Figure.Canvas canvas = new Figure.Canvas(0.5);
        Figure figure = numbered(3);
        ValueFigure places = (ValueFigure) figure;
        assertTrue(places.at(0, 50, 200, canvas).isEmpty(), "the row's label");
        assertTrue(places.at(100, 2, 200, canvas).isEmpty(), "the columns' labels");
        assertTrue(places.at(100, figure.height(200, canvas) - 1, 200, canvas).isEmpty(), "the legend");
        ValueFigure.Spot last = IntStream.range(0, 200)
                .mapToObj(x -> places.at(x, 50, 200, canvas))
                .flatMap(Optional::stream)
                .filter(spot -> spot.column() == 1)
                .findFirst()
                .orElseThrow();
        double right = last.left() + last.width();
        assertTrue(places.at(right - 0.1, 50, 200, canvas).isPresent(), "the picture's last column");
        assertTrue(places.at(right + 0.1, 50, 200, canvas).isEmpty(), "the gap");
    }
}
