package org.whorl.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Limits;
import org.whorl.data.source.SourceFile;

/**
 * Reads a tar archive (ustar, with the long names of GNU and pax), plain or gzip, entry by entry, and trusts nothing in
 * it: entries that leave the folder, links and devices are refused, and so is an archive that unpacks to more than
 * {@link Limits#MAX_UNPACKED_BYTES}.
 *
 * <p>Written by hand, since commons-compress (1.28.0) takes an archive at its word: it keeps a long name or pax header of any length in
 * memory, and a map of sparse pieces too; it calls itself for each header that describes the next, so that 9,000 of them end in a
 * StackOverflowError; it neither checks their checksums nor refuses a pax path that begins at the root; and it takes an archive for whole
 * that lacks the zeros of its end, or has other bytes behind them. To refuse those, each header would have to be read here before the
 * library reads it, which is most of this class. Its source has bounds for names and pax headers since, in no release yet.
 */
final class TarArchive implements Closeable {
    /**
     * One regular file in the archive.
     *
     * @param name its path, with slashes, always inside the archive's own folder
     * @param size its length in bytes
     */
    record Entry(String name, long size) {}

    private static final int BLOCK = 512;
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_EXTENSION = 1 << 16;

    private final Path file;
    private final SourceFile source;
    private final long bound;
    private long remaining;
    private long padding;
    private int entries;
    private String longName;
    private long longSize = -1;

    private TarArchive(Path file, SourceFile source, long bound) {
        this.file = file;
        this.source = source;
        this.bound = bound;
    }

    static TarArchive open(Path file) throws IOException {
        return open(file, Limits.MAX_UNPACKED_BYTES);
    }

    /** Opens an archive that may unpack to at most {@code bound} bytes. */
    static TarArchive open(Path file, long bound) throws IOException {
        return new TarArchive(file, SourceFile.open(file, Checksum.sha256()), bound);
    }

    /** The next regular file, or nothing at the end; what is left of the file before is skipped. */
    Optional<Entry> next() throws IOException {
        skipRest();
        byte[] header = new byte[BLOCK];
        while (true) {
            fill(header, BLOCK);
            if (isZero(header)) {
                expectEnd();
                return Optional.empty();
            }
            if (++entries > MAX_ENTRIES) {
                throw broken("at most " + MAX_ENTRIES + " entries", "more");
            }
            checkHeader(header);
            String name = longName == null ? headerName(header) : longName;
            remaining = longSize < 0 ? number(header, 124, 12) : longSize;
            padding = Math.floorMod(-remaining, (long) BLOCK);
            if (remaining > bound - source.position()) {
                throw bomb();
            }
            switch (header[156]) {
                case 'L' -> longName = trimZeros(extension());
                case 'x' -> readPax(extension());
                case 'g' -> extension();
                default -> {
                    longName = null;
                    longSize = -1;
                    checkKind(header[156], name);
                    checkName(name);
                    if (header[156] != '5' && !name.endsWith("/")) {
                        return Optional.of(new Entry(name, remaining));
                    }
                    skipRest();
                }
            }
        }
    }

    /** Reads exactly {@code length} bytes of the current entry, of which there must be as many left. */
    void readFully(byte[] out, int length) throws IOException {
        if (length > remaining) {
            throw new IllegalArgumentException("tar entry: " + remaining + " bytes left, asked for " + length);
        }
        fill(out, length);
        remaining -= length;
    }

    private void checkKind(byte kind, String name) throws DataException {
        switch (kind) {
            case 0, '0', '5', '7' -> {}
            case '1', '2' -> throw broken("files only", "the link " + printable(name));
            default -> throw broken("files only", "the special entry " + printable(name));
        }
    }

    private void checkName(String name) throws DataException {
        boolean leaves = name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0;
        for (String part : name.split("/")) {
            leaves |= part.equals("..");
        }
        for (int i = 0; i < name.length(); i++) {
            leaves |= Character.isISOControl(name.charAt(i));
        }
        if (leaves) {
            throw broken("entries inside the archive's own folder", "the entry " + printable(name));
        }
    }

    private void checkHeader(byte[] header) throws DataException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw broken("a tar archive", "a header whose checksum does not match");
        }
    }

    private String headerName(byte[] header) {
        String name = text(header, 0, 100);
        boolean ustar = text(header, 257, 5).equals("ustar") && header[262] == 0;
        String prefix = ustar ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private long number(byte[] header, int start, int length) throws DataException {
        long value = 0;
        if ((header[start] & 0x80) != 0) {
            for (int i = start + length - 8; i < start + length; i++) {
                value = value << 8 | header[i] & 0xff;
            }
            for (int i = start + 1; i < start + length - 8; i++) {
                value |= header[i] == 0 ? 0 : -1;
            }
        } else {
            String digits = text(header, start, length).strip();
            if (!digits.matches("[0-7]{1,12}")) {
                throw broken("a number in octal digits", "\"" + printable(digits) + "\"");
            }
            value = Long.parseLong(digits, 8);
        }
        if (value < 0) {
            throw broken("a size", "a negative number");
        }
        return value;
    }

    /** Reads a short entry that only describes the next one. */
    private byte[] extension() throws IOException {
        if (remaining > MAX_EXTENSION) {
            throw broken("a name of at most " + MAX_EXTENSION + " bytes", "one of " + remaining);
        }
        byte[] bytes = new byte[(int) remaining];
        readFully(bytes, bytes.length);
        skipRest();
        return bytes;
    }

    /** Takes path and size out of records "LENGTH key=value\n". */
    private void readPax(byte[] bytes) throws DataException {
        for (int at = 0; at < bytes.length; ) {
            int space = at;
            while (space < bytes.length && bytes[space] != ' ') {
                space++;
            }
            String count = new String(bytes, at, space - at, StandardCharsets.UTF_8);
            if (!count.matches("[1-9][0-9]{0,5}")
                    || space + 1 >= at + Integer.parseInt(count)
                    || at + Integer.parseInt(count) > bytes.length) {
                throw broken("whole pax records", "one whose length is wrong");
            }
            int end = at + Integer.parseInt(count);
            String record = new String(bytes, space + 1, end - space - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=")) {
                longName = record.substring(5);
            } else if (record.startsWith("size=")) {
                if (!record.substring(5).matches("[0-9]{1,15}")) {
                    throw broken("a size", "\"" + printable(record) + "\"");
                }
                longSize = Long.parseLong(record.substring(5));
            }
            at = end;
        }
    }

    private void skipRest() throws IOException {
        byte[] scratch = new byte[1 << 14];
        long left = remaining + padding;
        while (left > 0) {
            int step = (int) Math.min(scratch.length, left);
            fill(scratch, step);
            left -= step;
        }
        remaining = 0;
        padding = 0;
    }

    /** Behind the first block of zeros only zeros may follow, of which there must be one more block. */
    private void expectEnd() throws IOException {
        byte[] block = new byte[BLOCK];
        fill(block, BLOCK);
        while (true) {
            if (!isZero(block)) {
                throw broken("nothing but zeros behind the last entry", "more bytes");
            }
            int count = source.read(block, BLOCK);
            if (count == 0) {
                return;
            }
            Arrays.fill(block, count, BLOCK, (byte) 0);
            if (source.position() > bound) {
                throw bomb();
            }
        }
    }

    private void fill(byte[] out, int length) throws IOException {
        if (source.position() + length > bound) {
            throw bomb();
        }
        if (source.read(out, length) < length) {
            throw broken("a whole tar archive", "that it ends after " + source.position() + " bytes");
        }
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }

    private static String trimZeros(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    /** Keeps what an archive says from breaking the line of the message. */
    private static String printable(String name) {
        String safe = name.replaceAll("\\p{Cntrl}", "?");
        return safe.length() > 80 ? safe.substring(0, 80) + "…" : safe;
    }

    private DataException broken(String expected, String found) {
        return new DataException(
                file + ": expected " + expected + ", found " + found + "; the archive is damaged or not to be trusted");
    }

    private DataException bomb() {
        return new DataException(file + ": expected at most " + bound + " bytes when unpacked, found more; the archive"
                + " is damaged or not to be trusted");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
