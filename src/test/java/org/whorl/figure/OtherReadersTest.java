package org.whorl.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files are read back by programs that did not write them: PDFBox, JSVG, javax.imageio, numpy. */
class OtherReadersTest {
    private static final Parameters R90 =
            Parameters.initial(NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4)), 1);
    private static final double DPI = 200;
    private static final String CAPTION = "Ränder & <Ecken>, \"λ\" = ½ (links)";

    @TempDir
    Path folder;

    private static Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>(About.of(
                "mnist-c4",
                R90.spec(),
                Map.of("data", "mnist", "dataChecksum", "abc", "training", Map.of("seed", 7, "epochs", 3))));
        about.put("Caption", CAPTION);
        return about;
    }

    private static FigureOptions options() {
        return FigureOptions.centimetres(12, DPI).with(about());
    }

    private static List<Figure> figures() {
        float[] image = new float[28 * 28];
        image[14 * 28 + 14] = 3;
        Series test = new Series(
                "test", SeriesStyle.SECOND, new double[] {0, 1, 2, 3}, new double[] {0.9, 0.95, Double.NaN, 0.97});
        Series turned =
                new Series("C4", SeriesStyle.FIRST, new double[] {0, 90, 180, 270}, new double[] {0.9, 0.8, 0.7, 0.8});
        List<Figure> all = new ArrayList<>();
        all.add(FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK));
        all.add(FilterBankFigure.of(R90, 1, Layout.PAPER, Scaling.FILTER));
        all.add(CodeMapsFigure.of(new Inference(R90.spec()).trace(R90, image), 0));
        all.add(new EpochsFigure("Accuracy", "Over epochs.", List.of(test), true, true));
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
                figure.write(pdf, options());
                figure.write(svg, options());
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
        double width = options().points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        BufferedImage image = ground((int) Math.round(width * DPI / 72), (int) Math.round(height * DPI / 72));
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setFont(Typeface.plain(PlotText.SIZE));
        g.scale(DPI / 72, DPI / 72);
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
            return new PDFRenderer(document).renderImageWithDPI(0, (float) DPI);
        }
    }

    private static BufferedImage renderSvg(Path file) throws IOException {
        SVGDocument document = new SVGLoader().load(file.toUri().toURL());
        // JSVG measures in CSS pixels, 96 to the inch.
        double scale = DPI / 96;
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
        Figure figure = FilterBankFigure.of(R90, 0, Layout.PAPER, Scaling.BANK);
        BufferedImage expected = unaligned(figure);
        figure.write(folder.resolve("a.pdf"), options());
        figure.write(folder.resolve("a.svg"), options());
        BufferedImage pdf = renderPdf(folder.resolve("a.pdf"));
        BufferedImage svg = renderSvg(folder.resolve("a.svg"));
        Tiles tiles = FilterBank.of(R90, 0).tiles();
        // 8 columns over the whole width: the middles of the values of the first filter.
        double pitch = (options().points() + 3) / 8 * DPI / 72;
        double side = (pitch - 3 * DPI / 72) / 8;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int rgb = Palette.BLUE_ORANGE.argb(0.5 + tiles.value(0, 0, row, column) / (2.0 * tiles.peak()), false);
                int x = (int) ((column + 0.5) * side);
                int y = (int) (3 * DPI / 72 + (row + 0.5) * side);
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

    private static void assertTold(Map<String, String> found) {
        assertEquals("7", found.get("Seed"));
        assertEquals("mnist, SHA-256 abc", found.get("Data"));
        assertEquals("mnist-c4", found.get("Network"));
        assertEquals(CAPTION, found.get("Caption"));
        assertEquals("Layer 1: 15 base filters, C4: 4 rotations of 90°", found.get("Title"));
        assertEquals(About.program().get("Version"), found.get("Version"));
        assertTrue(found.get("Settings").contains("\"threshold\":0.5"), found.get("Settings"));
        assertTrue(found.get("Settings").contains("\"seed\":7"), found.get("Settings"));
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK).write(file, options());
        return file;
    }

    @Test
    void aPdfTellsWhereItCameFrom() throws IOException {
        try (PDDocument document = Loader.loadPDF(written("a.pdf").toFile())) {
            var information = document.getDocumentInformation();
            Map<String, String> found = new LinkedHashMap<>();
            for (COSName key : information.getCOSObject().keySet()) {
                found.put(key.getName(), information.getCustomMetadataValue(key.getName()));
            }
            assertTold(found);
            assertEquals(About.program().get("Software"), information.getCreator());
            assertTrue(information.getSubject().contains(CAPTION), information.getSubject());
            assertEquals(12 / 2.54 * 72, document.getPage(0).getMediaBox().getWidth(), 0.3, "12 cm");
        }
    }

    @Test
    void anSvgTellsWhereItCameFrom() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(written("a.svg").toFile());
        NodeList entries = document.getElementsByTagNameNS("urn:whorl:about", "entry");
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            found.put(entry.getAttribute("name"), entry.getTextContent());
        }
        assertTold(found);
        assertTrue(
                document.getElementsByTagName("desc").item(0).getTextContent().contains(CAPTION));
    }

    @Test
    void aPngTellsWhereItCameFromAndItsResolution() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        Path file = written("a.png");
        Map<String, String> found = new LinkedHashMap<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            var metadata = reader.getImageMetadata(0);
            Element own = (Element) metadata.getAsTree("javax_imageio_png_1.0");
            for (String kind : new String[] {"tEXtEntry", "iTXtEntry"}) {
                NodeList entries = own.getElementsByTagName(kind);
                for (int i = 0; i < entries.getLength(); i++) {
                    Element entry = (Element) entries.item(i);
                    found.put(
                            entry.getAttribute("keyword"),
                            entry.getAttribute(kind.equals("tEXtEntry") ? "value" : "text"));
                }
            }
            Element standard = (Element) metadata.getAsTree("javax_imageio_1.0");
            double millimetres = Double.parseDouble(((Element)
                            standard.getElementsByTagName("HorizontalPixelSize").item(0))
                    .getAttribute("value"));
            assertEquals(DPI, 25.4 / millimetres, 0.02);
            assertEquals(120, reader.getWidth(0) * millimetres, 0.1, "12 cm");
        } finally {
            reader.dispose();
        }
        assertTold(found);
        assertEquals(About.program().get("Software"), found.get("Software"));
    }

    @Test
    void aGifTellsWhereItCameFrom() throws IOException {
        Path gif = folder.resolve("film.gif");
        new FilterFilm(
                        "run",
                        List.of(0, 1),
                        epoch -> Parameters.initial(R90.spec(), epoch),
                        0,
                        Layout.ORBIT,
                        Scaling.BANK,
                        Palette.BLUE_ORANGE)
                .write(gif, 5, FigureOptions.pixels(300).with(about()), Progress.NONE);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            String latin =
                    ((Element) root.getElementsByTagName("CommentExtension").item(0)).getAttribute("value");
            String comment = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            for (String line : List.of("Seed: 7", "Caption: " + CAPTION, "Network: mnist-c4", "Software: Whorl ")) {
                assertTrue(comment.contains("\n" + line), line + " in " + comment);
            }
            assertTrue(comment.contains("\"threshold\":0.5"), comment);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void numbersAreToldOfInAFileBesideThem() throws IOException {
        Path csv = folder.resolve("loss.csv");
        Files.writeString(csv, "epoch,loss\n1,0.5\n");
        Sidecar.write(csv, "Loss", about());
        var json = new ObjectMapper()
                .readTree(folder.resolve("loss.csv-metadata.json").toFile());
        assertEquals("loss.csv", json.path("url").asText());
        assertEquals("Loss", json.path("dc:title").asText());
        assertEquals("7", json.path("whorl:seed").asText());
        assertEquals(CAPTION, json.path("whorl:caption").asText());
    }

    /** Skipped where there is no python3 with numpy. */
    @Test
    void numpyReadsTheFiltersThatAreWritten() throws Exception {
        Assumptions.assumeTrue(python("import numpy").equals(""), "needs python3 with numpy");
        Tiles tiles = FilterBank.of(R90, 2).tiles();
        Path file = folder.resolve("filters.npy");
        Npy.write(NpyArray.of(tiles.values(), 60, 1, 8, 8), file);
        double sum = 0;
        for (float value : tiles.values()) {
            sum += value;
        }
        String[] found = python("import numpy; a = numpy.load(r'" + file + "'); print(a.dtype, a.shape, "
                        + "float(a[17, 0, 3, 5]), float(a.sum(dtype='float64')), sep=';')")
                .strip()
                .split(";");
        assertEquals("float32", found[0]);
        assertEquals("(60, 1, 8, 8)", found[1]);
        assertEquals(tiles.value(17, 0, 3, 5), Double.parseDouble(found[2]));
        assertEquals(sum, Double.parseDouble(found[3]), 1e-9);
    }

    /** What a python program prints; what it complains of where it fails. */
    private static String python(String program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", program)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(1, TimeUnit.MINUTES) ? said : "does not end";
        } catch (IOException e) {
            return "no python3";
        }
    }
}
