package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFHints;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;

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
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
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
        figure.draw(g, width, options.theme(), canvas);
    }

    private static String svg(Figure figure, FigureOptions options) {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        SVGGraphics2D g = new SVGGraphics2D(width, height, SVGUnits.PT);
        drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
        String element = g.getSVGElement(null, true, new ViewBox(0, 0, width, height), null, null);
        Map<String, String> metadata = metadata(figure, options);
        String about =
                "<title>" + escape(metadata.get("Title")) + "</title><desc>" + escape(describe(metadata)) + "</desc>";
        int start = element.indexOf('>', element.indexOf("<svg")) + 1;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element.substring(0, start) + "\n" + about
                + element.substring(start);
    }

    private static byte[] pdf(Figure figure, FigureOptions options) {
        double width = options.points();
        double height = figure.height(width, Figure.Canvas.VECTOR);
        PDFDocument document = new PDFDocument();
        Map<String, String> metadata = metadata(figure, options);
        // The library writes "(" title ")" as it is and knows no other entries: so these follow inside the same call.
        document.setTitle(pdfString(metadata.get("Title")) + ")\n/Subject (" + pdfString(describe(metadata)));
        Graphics2D g =
                document.createPage(new Rectangle2D.Double(0, 0, width, height)).getGraphics2D();
        // As outlines: the standard fonts of PDF have neither − nor λ.
        g.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        drawWithGround(figure, g, width, height, options, Figure.Canvas.VECTOR);
        return document.getPDFBytes();
    }

    /** UTF-16 with a byte-order mark, every byte as an octal escape. */
    private static String pdfString(String text) {
        StringBuilder out = new StringBuilder("\\376\\377");
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            out.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return out.toString();
    }

    private static Map<String, String> metadata(Figure figure, FigureOptions options) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Title", figure.title());
        all.put("Description", figure.description());
        all.putAll(options.metadata());
        return all;
    }

    private static String describe(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .filter(e -> !e.getKey().equals("Title"))
                .map(e -> e.getKey().equals("Description") ? e.getValue() : e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
