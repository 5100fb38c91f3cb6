package org.whorl.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What the markers of a JPEG file say.
 *
 * @param whole whether the file comes to its end mark: a decoder fills up what is lacking with grey, without a word
 * @param jfif whether it has the mark of JFIF, whose colours are luma and chroma
 * @param adobe Adobe's colour transform, 0 for none, 1 for luma and chroma, 2 for the same of four inks; −1 where it does not say
 * @param components the numbers that the components have, a byte each
 * @param exif what EXIF holds, from its byte-order mark; empty where there is none
 */
record JpegMarkers(boolean whole, boolean jfif, int adobe, int[] components, byte[] exif) {
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;

    /** Reads all of a file, but keeps nothing but what is asked for. */
    static JpegMarkers of(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        boolean jfif = false;
        int adobe = -1;
        int[] components = new int[0];
        byte[] exif = new byte[0];
        try {
            in.readUnsignedShort();
            int marker = next(in);
            while (marker != END) {
                if (marker >= 0xd0 && marker <= 0xd8 || marker == 1) {
                    marker = next(in);
                    continue;
                }
                byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - 2)];
                in.readFully(segment);
                if (marker == 0xe0 && begins(segment, "JFIF\0")) {
                    jfif = true;
                } else if (marker == 0xee && begins(segment, "Adobe") && segment.length >= 12) {
                    adobe = segment[11];
                } else if (marker == 0xe1 && begins(segment, "Exif\0\0") && exif.length == 0) {
                    exif = Arrays.copyOfRange(segment, 6, segment.length);
                } else if (isFrame(marker) && segment.length > 5) {
                    components = new int[Math.min(segment[5] & 0xff, (segment.length - 6) / 3)];
                    for (int i = 0; i < components.length; i++) {
                        components[i] = segment[6 + 3 * i] & 0xff;
                    }
                }
                marker = marker == SCAN ? afterScan(in) : next(in);
            }
            return new JpegMarkers(true, jfif, adobe, components, exif);
        } catch (EOFException e) {
            return new JpegMarkers(false, jfif, adobe, components, exif);
        }
    }

    /** Whether three components are luma and chroma, by the rules of libjpeg. */
    boolean isLumaAndChroma() {
        if (jfif) {
            return true;
        }
        if (adobe >= 0) {
            return adobe != 0;
        }
        return !Arrays.equals(components, new int[] {'R', 'G', 'B'});
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The next marker, after any filling bytes. */
    private static int next(DataInputStream in) throws IOException {
        int value = in.readUnsignedByte();
        while (value != 0xff) {
            value = in.readUnsignedByte();
        }
        while (value == 0xff) {
            value = in.readUnsignedByte();
        }
        return value == 0 ? next(in) : value;
    }

    /** The next marker after the numbers of a scan, in which 0xff stands before 0 or a restart. */
    private static int afterScan(DataInputStream in) throws IOException {
        while (true) {
            int marker = next(in);
            if (marker < 0xd0 || marker > 0xd7) {
                return marker;
            }
        }
    }

    private static boolean begins(byte[] segment, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (i >= segment.length || segment[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
