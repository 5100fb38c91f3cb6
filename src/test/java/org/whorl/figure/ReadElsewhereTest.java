package org.whorl.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.whorl.data.Progress;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What files say of themselves, and numbers, are read back by PDFBox, an XML parser, javax.imageio and numpy. */
class ReadElsewhereTest {
    @TempDir
    Path folder;

    private static void assertTold(Map<String, String> found) {
        assertEquals("7", found.get("Seed"));
        assertEquals("mnist, SHA-256 abc", found.get("Data"));
        assertEquals("mnist-c4", found.get("Network"));
        assertEquals(Exported.CAPTION, found.get("Caption"));
        assertEquals("Layer 1: 15 base filters, C4: 4 rotations of 90°", found.get("Title"));
        assertEquals(About.program().get("Version"), found.get("Version"));
        assertTrue(found.get("Settings").contains("\"threshold\":0.5"), found.get("Settings"));
        assertTrue(found.get("Settings").contains("\"seed\":7"), found.get("Settings"));
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        FilterBankFigure.of(Exported.R90, 0, Layout.ORBIT, Scaling.BANK).write(file, Exported.options());
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
            assertTrue(information.getSubject().contains(Exported.CAPTION), information.getSubject());
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
                document.getElementsByTagName("desc").item(0).getTextContent().contains(Exported.CAPTION));
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
            assertEquals(Exported.DPI, 25.4 / millimetres, 0.02);
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
                        epoch -> Parameters.initial(Exported.R90.spec(), epoch),
                        0,
                        Layout.ORBIT,
                        Scaling.BANK,
                        Palette.BLUE_ORANGE,
                        null)
                .write(gif, 5, FigureOptions.pixels(300).with(Exported.about()), Progress.NONE);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            IIOMetadataNode root =
                    (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            String latin =
                    ((Element) root.getElementsByTagName("CommentExtension").item(0)).getAttribute("value");
            String comment = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            for (String line :
                    List.of("Seed: 7", "Caption: " + Exported.CAPTION, "Network: mnist-c4", "Software: Whorl ")) {
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
        Sidecar.write(csv, "Loss", Exported.about());
        var json = new ObjectMapper()
                .readTree(folder.resolve("loss.csv-metadata.json").toFile());
        assertEquals("loss.csv", json.path("url").asText());
        assertEquals("Loss", json.path("dc:title").asText());
        assertEquals("7", json.path("whorl:seed").asText());
        assertEquals(Exported.CAPTION, json.path("whorl:caption").asText());
    }

    /** Skipped where there is no python3 with numpy. */
    @Test
    void numpyReadsTheFiltersThatAreWritten() throws Exception {
        Assumptions.assumeTrue(python("import numpy").equals(""), "needs python3 with numpy");
        Tiles tiles = FilterBank.of(Exported.R90, 2).tiles();
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
