package org.whorl.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a stored picture has to be turned and mirrored to stand upright, by the number that EXIF and TIFF have for it.
 *
 * @param number 1 to 8; 1 is upright
 */
record Orientation(int number) {
    static final Orientation UPRIGHT = new Orientation(1);

    /** “eXIf”, the chunk of a PNG file that holds EXIF. */
    private static final int PNG_EXIF = 0x65584966;

    private static final int PNG_END = 0x49454e44;
    /** EXIF's number for the orientation, and for numbers of 16 bits. */
    private static final int TAG = 0x0112;

    private static final int SHORT = 3;
    private static final int LARGEST_EXIF = 1 << 16;

    Orientation {
        if (number < 1 || number > 8) {
            throw new IllegalArgumentException("orientation: expected 1 to 8, found " + number);
        }
    }

    /**
     * By what EXIF says, which is laid out as TIFF: a byte-order mark, the place of the first directory, and there 12 bytes an entry. Upright
     * where it says nothing or nothing that can be.
     */
    static Orientation ofExif(byte[] exif) {
        if (exif.length < 8) {
            return UPRIGHT;
        }
        ByteBuffer buffer =
                ByteBuffer.wrap(exif).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = buffer.getInt(4);
        if (directory < 8 || directory > exif.length - 2) {
            return UPRIGHT;
        }
        int entries = buffer.getShort(directory) & 0xffff;
        for (int i = 0; i < entries && directory + 2 + 12 * (i + 1) <= exif.length; i++) {
            int entry = directory + 2 + 12 * i;
            if (buffer.getShort(entry) == TAG && buffer.getShort(entry + 2) == SHORT) {
                return of(buffer.getShort(entry + 8));
            }
        }
        return UPRIGHT;
    }

    /** By a number out of a file: upright where there is no such. */
    static Orientation of(int number) {
        return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
    }

    /** The EXIF chunk of a PNG file; empty where there is none. */
    static byte[] exifOfPng(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        in.skipNBytes(8);
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            if (type == PNG_END || length < 0) {
                return new byte[0];
            }
            if (type == PNG_EXIF && length <= LARGEST_EXIF) {
                return in.readNBytes(length);
            }
            in.skipNBytes(length + 4L);
        }
    }

    /** Whether rows are stored as columns. */
    boolean swaps() {
        return number >= 5;
    }

    /** The stored column of the upright pixel (x, y), of a picture stored {@code width} by {@code height}. */
    int column(int x, int y, int width) {
        return switch (number) {
            case 2, 3 -> width - 1 - x;
            case 5, 6 -> y;
            case 7, 8 -> width - 1 - y;
            default -> x;
        };
    }

    /** The stored row of the upright pixel (x, y). */
    int row(int x, int y, int height) {
        return switch (number) {
            case 3, 4 -> height - 1 - y;
            case 5, 8 -> x;
            case 6, 7 -> height - 1 - x;
            default -> y;
        };
    }
}
