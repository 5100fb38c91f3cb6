package org.whorl.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The pixels of a picture as its file has them, upright, on a ground.
 *
 * <p>Values are taken from the raster and not converted: Java's grey is linear light, and its way to RGB would make 188 of a grey of 128. Profiles
 * and gamma are not applied, as Pillow does not apply them either.
 */
final class DecodedPicture {
    private final Raster raster;
    private final Reading reading;
    private final Orientation orientation;
    private final boolean coloured;

    /** How a pixel of the raster is read as red, green and blue. */
    @FunctionalInterface
    private interface Reading {
        void read(int column, int row, float[] rgb);
    }

    private DecodedPicture(Raster raster, Reading reading, Orientation orientation, boolean coloured) {
        this.raster = raster;
        this.reading = reading;
        this.orientation = orientation;
        this.coloured = coloured;
    }

    /**
     * Of a decoded image.
     *
     * @param ground shows through where the picture is transparent, 0 black to 1 white
     */
    static DecodedPicture of(BufferedImage image, Orientation orientation, float ground) throws DataException {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (!(model instanceof ComponentColorModel)) {
            // Palettes and packed colours hold sRGB, which is not converted.
            return new DecodedPicture(
                    raster,
                    (column, row, rgb) -> {
                        int packed = image.getRGB(column, row);
                        float alpha = (packed >>> 24) / 255f;
                        for (int c = 0; c < 3; c++) {
                            rgb[c] = over((packed >> 16 - 8 * c & 0xff) / 255f, alpha, ground);
                        }
                    },
                    orientation,
                    true);
        }
        int colours = model.getNumColorComponents();
        float scale = 1 / largest(raster, model);
        if (colours == 4 && model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            return new DecodedPicture(raster, inks(raster, scale, false), orientation, true);
        }
        if (colours != 1 && colours != 3) {
            throw new DataException(
                    "expected a picture in grey, colour or four inks, found one of " + colours + " colours");
        }
        int[] pixel = new int[raster.getNumBands()];
        boolean transparent = model.hasAlpha();
        return new DecodedPicture(
                raster,
                (column, row, rgb) -> {
                    raster.getPixel(column, row, pixel);
                    float alpha = transparent ? pixel[colours] * scale : 1;
                    for (int c = 0; c < 3; c++) {
                        rgb[c] = over(pixel[colours == 3 ? c : 0] * scale, alpha, ground);
                    }
                },
                orientation,
                colours == 3);
    }

    /** Of the components of a JPEG file. */
    static DecodedPicture of(Raster raster, JpegMarkers markers) throws DataException {
        Orientation orientation = Orientation.ofExif(markers.exif());
        int[] pixel = new int[raster.getNumBands()];
        switch (raster.getNumBands()) {
            case 1:
                return new DecodedPicture(
                        raster,
                        (column, row, rgb) -> {
                            float value = raster.getSample(column, row, 0) / 255f;
                            rgb[0] = value;
                            rgb[1] = value;
                            rgb[2] = value;
                        },
                        orientation,
                        false);
            case 3:
                boolean luma = markers.isLumaAndChroma();
                return new DecodedPicture(
                        raster,
                        (column, row, rgb) -> {
                            raster.getPixel(column, row, pixel);
                            if (luma) {
                                toColours(pixel);
                            }
                            for (int c = 0; c < 3; c++) {
                                rgb[c] = pixel[c] / 255f;
                            }
                        },
                        orientation,
                        true);
            case 4:
                // Adobe writes inks inverted; with luma and chroma in their place these are of the inverted ones, too.
                if (markers.adobe() != 2) {
                    return new DecodedPicture(raster, inks(raster, 1 / 255f, markers.adobe() >= 0), orientation, true);
                }
                return new DecodedPicture(
                        raster,
                        (column, row, rgb) -> {
                            raster.getPixel(column, row, pixel);
                            toColours(pixel);
                            for (int c = 0; c < 3; c++) {
                                // libjpeg's way to inks gives 255 − colour, which is inverted again.
                                rgb[c] = (255 - pixel[c]) / 255f * pixel[3] / 255f;
                            }
                        },
                        orientation,
                        true);
            default:
                throw new DataException("expected a picture in grey, colour or four inks, found one of " + pixel.length
                        + " components");
        }
    }

    /** Luma and chroma to red, green and blue, as libjpeg computes it. */
    private static void toColours(int[] pixel) {
        int y = pixel[0];
        int cb = pixel[1] - 128;
        int cr = pixel[2] - 128;
        int half = 1 << 15;
        pixel[0] = clip(y + (91_881 * cr + half >> 16));
        pixel[1] = clip(y + (-22_554 * cb - 46_802 * cr + half >> 16));
        pixel[2] = clip(y + (116_130 * cb + half >> 16));
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static Reading inks(Raster raster, float scale, boolean inverted) {
        int[] pixel = new int[raster.getNumBands()];
        return (column, row, rgb) -> {
            raster.getPixel(column, row, pixel);
            float black = inverted ? pixel[3] * scale : 1 - pixel[3] * scale;
            for (int c = 0; c < 3; c++) {
                rgb[c] = black * (inverted ? pixel[c] * scale : 1 - pixel[c] * scale);
            }
        };
    }

    private static float largest(Raster raster, ColorModel model) throws DataException {
        int type = raster.getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
            throw new DataException("expected a picture of 1 to 16 bits a value, found one of "
                    + DataBuffer.getDataTypeSize(type) + " bits or with a sign");
        }
        return (1 << model.getComponentSize(0)) - 1;
    }

    private static float over(float value, float alpha, float ground) {
        return alpha * value + (1 - alpha) * ground;
    }

    /** The width, upright. */
    int width() {
        return orientation.swaps() ? raster.getHeight() : raster.getWidth();
    }

    /** The height, upright. */
    int height() {
        return orientation.swaps() ? raster.getWidth() : raster.getHeight();
    }

    /** Whether there can be other colours than grey. */
    boolean mayBeColoured() {
        return coloured;
    }

    /** Red, green and blue of the upright pixel (x, y), 0 to 1. */
    void read(int x, int y, float[] rgb) {
        reading.read(
                raster.getMinX() + orientation.column(x, y, raster.getWidth()),
                raster.getMinY() + orientation.row(x, y, raster.getHeight()),
                rgb);
    }
}
