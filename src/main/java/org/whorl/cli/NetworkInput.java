package org.whorl.cli;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.network.Model;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;

/** Reads what a network is to look at. */
final class NetworkInput {
    /** Larger pictures are refused before any memory is taken for them. */
    private static final long MOST_PIXELS = 100_000_000;

    private NetworkInput() {}

    /** Prepared images, [N, C, H, W], at least one: an array's as they are, a picture prepared like the model's training images. */
    static float[] read(Path file, Model model) throws IOException, Failure {
        ImageShape shape = model.spec().input();
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            return array(file, shape);
        }
        float[] pixels = pixels(fitted(picture(file), shape), shape);
        return model.preparation().apply(new Dataset(shape, pixels, new int[1], model.classNames()), Progress.NONE);
    }

    private static float[] array(Path file, ImageShape shape) throws IOException, Failure {
        NpyArray array = Npy.read(file);
        List<Integer> found = array.shape();
        List<Integer> expected = List.of(shape.channels(), shape.height(), shape.width());
        if (found.size() != 4 || !found.subList(1, 4).equals(expected) || found.get(0) < 1) {
            throw new Failure(file + ": expected an array of the shape [N, " + shape.channels() + ", " + shape.height()
                    + ", " + shape.width() + "], found " + found);
        }
        for (float value : array.values()) {
            if (!Float.isFinite(value)) {
                throw new Failure(file + ": expected finite numbers, found " + value);
            }
        }
        return array.values();
    }

    private static BufferedImage picture(Path file) throws IOException, Failure {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers =
                    stream == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new Failure(
                        file + ": expected a picture (PNG, JPEG, GIF or BMP) or an array (.npy), found neither");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw new Failure(
                            file + ": expected a picture of at most " + MOST_PIXELS + " pixels, found " + pixels);
                }
                return reader.read(0);
            } catch (IOException | RuntimeException e) {
                throw new Failure(file + ": expected a whole picture, found a damaged one", e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** The middle of the picture, as much of it as has the input's proportions, at the input's size; what is transparent is black. */
    private static BufferedImage fitted(BufferedImage picture, ImageShape shape) {
        double scale =
                Math.min((double) picture.getWidth() / shape.width(), (double) picture.getHeight() / shape.height());
        int width = Math.max(1, (int) Math.round(shape.width() * scale));
        int height = Math.max(1, (int) Math.round(shape.height() * scale));
        int left = (picture.getWidth() - width) / 2;
        int top = (picture.getHeight() - height) / 2;
        BufferedImage now = drawn(picture, left, top, width, height, width, height);
        // By halves, so that every pixel counts.
        while (now.getWidth() >= 2 * shape.width() && now.getHeight() >= 2 * shape.height()) {
            now = drawn(now, 0, 0, now.getWidth(), now.getHeight(), now.getWidth() / 2, now.getHeight() / 2);
        }
        return drawn(now, 0, 0, now.getWidth(), now.getHeight(), shape.width(), shape.height());
    }

    private static BufferedImage drawn(
            BufferedImage from, int left, int top, int width, int height, int newWidth, int newHeight) {
        BufferedImage to = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = to.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(from, 0, 0, newWidth, newHeight, left, top, left + width, top + height, null);
        g.dispose();
        return to;
    }

    /** Values in [0, 1]: red, green and blue, or their luminance. */
    private static float[] pixels(BufferedImage image, ImageShape shape) {
        int plane = shape.height() * shape.width();
        float[] pixels = new float[shape.size()];
        for (int i = 0; i < plane; i++) {
            int rgb = image.getRGB(i % shape.width(), i / shape.width());
            float red = (rgb >> 16 & 0xff) / 255f;
            float green = (rgb >> 8 & 0xff) / 255f;
            float blue = (rgb & 0xff) / 255f;
            if (shape.channels() == 3) {
                pixels[i] = red;
                pixels[plane + i] = green;
                pixels[2 * plane + i] = blue;
            } else {
                pixels[i] = 0.299f * red + 0.587f * green + 0.114f * blue;
            }
        }
        return pixels;
    }
}
