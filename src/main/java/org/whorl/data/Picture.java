package org.whorl.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/**
 * Pictures of everyday formats (PNG, JPEG, GIF, BMP) as the values a network takes: the middle square, reduced by
 * averaging or enlarged smoothly. The size that a file declares is checked before anything is decoded.
 */
public final class Picture {
    /** The most pixels along a side. */
    public static final int MAX_SIDE = 16_384;

    /** The most pixels in all. */
    public static final long MAX_PIXELS = 40_000_000;

    private Picture() {}

    /**
     * Reads one picture.
     *
     * @param shape 1 or 3 channels, and the size to bring the picture to
     * @return [channels, height, width], values in [0, 1]
     * @throws DataException where the file is no picture, is damaged or too large
     */
    public static float[] read(Path file, ImageShape shape) throws DataException {
        return crop(decode(file, shape.height(), shape.width()), shape);
    }

    /** Whether any pixel is clearly of a colour rather than grey. */
    static boolean isColoured(Path file) throws DataException {
        BufferedImage image = decode(file, 64, 64);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int red = rgb >> 16 & 0xff;
                int green = rgb >> 8 & 0xff;
                int blue = rgb & 0xff;
                if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 16) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first frame, of whose pixels only every n-th is kept where it is more than four times as large as needed. */
    private static BufferedImage decode(Path file, int height, int width) throws DataException {
        SourceFile.requireReadable(file);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(
                        file + ": expected a PNG, JPEG, GIF or BMP picture, found another kind of file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int declaredWidth = reader.getWidth(0);
                int declaredHeight = reader.getHeight(0);
                if (declaredWidth > MAX_SIDE
                        || declaredHeight > MAX_SIDE
                        || (long) declaredWidth * declaredHeight > MAX_PIXELS) {
                    throw new DataException(file + ": expected a picture of at most " + MAX_SIDE + " pixels a side and "
                            + MAX_PIXELS / 1_000_000 + " million in all, found " + declaredWidth + "x" + declaredHeight
                            + "; make it smaller");
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int side = Math.min(declaredWidth, declaredHeight);
                int step = Math.max(1, Math.min(side / (4 * height), side / (4 * width)));
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The JDK's decoders throw many kinds of unchecked exceptions on damaged files.
            throw new DataException(file + ": expected a whole picture, found damaged data", e);
        }
    }

    private static float[] crop(BufferedImage image, ImageShape shape) {
        Rectangle middle = middle(image.getWidth(), image.getHeight(), shape);
        float[] out = new float[shape.size()];
        int plane = shape.height() * shape.width();
        float[][] colours = colours(image, middle);
        for (int channel = 0; channel < shape.channels(); channel++) {
            float[] source = shape.channels() == 3 ? colours[channel] : grey(colours);
            float[] resized = resize(source, middle.height, middle.width, shape.height(), shape.width());
            System.arraycopy(resized, 0, out, channel * plane, plane);
        }
        return out;
    }

    private static Rectangle middle(int width, int height, ImageShape shape) {
        int cropWidth = width;
        int cropHeight = (int) Math.round((double) width * shape.height() / shape.width());
        if (cropHeight > height) {
            cropHeight = height;
            cropWidth = (int) Math.round((double) height * shape.width() / shape.height());
        }
        cropWidth = Math.max(1, Math.min(width, cropWidth));
        cropHeight = Math.max(1, Math.min(height, cropHeight));
        return new Rectangle((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight);
    }

    /** Red, green and blue in [0, 1], on black where the picture is transparent. */
    private static float[][] colours(BufferedImage image, Rectangle part) {
        float[][] planes = new float[3][part.width * part.height];
        int[] row = new int[part.width];
        for (int y = 0; y < part.height; y++) {
            image.getRGB(part.x, part.y + y, part.width, 1, row, 0, part.width);
            for (int x = 0; x < part.width; x++) {
                float alpha = (row[x] >>> 24) / 255f;
                for (int channel = 0; channel < 3; channel++) {
                    planes[channel][y * part.width + x] = alpha * (row[x] >> 16 - 8 * channel & 0xff) / 255f;
                }
            }
        }
        return planes;
    }

    /** Luma by ITU-R BT.601. */
    private static float[] grey(float[][] colours) {
        float[] grey = new float[colours[0].length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.299f * colours[0][i] + 0.587f * colours[1][i] + 0.114f * colours[2][i];
        }
        return grey;
    }

    private static float[] resize(float[] in, int inHeight, int inWidth, int outHeight, int outWidth) {
        if (inHeight == outHeight && inWidth == outWidth) {
            return in;
        }
        return inHeight < outHeight || inWidth < outWidth
                ? Resizing.bicubic(in, inHeight, inWidth, outHeight, outWidth)
                : Resizing.average(in, inHeight, inWidth, outHeight, outWidth);
    }

    /** The shape that fits a set of pictures: what the paper's networks take, 28×28 grey or 32×32 colour. */
    static ImageShape usualShape(boolean coloured) {
        return coloured ? new ImageShape(3, 32, 32) : new ImageShape(1, 28, 28);
    }
}
