package org.whorl.data.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG file (PNG third edition, section 5): whether they are whole, and how the picture is stored. */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;

    /** What the pixels need; profiles, gammas, times and texts stay out of the decoder. */
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean whole;

    private PngChunks() {}

    static PngChunks of(byte[] file) {
        PngChunks chunks = new PngChunks();
        chunks.read(file);
        return chunks;
    }

    private void read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + AROUND <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - AROUND) {
                return;
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(type)) {
                CRC32 sum = new CRC32();
                sum.update(file, at + 4, length + 4);
                if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
                    return;
                }
                kept.write(file, at, AROUND + length);
            } else if (type.equals("eXIf")) {
                orientation = TiffTags.of(file, at + 8, length).orientation();
            }
            if (type.equals("IEND")) {
                whole = true;
                return;
            }
            at += AROUND + length;
        }
    }

    /** Whether every chunk that the pixels need is there up to the end, with its sum. */
    boolean isWhole() {
        return whole;
    }

    Orientation orientation() {
        return orientation;
    }

    /** The file without anything but header, palette, transparency and pixels. */
    byte[] plain() {
        return kept.toByteArray();
    }
}
