package org.whorl.data.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.whorl.data.DataException;
import org.whorl.data.Limits;

/**
 * The content of one file, read once from front to back: unpacked where it is gzip (told by its first bytes, not by its
 * name), hashed on the way, and never beyond what the caller asks for.
 */
public final class SourceFile implements Closeable {
    private final Path file;
    private final InputStream in;
    private final boolean gzip;
    private final long size;
    private final MessageDigest digest;
    private long position;

    private SourceFile(Path file, InputStream in, boolean gzip, long size, MessageDigest digest) {
        this.file = file;
        this.in = in;
        this.gzip = gzip;
        this.size = size;
        this.digest = digest;
    }

    /**
     * Opens a file.
     *
     * @param digest updated with every byte of the unpacked content, so that a file and its gzip are the same data
     * @throws DataException where there is no file, or none that may be read, or it is empty or its gzip damaged
     */
    public static SourceFile open(Path file, MessageDigest digest) throws IOException {
        try {
            long size = requireReadable(file);
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            try {
                in.mark(2);
                boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
                in.reset();
                return new SourceFile(file, gzip ? new GzipStream(file, in) : in, gzip, size, digest);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw explain(file, e);
        }
    }

    /**
     * Checks that there is something to read.
     *
     * @return its size in bytes
     * @throws DataException where there is no file, or it is empty
     */
    public static long requireReadable(Path file) throws DataException {
        try {
            if (!Files.isRegularFile(file)) {
                throw Files.exists(file)
                        ? new DataException(file + ": expected a file, found something else")
                        : new NoSuchFileException(file.toString());
            }
            long size = Files.size(file);
            if (size == 0) {
                throw new DataException(file + ": expected data, found an empty file; get it again");
            }
            return size;
        } catch (IOException e) {
            throw explain(file, e);
        }
    }

    /** Turns an exception of the file system into one line for people. */
    public static DataException explain(Path file, IOException e) {
        if (e instanceof DataException known) {
            return known;
        }
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return new DataException(file + ": expected a file, found nothing there", e);
        }
        if (e instanceof AccessDeniedException) {
            return new DataException(
                    file + ": expected a file that may be read, found no permission; change its permissions", e);
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new DataException(file + ": expected to read it, found: " + why.replaceAll("\\s+", " "), e);
    }

    /** The most bytes that this file can unpack to. */
    public long mostBytes() {
        return gzip ? size * Limits.MAX_DEFLATE_RATIO : size;
    }

    /** Whether the file is compressed; if not, its size is known to be {@link #mostBytes}. */
    public boolean isGzip() {
        return gzip;
    }

    /** The number of bytes read so far. */
    public long position() {
        return position;
    }

    /** The stream of unpacked bytes, for a reader that counts and bounds by itself. */
    InputStream stream() {
        return in;
    }

    /**
     * Reads up to {@code length} bytes; fewer only at the end.
     *
     * @return how many
     * @throws DataException where the file cannot be read or its gzip is damaged
     */
    public int read(byte[] out, int length) throws IOException {
        try {
            int count = in.readNBytes(out, 0, length);
            digest.update(out, 0, count);
            position += count;
            return count;
        } catch (IOException e) {
            throw explain(file, e);
        }
    }

    /**
     * Reads exactly {@code length} bytes.
     *
     * @param expected the length that the whole file should have, for the message
     * @throws DataException where it ends before, cannot be read, or its gzip is damaged
     */
    public void readFully(byte[] out, int length, long expected) throws IOException {
        if (read(out, length) < length) {
            throw new DataException(file + ": expected " + expected + " bytes" + (gzip ? " when unpacked" : "")
                    + ", found only " + position + "; the file is cut short, get it again");
        }
    }

    /**
     * Checks that nothing follows.
     *
     * @throws DataException where something does
     */
    public void expectEnd() throws IOException {
        long expected = position;
        byte[] one = new byte[1];
        if (read(one, 1) > 0) {
            throw new DataException(
                    file + ": expected " + expected + " bytes" + (gzip ? " when unpacked" : "") + ", found "
                            + (gzip ? "more" : String.valueOf(size)) + "; the file has bytes that do not belong there");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
