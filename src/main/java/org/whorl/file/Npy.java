package org.whorl.file;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads and writes NPY, NumPy's format of one array. */
public final class Npy {
    /** The most values read unless another bound is given: 512 MiB of float32, and no more than a quarter of the heap. */
    public static final long MAX_VALUES = Memory.atMost(4L << 27, 4) / Float.BYTES;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int BLOCK = 1 << 16;

    private Npy() {}

    /** Reads a file of at most {@link #MAX_VALUES}. */
    public static NpyArray read(Path file) throws IOException {
        try (InputStream in = ReplacedFile.open(file)) {
            return read(file.toString(), in, MAX_VALUES);
        }
    }

    /**
     * Reads an array of numbers of any of NumPy's usual types, in C or Fortran order, up to the stream's end; they become float32. Memory grows
     * with what was really read, whatever the header promises.
     *
     * @param name of the file (and member), for messages
     * @param maxValues refuses more values than that
     * @throws NpyException where it is anything else
     */
    public static NpyArray read(String name, InputStream in, long maxValues) throws IOException {
        NpyHeader header = NpyHeader.parse(name, readHeader(name, in));
        if (header.type().isText()) {
            throw new NpyException(name + ": expected an array of numbers, found text");
        }
        return read(name, in, header, maxValues);
    }

    /** The type of a file's numbers as NumPy calls it: float32, uint8. */
    public static String typeOf(Path file) throws IOException {
        try (InputStream in = ReplacedFile.open(file)) {
            return NpyHeader.parse(file.toString(), readHeader(file.toString(), in))
                    .type()
                    .numpyName();
        }
    }

    static NpyHeader header(String name, InputStream in) throws IOException {
        return NpyHeader.parse(name, readHeader(name, in));
    }

    static NpyArray read(String name, InputStream in, NpyHeader header, long maxValues) throws IOException {
        int length = header.length(name, maxValues);
        float[] values = readValues(name, in, length, header.type());
        if (in.read() >= 0) {
            throw new NpyException(name + ": expected " + length + " values, found more");
        }
        return new NpyArray(header.shape(), header.fortranOrder() ? cOrder(values, header) : values);
    }

    private static String readHeader(String name, InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
            throw new NpyException(name + ": expected an array in NumPy's format, found "
                    + (start.length == 0 ? "an empty file" : "something else"));
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new NpyException(name + ": expected version 1 to 3 of NumPy's format, found " + version);
        }
        int digits = version == 1 ? 2 : 4;
        byte[] size = Arrays.copyOf(in.readNBytes(digits), 4);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt());
        if (length > NpyHeader.MAX_LENGTH) {
            throw new NpyException(
                    name + ": expected a header of at most " + NpyHeader.MAX_LENGTH + " bytes, found " + length);
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new NpyException(name + ": expected a header of " + length + " bytes, found only " + header.length);
        }
        return new String(header, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static float[] readValues(String name, InputStream in, int length, NpyType type) throws IOException {
        int width = type.width();
        float[] values = new float[Math.min(length, BLOCK)];
        for (int at = 0; at < length; ) {
            int count = Math.min(BLOCK, length - at);
            byte[] bytes = in.readNBytes(count * width);
            if (bytes.length < count * width) {
                throw new NpyException(
                        name + ": expected " + length + " values, found only " + (at + bytes.length / width),
                        new EOFException());
            }
            if (at + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(length, Math.max(2L * values.length, at + count)));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
            if (type.kind() == 'f' && width == Float.BYTES) {
                buffer.asFloatBuffer().get(values, at, count);
            } else {
                for (int i = 0; i < count; i++) {
                    values[at + i] = type.next(buffer);
                }
            }
            at += count;
        }
        return values;
    }

    /** Reorders values whose first index runs fastest. */
    private static float[] cOrder(float[] fortran, NpyHeader header) {
        int dimensions = header.shape().size();
        int[] index = new int[dimensions];
        int[] stride = new int[dimensions];
        int step = 1;
        for (int d = 0; d < dimensions; d++) {
            stride[d] = step;
            step *= header.shape().get(d);
        }
        float[] values = new float[fortran.length];
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = fortran[from];
            for (int d = dimensions - 1; d >= 0; d--) {
                from += stride[d];
                if (++index[d] < header.shape().get(d)) {
                    break;
                }
                from -= stride[d] * index[d];
                index[d] = 0;
            }
        }
        return values;
    }

    /** Writes a file as float32 in C order: beside the target first, then moved. */
    public static void write(NpyArray array, Path file) throws IOException {
        ReplacedFile.write(file, out -> write(array, out));
    }

    /** Writes an array as float32 in C order. */
    public static void write(NpyArray array, OutputStream out) throws IOException {
        String shape = array.shape().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (array.shape().size() == 1 ? "," : "");
        writeHeader("<f4", shape, out);
        float[] values = array.values();
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(values.length, BLOCK) * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += BLOCK) {
            int count = Math.min(BLOCK, values.length - at);
            buffer.asFloatBuffer().put(values, at, count);
            out.write(buffer.array(), 0, count * Float.BYTES);
        }
    }

    private static void writeHeader(String descr, String shape, OutputStream out) throws IOException {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int prefix = MAGIC.length + 4;
        int padding = Math.floorMod(-(prefix + header.length() + 1), ALIGNMENT);
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) text.length, (byte) (text.length >> 8)});
        out.write(text);
    }

    /**
     * Reads one text, an array of bytes or letters of a single value.
     *
     * @param mostBytes refuses a longer one
     */
    static String readText(String name, InputStream in, NpyHeader header, int mostBytes) throws IOException {
        long bytes = header.length(name, 1) * header.type().bytes();
        if (bytes > mostBytes) {
            throw new NpyException(name + ": expected a text of at most " + mostBytes + " bytes, found " + bytes);
        }
        byte[] text = in.readNBytes((int) bytes);
        if (header.type().kind() == 'S') {
            return new String(text, StandardCharsets.UTF_8).replaceAll("\0+$", "");
        }
        StringBuilder letters = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.wrap(text).order(header.type().order());
        while (buffer.remaining() >= 4) {
            int letter = buffer.getInt();
            if (!Character.isValidCodePoint(letter)) {
                throw new NpyException(name + ": expected letters, found the number " + letter);
            }
            letters.appendCodePoint(letter);
        }
        return letters.toString().replaceAll("\0+$", "");
    }

    /** Whether bytes begin as a file in this format does. */
    static boolean isArray(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length));
    }

    /** A text, in UTF-8, as an array of bytes without dimensions, which NumPy keeps where it drops members that are no arrays. */
    static byte[] textBytes(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream(bytes.length + 2 * ALIGNMENT);
        writeHeader("|S" + bytes.length, "", out);
        out.write(bytes);
        return out.toByteArray();
    }

    /** The bytes of {@link #write(NpyArray, OutputStream)}. */
    static byte[] bytes(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream(array.values().length * Float.BYTES + 2 * ALIGNMENT);
        write(array, out);
        return out.toByteArray();
    }
}
