package org.whorl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.network.Inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** PDF and SVG look in programs that did not write them, PDFBox and JSVG, as they do in pixels. */
class RenderedElsewhereTest {
    @TempDir
    Path folder;

    private static List<Figure> figures() {
        float[] image = new float[28 * 28];
        image[14 * 28 + 14] = 3;
        Series test = new Series(
                "test", SeriesStyle.SECOND, new double[] {0, 1, 2, 3}, new double[] {0.9, 0.95, Double.NaN, 0.97});
        Series turned =
                new Series("C4", SeriesStyle.FIRST, new double[] {0, 90, 180, 270}, new double[] {0.9, 0.8, 0.7, 0.8});
        List<Figure> all = new ArrayList<>();
        all.add(FilterBankFigure.of(Exported.R90, 0, Layout.ORBIT, Scaling.BANK));
        all.add(FilterBankFigure.of(Exported.R90, 1, Layout.PAPER, Scaling.FILTER));
        all.add(CodeMapsFigure.of(new Inference(Exported.R90.spec()).trace(Exported.R90, image), 0));
        all.add(new EpochsFigure("Accuracy", "Over epochs.", List.of(test), true, true, null));
        all.add(new PolarFigure("Accuracy", "By angle.", List.of(turned), 1, true, List.of(0.0, 90.0), true));
        all.add(new TurnedGridFigure(8, 30));
        all.add(new CurveFigure(
                "Loss",
                "Over epochs.",
                ChartScale.fit(0, 3, 0.02, 2, true),
                false,
                List.of(new CurveFigure.Line(
                        "train",
                        new double[] {0, 1, 3},
                        new double[] {2, 0.2, 0.02},
                        0xff2f6fb2,
                        0xff6aa9ee,
                        1.5,
                        new float[0])),
                List.of(new CurveFigure.Mark(2, "learning rate 0.003"))));
        return all;
    }

    @TestFactory
    List<DynamicTest> everyFigureLooksTheSameToOtherRenderers() {
        List<DynamicTest> tests = new ArrayList<>();
        List<Figure> all = figures();
        for (int i = 0; i < all.size(); i++) {
            Figure figure = all.get(i);
            String name = "figure" + i;
            tests.add(DynamicTest.dynamicTest(figure.getClass().getSimpleName() + " " + i, () -> {
                Path pdf = folder.resolve(name + ".pdf");
                Path svg = folder.resolve(name + ".svg");
                figure.write(pdf, Exported.options());
                figure.write(svg, Exported.options());
                // Where pictures are aligned to pixels, their sizes differ from those of vectors.
                BufferedImage expected = unaligned(figure);
                assertAlike(expected, renderPdf(pdf), "PDF");
                assertAlike(expected, renderSvg(svg), "SVG");
            }));
        }
        return tests;
    }

    /** The picture in pixels, laid out as vectors are. */
    private static BufferedImage unaligned(Figure figure) {
        double width = Exported.options().points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        BufferedImage image =
                ground((int) Math.round(width * Exported.DPI / 72), (int) Math.round(height * Exported.DPI / 72));
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setFont(Typeface.plain(PlotText.SIZE));
        g.scale(Exported.DPI / 72, Exported.DPI / 72);
        figure.draw(g, width, Theme.LIGHT, Figure.Canvas.VECTOR);
        g.dispose();
        return image;
    }

    private static BufferedImage ground(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    private static BufferedImage renderPdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            return new PDFRenderer(document).renderImageWithDPI(0, (float) Exported.DPI);
        }
    }

    private static BufferedImage renderSvg(Path file) throws IOException {
        SVGDocument document = new SVGLoader()
                .load(
                        file.toUri().toURL(),
                        LoaderContext.builder()
                                .documentLimits(new DocumentLimits(30, 30, 50_000))
                                .build());
        // JSVG measures in CSS pixels, 96 to the inch.
        double scale = Exported.DPI / 96;
        BufferedImage image = ground(
                (int) Math.round(document.size().width * scale), (int) Math.round(document.size().height * scale));
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scale, scale);
        document.render(null, g);
        g.dispose();
        return image;
    }

    /** Nowhere in a raster of patches of 12 by 12 pixels is there something else. */
    private static void assertAlike(BufferedImage expected, BufferedImage found, String reader) {
        assertEquals(expected.getWidth(), found.getWidth(), 1, reader + ": width");
        assertEquals(expected.getHeight(), found.getHeight(), 1.5, reader + ": height");
        int patch = 12;
        int inked = 0;
        for (int y = 0; y + patch <= Math.min(expected.getHeight(), found.getHeight()); y += patch) {
            for (int x = 0; x + patch <= Math.min(expected.getWidth(), found.getWidth()); x += patch) {
                for (int shift = 0; shift < 24; shift += 8) {
                    double want = mean(expected, x, y, patch, shift);
                    inked += want < 250 ? 1 : 0;
                    assertEquals(want, mean(found, x, y, patch, shift), 45, reader + " at " + x + ", " + y);
                }
            }
        }
        assertTrue(inked > 50, "there is a picture at all");
    }

    private static double mean(BufferedImage image, int left, int top, int patch, int shift) {
        long sum = 0;
        for (int y = top; y < top + patch; y++) {
            for (int x = left; x < left + patch; x++) {
                sum += image.getRGB(x, y) >> shift & 255;
            }
        }
        return (double) sum / (patch * patch);
    }

    @Test
    void theSquaresOfFiltersHaveTheirExactColoursInPdfAndSvg() throws IOException {
        Figure figure = FilterBankFigure.of(Exported.R90, 0, Layout.PAPER, Scaling.BANK);
        BufferedImage expected = unaligned(figure);
        figure.write(folder.resolve("a.pdf"), Exported.options());
        figure.write(folder.resolve("a.svg"), Exported.options());
        BufferedImage pdf = renderPdf(folder.resolve("a.pdf"));
        BufferedImage svg = renderSvg(folder.resolve("a.svg"));
        Tiles tiles = FilterBank.of(Exported.R90, 0).tiles();
        // 8 columns over the whole width: the middles of the values of the first filter.
        double pitch = (Exported.options().points() + 3) / 8 * Exported.DPI / 72;
        double side = (pitch - 3 * Exported.DPI / 72) / 8;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int rgb = Palette.BLUE_ORANGE.argb(0.5 + tiles.value(0, 0, row, column) / (2.0 * tiles.peak()), false);
                int x = (int) ((column + 0.5) * side);
                int y = (int) (3 * Exported.DPI / 72 + (row + 0.5) * side);
                assertNear(rgb, expected.getRGB(x, y), "own " + row + ", " + column);
                assertNear(rgb, pdf.getRGB(x, y), "PDF " + row + ", " + column);
                assertNear(rgb, svg.getRGB(x, y), "SVG " + row + ", " + column);
            }
        }
    }

    private static void assertNear(int expected, int found, String where) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(expected >> shift & 255, found >> shift & 255, 2, where);
        }
    }
}
