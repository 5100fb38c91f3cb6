package org.whorl.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes an animated GIF that repeats for ever, frame by frame; one table of colours for all frames, so that nothing flickers. */
final class GifFile implements AutoCloseable {
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int COLOURS = 256;
    private static final int CUBE = 6;
    private static final int MIXES = 24;

    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private final IndexColorModel colours;
    private final Map<Integer, Byte> nearest = new HashMap<>();
    private String comment;

    /**
     * Begins a file.
     *
     * @param stream receives it; stays open
     * @param colours at most 256, opaque
     * @param comment what the file says about itself
     */
    GifFile(OutputStream stream, IndexColorModel colours, String comment) throws IOException {
        this.colours = colours;
        this.comment = comment;
        out = ImageIO.createImageOutputStream(stream);
        writer.setOutput(out);
        IIOMetadata about = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = (IIOMetadataNode) about.getAsTree(STREAM_FORMAT);
        replace(root, table());
        about.setFromTree(STREAM_FORMAT, root);
        writer.prepareWriteSequence(about);
    }

    /** The colours for the file's head, in a table whose size is a power of two. */
    private IIOMetadataNode table() {
        IIOMetadataNode table = new IIOMetadataNode("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", Integer.toString(COLOURS));
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i < COLOURS; i++) {
            int used = Math.min(i, colours.getMapSize() - 1);
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(i));
            entry.setAttribute("red", Integer.toString(colours.getRed(used)));
            entry.setAttribute("green", Integer.toString(colours.getGreen(used)));
            entry.setAttribute("blue", Integer.toString(colours.getBlue(used)));
            table.appendChild(entry);
        }
        return table;
    }

    /** The colours of a palette, and what text and lines in a theme need; without a palette as many as there can be. */
    static IndexColorModel colours(Palette palette, Theme theme) {
        Set<Integer> all = new LinkedHashSet<>();
        for (Color ink : List.of(theme.text(), theme.muted(), theme.line())) {
            for (int i = 0; i < MIXES; i++) {
                all.add(mix(theme.ground(), ink, (double) i / (MIXES - 1)));
            }
        }
        if (palette == null) {
            for (int i = 0; i < CUBE * CUBE * CUBE && all.size() < COLOURS; i++) {
                int step = 255 / (CUBE - 1);
                all.add(i / (CUBE * CUBE) * step << 16 | i / CUBE % CUBE * step << 8 | i % CUBE * step);
            }
        } else {
            int free = COLOURS - all.size();
            for (int i = 0; i < free; i++) {
                all.add(palette.argb((double) i / (free - 1), theme == Theme.DARK) & 0xffffff);
            }
        }
        int[] table = all.stream().mapToInt(i -> i).toArray();
        return new IndexColorModel(8, table.length, table, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int mix(Color from, Color to, double share) {
        return (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())) << 16
                | (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())) << 8
                | (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue()));
    }

    /**
     * Adds a frame.
     *
     * @param seconds how long it stays
     */
    void add(BufferedImage image, double seconds) throws IOException {
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] row = new byte[image.getWidth()];
        int[] rgb = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, rgb.length, 1, rgb, 0, rgb.length);
            for (int x = 0; x < rgb.length; x++) {
                row[x] = nearest.computeIfAbsent(rgb[x] & 0xffffff, this::find);
            }
            indexed.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(indexed), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        // All frames have the colours in the file's head.
        root.removeChild(child(root, "LocalColorTable"));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Long.toString(Math.max(2, Math.round(100 * seconds))));
        if (comment != null) {
            IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
            application.setAttribute("applicationID", "NETSCAPE");
            application.setAttribute("authenticationCode", "2.0");
            // Repeats without end.
            application.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(application);
            IIOMetadataNode words = new IIOMetadataNode("CommentExtension");
            // The writer writes Latin-1; these are the bytes of UTF-8.
            words.setAttribute(
                    "value", new String(comment.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            child(root, "CommentExtensions").appendChild(words);
            comment = null;
        }
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
    }

    private byte find(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.getMapSize(); i++) {
            int red = colours.getRed(i) - (rgb >> 16 & 255);
            int green = colours.getGreen(i) - (rgb >> 8 & 255);
            int blue = colours.getBlue(i) - (rgb & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return (byte) best;
    }

    private static void replace(IIOMetadataNode root, IIOMetadataNode node) {
        root.removeChild(child(root, node.getNodeName()));
        root.appendChild(node);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }

    /** Ends the file. */
    void finish() throws IOException {
        writer.endWriteSequence();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        out.close();
    }
}
