package org.whorl.data.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The whole numbers of the first directory of a TIFF file, or of EXIF, which is laid out as one (TIFF 6.0, section 2). What is
 * damaged is left out: it is for the decoder to refuse.
 */
final class TiffTags {
    static final int ORIENTATION = 274;
    private static final int PHOTOMETRIC = 262;
    private static final int PALETTE = 3;
    private static final int COLOUR_MAP = 320;
    private static final int[][] BLOCKS = {{273, 279}, {324, 325}};
    /** Bytes a value, by the number of its type; 0 for those that are none. */
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final int ENTRY = 12;
    private static final int MOST_NUMBERS = 1 << 20;

    private final ByteBuffer bytes;
    private final Map<Integer, long[]> numbers = new HashMap<>();
    private boolean reachesBeyond;

    private TiffTags(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Reads what begins at an offset: a byte order, 42, and the place of the directory. */
    static TiffTags of(byte[] file, int offset, int length) {
        ByteBuffer bytes = ByteBuffer.wrap(file, offset, length).slice();
        TiffTags tags = new TiffTags(bytes);
        if (length >= 8 && (bytes.get(0) == 'I' || bytes.get(0) == 'M') && bytes.get(0) == bytes.get(1)) {
            bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (bytes.getShort(2) == 42) {
                tags.read(bytes.getInt(4));
            }
        }
        return tags;
    }

    private void read(int directory) {
        if (directory < 8 || directory > bytes.limit() - 2) {
            return;
        }
        int count = bytes.getShort(directory) & 0xffff;
        for (int i = 0; i < count; i++) {
            long at = directory + 2L + (long) ENTRY * i;
            if (at + ENTRY > bytes.limit()) {
                return;
            }
            entry((int) at);
        }
    }

    private void entry(int at) {
        int type = bytes.getShort(at + 2) & 0xffff;
        int size = type < SIZES.length ? SIZES[type] : 0;
        long count = bytes.getInt(at + 4) & 0xffffffffL;
        long from = size * count <= 4 ? at + 8L : bytes.getInt(at + 8) & 0xffffffffL;
        if (from + size * count > bytes.limit()) {
            reachesBeyond = true;
            return;
        }
        if (type != 1 && type != 3 && type != 4 || count > MOST_NUMBERS) {
            return;
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            int place = (int) from + size * i;
            values[i] = switch (size) {
                case 1 -> bytes.get(place) & 0xff;
                case 2 -> bytes.getShort(place) & 0xffff;
                default -> bytes.getInt(place) & 0xffffffffL;
            };
        }
        numbers.put(bytes.getShort(at) & 0xffff, values);
    }

    /** The first number of a tag, or what stands for none. */
    long first(int tag, long otherwise) {
        long[] found = numbers.get(tag);
        return found == null || found.length == 0 ? otherwise : found[0];
    }

    /** How it is stored, upright where nothing is said. */
    Orientation orientation() {
        return Orientation.of(first(ORIENTATION, 1));
    }

    /**
     * The colours of a palette, opaque; none where there is no palette. Their upper bytes, which are right whether the writer made 65,535 of
     * 255 or 65,280.
     */
    Optional<int[]> palette() {
        long[] map = numbers.get(COLOUR_MAP);
        if (map == null || first(PHOTOMETRIC, 0) != PALETTE) {
            return Optional.empty();
        }
        int count = map.length / 3;
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            colours[i] = (int) (0xff000000L | map[i] >> 8 << 16 | map[count + i] >> 8 << 8 | map[2 * count + i] >> 8);
        }
        return Optional.of(colours);
    }

    /** Whether every value, strip and tile of the first picture lies within the file: the decoder makes room for whatever is claimed. */
    boolean isWhole() {
        if (reachesBeyond) {
            return false;
        }
        for (int[] block : BLOCKS) {
            long[] offsets = numbers.get(block[0]);
            long[] lengths = numbers.get(block[1]);
            if (offsets == null || lengths == null) {
                continue;
            }
            for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
                if (offsets[i] + lengths[i] > bytes.limit()) {
                    return false;
                }
            }
        }
        return true;
    }
}
