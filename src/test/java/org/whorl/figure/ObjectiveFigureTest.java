package org.whorl.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ObjectiveFigureTest {
    @TempDir
    Path folder;

    private static ObjectiveFigure figure(double... objectives) {
        float[] none = {};
        return new ObjectiveFigure(
                DoubleStream.of(objectives)
                        .mapToObj(value ->
                                new Trace.Layer(none, none, none, none, none, none, none, 0, 0, value / 2, value))
                        .toList(),
                0);
    }

    private String written(ObjectiveFigure figure, double centimetres) throws IOException {
        Path file = folder.resolve("objective.pdf");
        figure.write(file, FigureOptions.centimetres(centimetres, 300));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyLayerHasItsValueAndTheAxisIsSaidToBeLogarithmic() throws IOException {
        String text = written(figure(230, 433_773, 284_864, 15_924), 12);
        for (String words : List.of("230", "433,773", "284,864", "15,924", "log scale")) {
            assertTrue(text.contains(words), () -> words + " in " + text);
        }
    }

    @Test
    void layersHaveTheirNumbersOnlyWhereThereIsNoRoomForTheirNames() throws IOException {
        ObjectiveFigure figure = figure(4, 3, 2, 1);
        assertTrue(written(figure, 12).contains("layer 4"));
        String narrow = written(figure, 4);
        assertTrue(narrow.contains("layer 1"), narrow);
        assertFalse(narrow.contains("layer 4"), narrow);
    }

    @ParameterizedTest
    @CsvSource({
        "80 20 24 45", // up, then slowly down
        "20 40 60 80", // down
        "80 60 40 20", // up
        "20 80 20 80", // valleys
        "50 50 50 50",
        "20 22 24 26"
    })
    void noLineRunsThroughAValue(String heights) {
        double[] y = Arrays.stream(heights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double step = 60;
        double side = 26;
        double width = 2 * side + 3 * step;
        for (int l = 0; l < y.length; l++) {
            Rectangle2D place = ObjectiveFigure.valuePlace(y, l, side + l * step, 24, width, 110);
            for (int k = 0; k + 1 < y.length; k++) {
                Line2D line = new Line2D.Double(side + k * step, y[k], side + (k + 1) * step, y[k + 1]);
                assertFalse(line.intersects(place), "value " + l + " of " + heights + " under line " + k);
            }
        }
    }

    @Test
    void theNameOfTheAxisKeepsOutOfTheWayOfValues() {
        double width = 232;
        Rectangle2D left =
                ObjectiveFigure.axisPlace(30, width, 44, false, List.of()).orElseThrow();
        assertEquals(0, left.getX(), 1e-9, "the corner that the curve leaves free");
        Rectangle2D right =
                ObjectiveFigure.axisPlace(30, width, 44, false, List.of(left)).orElseThrow();
        assertFalse(left.intersects(right));
        assertTrue(right.getMaxX() <= width);
    }

    @Test
    void aPlaceBelongsToTheLayerNearestToIt() {
        ObjectiveFigure figure = figure(4, 3, 2, 1);
        assertEquals(0, figure.layerAt(0, 232));
        assertEquals(1, figure.layerAt(26 + 40, 232));
        assertEquals(3, figure.layerAt(232, 232));
        assertEquals(0, figure(4).layerAt(100, 232));
    }

    @Test
    void thereIsNoObjectiveWithoutLayers() {
        assertThrows(IllegalArgumentException.class, () -> new ObjectiveFigure(List.of(), -1));
    }
}
