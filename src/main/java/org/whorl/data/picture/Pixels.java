package org.whorl.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

import org.whorl.data.DataException;

/**
 * The pixels of a decoded picture as its file holds them: no profile, gamma or colour space of Java's converts them. Eight bits are
 * computed with as Pillow does, so that both agree to the last bit; what has more is not rounded.
 */
final class Pixels {
    private static final int BYTE = 255;

    private enum Kind {
        GREY,
        RGB,
        INDEXED,
        CMYK,
        INVERTED_CMYK,
        YCCK
    }

    private final Raster raster;
    private final Kind kind;
    private final boolean alpha;
    private final int[] most;
    private final int[] palette;
    private final Ground ground;
    private final int[] colour = new int[4];

    private Pixels(Raster raster, Kind kind, boolean alpha, int[] most, int[] palette, Ground ground) {
        this.raster = raster;
        this.kind = kind;
        this.alpha = alpha;
        this.most = most;
        this.palette = palette;
        this.ground = ground;
    }

    /**
     * A picture that was decoded.
     *
     * @throws DataException where its numbers have no largest one: floating-point and 32-bit ones
     */
    static Pixels of(String name, BufferedImage image, Ground ground) throws DataException {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (model instanceof IndexColorModel indexed) {
            int[] palette = new int[indexed.getMapSize()];
            indexed.getRGBs(palette);
            return new Pixels(raster, Kind.INDEXED, indexed.hasAlpha(), new int[] {BYTE}, palette, ground);
        }
        int colours = model.getNumColorComponents();
        int[] most = new int[raster.getNumBands()];
        for (int band = 0; band < most.length; band++) {
            int bits = raster.getSampleModel().getSampleSize(band);
            // A bitmap may say that a colour has no bits, or all of them.
            boolean whole = raster.getSampleModel().getDataType() <= DataBuffer.TYPE_INT && bits >= 1 && bits <= 16;
            if (!whole) {
                throw new DataException(name + ": expected whole numbers of 1 to 16 bits a colour, found " + bits
                        + " bits, of which nobody knows the largest; save it with 8 or 16 bits");
            }
            most[band] = (1 << bits) - 1;
        }
        if (colours != 1 && colours != 3 && colours != 4) {
            throw new DataException(
                    name + ": expected grey, red-green-blue or CMYK, found " + colours + " colours; save it as one");
        }
        Kind kind = colours == 1 ? Kind.GREY : colours == 3 ? Kind.RGB : Kind.CMYK;
        return new Pixels(raster, kind, model.hasAlpha() && kind != Kind.CMYK, most, null, ground);
    }

    /** Four inks of a JPEG file, stored inverted as Adobe's programs do, plain or as luma, chromas and black. */
    static Pixels ofInks(Raster raster, boolean ycck) {
        int[] most = {BYTE, BYTE, BYTE, BYTE};
        return new Pixels(raster, ycck ? Kind.YCCK : Kind.INVERTED_CMYK, false, most, null, Ground.WHITE);
    }

    /** The same with other colours, where they stand in a palette. */
    Pixels withPalette(int[] colours) {
        return kind == Kind.INDEXED && colours.length >= palette.length
                ? new Pixels(raster, kind, alpha, most, colours, ground)
                : this;
    }

    int width() {
        return raster.getWidth();
    }

    int height() {
        return raster.getHeight();
    }

    /**
     * A part of a row.
     *
     * @param out a plane of greys, or three of red, green and blue, in [0, 1]; filled from their beginnings
     * @param samples a place for the samples of the part, long enough
     */
    void row(int x, int y, int width, float[][] out, int[] samples) {
        int bands = raster.getNumBands();
        raster.getPixels(raster.getMinX() + x, raster.getMinY() + y, width, 1, samples);
        for (int i = 0; i < width; i++) {
            int scale = decode(samples, i * bands);
            if (colour[3] < scale) {
                lay(scale);
            }
            if (out.length == 1) {
                out[0][i] = grey(scale);
            } else {
                for (int c = 0; c < 3; c++) {
                    out[c][i] = (float) colour[c] / scale;
                }
            }
        }
    }

    /** Puts red, green, blue and alpha of a pixel into {@link #colour}; gives what stands for 1. */
    private int decode(int[] in, int at) {
        switch (kind) {
            case INDEXED -> {
                int argb = in[at] < palette.length ? palette[in[at]] : 0xff000000;
                set(argb >> 16 & BYTE, argb >> 8 & BYTE, argb & BYTE, argb >>> 24);
                return BYTE;
            }
            case GREY -> {
                int scale = most[0] <= BYTE ? BYTE : most[0];
                int grey = scaled(in, at, 0, scale);
                set(grey, grey, grey, alpha ? scaled(in, at, 1, scale) : scale);
                return scale;
            }
            case RGB -> {
                int scale = most[0] <= BYTE ? BYTE : most[0];
                set(
                        scaled(in, at, 0, scale),
                        scaled(in, at, 1, scale),
                        scaled(in, at, 2, scale),
                        alpha ? scaled(in, at, 3, scale) : scale);
                return scale;
            }
            default -> {
                inks(in, at);
                return BYTE;
            }
        }
    }

    private int scaled(int[] in, int at, int band, int scale) {
        return most[band] == scale ? in[at + band] : (int) ((long) in[at + band] * scale / most[band]);
    }

    /** Paper that is darkened by inks, one after the other, which is Pillow's way from CMYK to RGB. */
    private void inks(int[] in, int at) {
        int[] ink = new int[4];
        for (int i = 0; i < 4; i++) {
            ink[i] = scaled(in, at, i, BYTE);
        }
        if (kind == Kind.YCCK) {
            double y = ink[0];
            double blue = ink[1] - 128;
            double red = ink[2] - 128;
            ink[0] = BYTE - clamp(y + 1.402 * red);
            ink[1] = BYTE - clamp(y - 0.344136 * blue - 0.714136 * red);
            ink[2] = BYTE - clamp(y + 1.772 * blue);
        }
        for (int i = 0; i < 4; i++) {
            ink[i] = kind == Kind.CMYK ? ink[i] : BYTE - ink[i];
        }
        int light = BYTE - ink[3];
        set(
                clamp(light - times(ink[0], light)),
                clamp(light - times(ink[1], light)),
                clamp(light - times(ink[2], light)),
                BYTE);
    }

    private static int times(int a, int b) {
        int product = a * b + 128;
        return (product >> 8) + product >> 8;
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(BYTE, Math.round(value)));
    }

    private void set(int red, int green, int blue, int opaque) {
        colour[0] = red;
        colour[1] = green;
        colour[2] = blue;
        colour[3] = opaque;
    }

    /** Lays the colour on the ground. */
    private void lay(int scale) {
        long under = ground == Ground.WHITE ? scale : 0;
        for (int c = 0; c < 3; c++) {
            long mixed = (long) colour[c] * colour[3] + under * (scale - colour[3]);
            colour[c] = (int) ((mixed + scale / 2) / scale);
        }
    }

    /** Luma of sRGB by ITU-R BT.601 in 16-bit numbers, the same as Pillow's mode L. */
    private float grey(int scale) {
        long sum = 19_595L * colour[0] + 38_470L * colour[1] + 7_471L * colour[2];
        return scale == BYTE ? (sum + 0x8000 >> 16) / (float) BYTE : (float) (sum / 65_536.0 / scale);
    }
}
