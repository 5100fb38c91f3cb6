package org.whorl.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.figure.Exported.R90;

/** The files of figures: formats, sizes and what they say of themselves. */
class FigureFileTest {
    @TempDir
    Path folder;

    @Test
    void pngKnowsItsResolutionAndWhereItCameFrom() throws IOException {
        Path file = folder.resolve("bank.png");
        FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.FILTER)
                .write(
                        file,
                        FigureOptions.centimetres(8.5, 300)
                                .with("Seed", 1)
                                .with("Settings", "α = 0.01, λ = 0.5")
                                .with("Software", "Whorl"));
        assertEquals(1004, ImageIO.read(file.toFile()).getWidth(), "8.5 cm at 300 dpi");

        Map<String, String> found = new HashMap<>();
        int perMetre = 0;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            IIOMetadata metadata = reader.getImageMetadata(0);
            Element root = (Element) metadata.getAsTree("javax_imageio_png_1.0");
            perMetre = Integer.parseInt(
                    ((Element) root.getElementsByTagName("pHYs").item(0)).getAttribute("pixelsPerUnitXAxis"));
            for (String kind : new String[] {"tEXtEntry", "iTXtEntry"}) {
                NodeList entries = root.getElementsByTagName(kind);
                for (int i = 0; i < entries.getLength(); i++) {
                    Element entry = (Element) entries.item(i);
                    String value = entry.getAttribute(kind.equals("tEXtEntry") ? "value" : "text");
                    found.put(entry.getAttribute("keyword"), value);
                }
            }
        }
        assertEquals(11811, perMetre);
        assertEquals("1", found.get("Seed"));
        assertEquals("α = 0.01, λ = 0.5", found.get("Settings"));
        assertEquals("Whorl", found.get("Software"));
        assertEquals("Layer 1: 15 base filters, C4: 4 rotations of 90°", found.get("Title"));
    }

    @Test
    void svgIsWellFormedAndSaysWhatItIs() throws Exception {
        Path file = folder.resolve("bank.svg");
        FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK)
                .write(file, FigureOptions.centimetres(10, 300).with("Settings", "a < b & c"));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals("svg", document.getDocumentElement().getTagName());
        assertEquals(
                "283.44",
                document.getDocumentElement().getAttribute("width").substring(0, 6),
                "10 cm in points, to the pixel");
        assertEquals(
                "Layer 1: 15 base filters, C4: 4 rotations of 90°",
                document.getElementsByTagName("title").item(0).getTextContent());
        Node description = document.getElementsByTagName("desc").item(0);
        assertTrue(description.getTextContent().contains("Settings: a < b & c"), description.getTextContent());
        assertEquals(1, document.getElementsByTagName("image").getLength(), "the colour bar");
        assertTrue(
                document.getElementsByTagName("rect").getLength() > 60 * 32,
                "the filters are squares, of which neighbours of one colour are one");
        assertTrue(Files.readString(file).contains(">270°<"), "the angles are text");
    }

    @Test
    void pdfHasOnePageOfTheRightSize() throws IOException {
        Path file = folder.resolve("bank.pdf");
        FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK).write(file, FigureOptions.centimetres(10, 300));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(283.44, document.getPage(0).getMediaBox().getWidth(), 0.01, "10 cm in points, to the pixel");
        }
    }

    @Test
    void textOfAPdfCanBeSearchedAndItsLettersComeAlong() throws IOException {
        Path file = folder.resolve("bank.pdf");
        FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK).write(file, FigureOptions.centimetres(10, 300));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("270°"), text);
            var form = (PDFormXObject) document.getPage(0)
                    .getResources()
                    .getXObject(document.getPage(0)
                            .getResources()
                            .getXObjectNames()
                            .iterator()
                            .next());
            int fonts = 0;
            for (var name : form.getResources().getFontNames()) {
                PDFont font = form.getResources().getFont(name);
                assertTrue(font.isEmbedded() && font.getName().contains("Inter"), font.getName());
                fonts++;
            }
            assertTrue(fonts > 0);
        }
    }

    @Test
    void anotherExtensionIsRefusedInOneLineAndLeavesNothingBehind() throws IOException {
        Figure figure = FilterBankFigure.of(R90, 0, Layout.ORBIT, Scaling.BANK);
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> figure.write(folder.resolve("bank.bmp"), FigureOptions.pixels(600)));
        assertTrue(refused.getMessage().contains(".png, .svg or .pdf, found bank.bmp"), refused.getMessage());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
