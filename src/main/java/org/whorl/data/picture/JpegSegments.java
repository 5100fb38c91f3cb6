package org.whorl.data.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands in a JPEG file before its pixels (ITU-T T.81, annex B): how it is coloured and how it is stored; and whether it has an
 * end.
 */
final class JpegSegments {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int YCC = 1;
    private static final int YCCK = 2;

    private final byte[] file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private byte[] ids = new byte[0];
    private int adobe = -1;
    private boolean jfif;
    private int body = -1;

    private JpegSegments(byte[] file) {
        this.file = file;
    }

    static JpegSegments of(byte[] file) {
        JpegSegments segments = new JpegSegments(file);
        segments.read();
        return segments;
    }

    private void read() {
        int at = 2;
        while (at + 4 <= file.length) {
            if ((file[at] & 0xff) != 0xff) {
                at++;
                continue;
            }
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff || marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd8) {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            if (marker == SCAN || marker == END) {
                body = at;
                return;
            }
            int length = (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
            if (length < 2 || at + 2 + length > file.length) {
                return;
            }
            segment(marker, at, length);
            at += 2 + length;
        }
    }

    private void segment(int marker, int at, int length) {
        int from = at + 4;
        int size = length - 2;
        boolean application = marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
        if (!application) {
            kept.write(file, at, 2 + length);
        }
        boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame && size >= 6) {
            ids = new byte[Math.min(file[from + 5] & 0xff, (size - 6) / 3)];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = file[from + 6 + 3 * i];
            }
        } else if (marker == 0xe0 && begins(from, size, JFIF)) {
            jfif = true;
        } else if (marker == 0xe1 && begins(from, size, EXIF) && orientation.equals(Orientation.UPRIGHT)) {
            orientation =
                    TiffTags.of(file, from + EXIF.length, size - EXIF.length).orientation();
        } else if (marker == 0xee && begins(from, size, ADOBE) && size >= 12) {
            adobe = file[from + 11] & 0xff;
        }
    }

    private boolean begins(int from, int size, byte[] mark) {
        return size >= mark.length && Arrays.equals(file, from, from + mark.length, mark, 0, mark.length);
    }

    Orientation orientation() {
        return orientation;
    }

    /** How many colours a pixel has: 1, 3 or 4; 0 where none is said. */
    int colours() {
        return ids.length;
    }

    /** Whether the four colours are stored as luma, two chromas and black. */
    boolean isYcck() {
        return ids.length == 4 && adobe == YCCK;
    }

    /** Three colours are luma and chroma unless the file says otherwise: the rule of the Independent JPEG Group's library. */
    private int transform() {
        if (ids.length != 3) {
            return isYcck() ? YCCK : 0;
        }
        boolean rgb = !jfif && (adobe >= 0 ? adobe == 0 : ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B');
        return rgb ? 0 : YCC;
    }

    /** Whether the mark of the end follows the pixels. */
    boolean isWhole() {
        if (body < 0 || (file[body + 1] & 0xff) != SCAN) {
            return false;
        }
        for (int i = file.length - 2; i > body; i--) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == END) {
                return true;
            }
        }
        return false;
    }

    /** The file without anything but tables and pixels, and one statement of how it is coloured: no profile converts its values. */
    byte[] plain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 64);
        out.write(0xff);
        out.write(0xd8);
        if (ids.length > 1) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14});
            out.writeBytes(ADOBE);
            out.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform()});
        }
        out.writeBytes(kept.toByteArray());
        out.write(file, body, file.length - body);
        return out.toByteArray();
    }
}
