package org.whorl.ui.codes;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.whorl.data.DataException;
import org.whorl.data.ImageShape;

/** Reads a picture from a file as an image of a network's shape: the largest centred part of its proportions, averaged down. */
final class PictureFile {
    private static final long MOST_PIXELS = 64_000_000;

    private PictureFile() {}

    static CodeInput read(Path file, ImageShape shape) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + ": expected a picture, found no such file");
        }
        return new CodeInput(file.getFileName().toString(), shape, values(decode(file), shape), OptionalInt.empty());
    }

    /** An image in another shape: what a file with it would be read as. */
    static CodeInput fitted(CodeInput image, ImageShape shape) {
        ImageShape from = image.shape();
        int area = from.height() * from.width();
        BufferedImage picture = new BufferedImage(from.width(), from.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < area; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                float value = image.pixels()[Math.min(c, from.channels() - 1) * area + i];
                rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
            }
            picture.setRGB(i % from.width(), i / from.width(), rgb);
        }
        return new CodeInput(image.name(), shape, values(picture, shape), image.label());
    }

    private static BufferedImage decode(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(
                        file + ": expected a PNG, JPEG, GIF, BMP or TIFF picture, found something else");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new DataException(file + ": expected at most " + MOST_PIXELS + " pixels, found " + pixels);
                }
                return reader.read(0);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new DataException(file + ": expected a whole picture, found a damaged one", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static float[] values(BufferedImage image, ImageShape shape) {
        double scale = Math.min((double) image.getWidth() / shape.width(), (double) image.getHeight() / shape.height());
        int width = Math.max(1, (int) Math.round(shape.width() * scale));
        int height = Math.max(1, (int) Math.round(shape.height() * scale));
        width = Math.min(width, image.getWidth());
        height = Math.min(height, image.getHeight());
        BufferedImage part =
                image.getSubimage((image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
        BufferedImage small = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.drawImage(part.getScaledInstance(shape.width(), shape.height(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
        g.dispose();
        float[] values = new float[shape.size()];
        int area = shape.height() * shape.width();
        for (int i = 0; i < area; i++) {
            int rgb = small.getRGB(i % shape.width(), i / shape.width());
            float[] channels = {(rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f};
            if (shape.channels() == 3) {
                for (int c = 0; c < 3; c++) {
                    values[c * area + i] = channels[c];
                }
            } else {
                float grey = 0.299f * channels[0] + 0.587f * channels[1] + 0.114f * channels[2];
                for (int c = 0; c < shape.channels(); c++) {
                    values[c * area + i] = grey;
                }
            }
        }
        return values;
    }
}
