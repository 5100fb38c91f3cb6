package org.whorl.data.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a BMP file says of its rows, whose decoder leaves those black that are missing. */
final class BitmapHeader {
    private static final int FILE_HEADER = 14;
    private static final int OLD_HEADER = 26;
    private static final int HEADER = 54;
    private static final int RUNS_OF_BYTES = 1;
    private static final int RUNS_OF_HALVES = 2;

    private BitmapHeader() {}

    /** Whether the file holds every row. */
    static boolean isWhole(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < OLD_HEADER) {
            return false;
        }
        boolean old = header.getInt(FILE_HEADER) == OLD_HEADER - FILE_HEADER;
        if (!old && file.length < HEADER) {
            return false;
        }
        long from = header.getInt(10) & 0xffffffffL;
        long width = old ? header.getShort(18) & 0xffff : header.getInt(18);
        long height = Math.abs(old ? header.getShort(20) & 0xffff : (long) header.getInt(22));
        int bits = header.getShort(old ? 24 : 28);
        int compression = old ? 0 : header.getInt(30);
        if (compression == RUNS_OF_BYTES || compression == RUNS_OF_HALVES) {
            return from <= file.length && hasAllRuns(file, (int) from, width, height, compression == RUNS_OF_HALVES);
        }
        return from + (width * bits + 31) / 32 * 4 * height <= file.length;
    }

    /** Goes along the runs up to the mark of the end, or to where the last row is full. */
    private static boolean hasAllRuns(byte[] file, int from, long width, long height, boolean halves) {
        long x = 0;
        long y = 0;
        int at = from;
        while (at + 2 <= file.length && y < height) {
            int count = file[at] & 0xff;
            int value = file[at + 1] & 0xff;
            at += 2;
            if (count > 0) {
                x += count;
            } else if (value == 0) {
                x = 0;
                y++;
            } else if (value == 1) {
                return true;
            } else if (value == 2) {
                if (at + 2 > file.length) {
                    return false;
                }
                x += file[at] & 0xff;
                y += file[at + 1] & 0xff;
                at += 2;
            } else {
                int bytes = halves ? (value + 1) / 2 : value;
                at += bytes + bytes % 2;
                x += value;
            }
        }
        return at <= file.length && (y >= height || y == height - 1 && x >= width);
    }
}
