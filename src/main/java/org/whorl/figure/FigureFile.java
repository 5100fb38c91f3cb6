package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.whorl.file.ReplacedFile;

/** Draws a figure into bytes of each format, and these into a file. */
final class FigureFile {
    private FigureFile() {}

    static void write(Figure figure, Path file, FigureOptions options) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] bytes =
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "png" -> PngFile.encode(image(figure, options), options.dpi(), metadata(figure, options));
                    case "svg" -> SvgFile.encode(figure, options);
                    case "pdf" -> PdfFile.encode(figure, options);
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

    static void drawWithGround(
            Figure figure, Graphics2D g, double width, double height, FigureOptions options, Figure.Canvas canvas) {
        if (!options.transparent()) {
            g.setColor(options.theme().ground());
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        }
        g.setFont(Typeface.plain(PlotText.SIZE));
        figure.draw(g, width, options.theme(), canvas);
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
}
