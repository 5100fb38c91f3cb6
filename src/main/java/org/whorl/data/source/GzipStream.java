package org.whorl.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.whorl.data.DataException;

/**
 * Unpacks gzip (RFC 1952), one member after another. The JDK's own stream takes anything behind the last member for the
 * end; this one refuses it, since trailing bytes mean that a file is not what it claims to be. The stream of commons-compress (1.28.0)
 * does so as well, but keeps the file name and the comment of a member in memory however long they are; here they are passed over.
 */
public final class GzipStream extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final Path file;
    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    /**
     * Begins to unpack.
     *
     * @param file named in messages
     * @param packed the bytes of the file; closed with this stream
     * @throws DataException where they do not begin as gzip does; so do reads where the data is damaged, cut short or followed by others
     */
    public GzipStream(Path file, InputStream packed) throws IOException {
        this.file = file;
        this.packed = packed;
        beginMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(out, offset, length);
            if (count > 0) {
                crc.update(out, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw broken("it asks for a preset dictionary");
            } else {
                fill();
                inflater.setInput(buffer, position, limit - position);
            }
        }
        return -1;
    }

    private int inflate(byte[] out, int offset, int length) throws DataException {
        try {
            return inflater.inflate(out, offset, length);
        } catch (DataFormatException e) {
            throw broken(e.getMessage() == null ? "its compressed data is damaged" : e.getMessage());
        }
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long sum = littleEndian(4);
        long size = littleEndian(4);
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw broken("its checksum or length does not match its content");
        }
        if (position == limit && !tryFill()) {
            ended = true;
            return;
        }
        crc.reset();
        inflater.reset();
        beginMember();
    }

    private void beginMember() throws IOException {
        readHeader();
        inflater.setInput(buffer, position, limit - position);
    }

    private void readHeader() throws IOException {
        int first = next();
        int second = next();
        if (first != 0x1f || second != 0x8b) {
            throw broken("it has bytes that are not gzip where a part should begin");
        }
        int method = next();
        int flags = next();
        if (method != 8 || (flags & 0xe0) != 0) {
            throw broken("its header has an unknown method or flag");
        }
        pass(6);
        if ((flags & EXTRA) != 0) {
            pass(littleEndian(2));
        }
        for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
            int c = next();
            while (c != 0) {
                c = next();
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            pass(2);
        }
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << 8 * i;
        }
        return value;
    }

    private void pass(long bytes) throws IOException {
        for (long i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private void fill() throws IOException {
        if (!tryFill()) {
            throw broken("its end is missing");
        }
    }

    private boolean tryFill() throws IOException {
        position = 0;
        limit = Math.max(0, packed.read(buffer));
        return limit > 0;
    }

    private DataException broken(String what) {
        return new DataException(file + ": expected whole gzip data, found that " + what + "; get the file again");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
