package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFHints;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;
import org.whorl.npy.ReplacedFile;

/** Draws a figure into bytes of each format, and these into a file. */
final class FigureFile {
    private FigureFile() {}

    static void write(Figure figure, Path file, FigureOptions options) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] bytes =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "png" -> PngFile.encode(image(figure, options), options.dpi(), metadata(figure, options));
                    case "svg" -> svg(figure, options).getBytes(StandardCharsets.UTF_8);
                    case "pdf" -> pdf(figure, options);
                    default ->
                        throw new IllegalArgumentException(file
                                + ": expected a name that ends in .png, .svg or .pdf, found " + file.getFileName());
                };
        ReplacedFile.write(file, out -> out.write(bytes));
    }

    static BufferedImage image(Figure figure, FigureOptions options) {
        double pixel = 72 / options.dpi();
        Figure.Canvas canvas = new Figure.Canvas(pixel);
        double width = options.points();
        int height = Math.max(1, (int) Math.ceil(figure.height(width, canvas) / pixel - 1e-6));
        BufferedImage image = new BufferedImage(
                options.pixels(),
                height,
                options.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(1 / pixel, 1 / pixel);
        drawWithGround(figure, g, width, height * pixel, options, canvas);
        g.dispose();
        return image;
    }

    private static void drawWithGround(
            Figure figure, Graphics2D g, double width, double height, FigureOptions options, Figure.Canvas canvas) {
        if (!options.transparent()) {
            g.setColor(options.theme().ground());
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        }
        g.setFont(Typeface.plain(PlotText.SIZE));
        figure.draw(g, width, options.theme(), canvas);
    }

    private static String svg(Figure figure, FigureOptions options) {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        SVGGraphics2D g = new SVGGraphics2D(width, height, SVGUnits.PT);
        // Text stays text; where the typeface is missing, one of nearly the same widths takes its place.
        g.setFontFunction(family -> family.startsWith("Inter") ? "Inter, Helvetica, Arial, sans-serif" : family);
        drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
        String element = g.getSVGElement(null, true, new ViewBox(0, 0, width, height), null, null);
        Map<String, String> metadata = metadata(figure, options);
        String about = "<title>" + escape(metadata.get("Title")) + "</title>\n<desc>" + escape(describe(metadata))
                + "</desc>\n<metadata><about xmlns=\"urn:whorl:about\">"
                + metadata.entrySet().stream()
                        .map(e -> "<entry name=\"" + escape(e.getKey()) + "\">" + escape(e.getValue()) + "</entry>")
                        .collect(Collectors.joining())
                + "</about></metadata>\n";
        int start = element.indexOf('>', element.indexOf("<svg")) + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.substring(0, start) + "\n" + about
                + element.substring(start);
    }

    private static byte[] pdf(Figure figure, FigureOptions options) {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        PDFDocument document = new PDFDocument();
        Map<String, String> metadata = metadata(figure, options);
        document.setTitle(pdfInformation(metadata));
        Graphics2D g =
                document.createPage(new Rectangle2D.Double(0, 0, width, height)).getGraphics2D();
        // As outlines: the standard fonts of PDF have neither − nor λ.
        g.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
        return document.getPDFBytes();
    }

    /**
     * A title as the library wants it. It writes "(" title ")" as it is and knows no other entries of a document's information: so these
     * follow inside the title, the last one open, as the library closes it.
     */
    private static String pdfInformation(Map<String, String> metadata) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Subject", describe(metadata));
        metadata.forEach((keyword, value) -> {
            if (!keyword.equals("Title")) {
                entries.put(keyword.equals("Software") ? "Creator" : pdfName(keyword), value);
            }
        });
        StringBuilder out = new StringBuilder(pdfString(metadata.get("Title")));
        entries.forEach(
                (name, value) -> out.append(")\n/").append(name).append(" (").append(pdfString(value)));
        return out.toString();
    }

    /** A keyword as a name of PDF: what is no letter or digit is written by its code. */
    private static String pdfName(String keyword) {
        StringBuilder out = new StringBuilder();
        for (byte b : keyword.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "#%02x", b & 0xff));
        }
        return out.toString();
    }

    /** UTF-16 with a byte-order mark, every byte as an octal escape. */
    private static String pdfString(String text) {
        StringBuilder out = new StringBuilder("\\376\\377");
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            out.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return out.toString();
    }

    /** Everything a file says about itself: what it is, what it shows, its caption, and what the options have. */
    static Map<String, String> metadata(Figure figure, FigureOptions options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Title", figure.title());
        all.put("Description", figure.description());
        all.put("Caption", figure.description());
        all.putAll(options.metadata());
        return all;
    }

    /** The same as text, a line a keyword. */
    static String describe(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .filter(e -> !e.getKey().equals("Title"))
                .filter(e -> !(e.getKey().equals("Caption") && e.getValue().equals(metadata.get("Description"))))
                .map(e -> e.getKey().equals("Description") ? e.getValue() : e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** As XML wants it, which has no place at all for control characters. */
    private static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\n\r]]|[\ufffe\uffff]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
