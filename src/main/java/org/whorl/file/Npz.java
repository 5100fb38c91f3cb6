package org.whorl.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * NPZ, NumPy's archive of arrays: a zip file with a member {@code name.npy} for every array. May hold other members as well.
 *
 * @param files members that are not arrays, by name; written first, in the map's order
 * @param arrays the arrays by name, without {@code .npy}; names may have parts, {@code layer0/filters}
 */
public record Npz(Map<String, byte[]> files, Map<String, NpyArray> arrays) {
    /** The most members read. */
    public static final int MAX_MEMBERS = 4096;

    /** The most bytes read of members that are not arrays, together: 32 MiB, several times what 10,000 epochs of a checkpoint take. */
    public static final int MAX_FILE_BYTES = 1 << 25;

    private static final String ARRAY = ".npy";
    private static final int MAX_NAME = 200;

    /** “PK” 5 6, little-endian: the mark of a zip file's last record, of 22 bytes and a comment. */
    private static final int END_MARK = 0x06054b50;

    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;

    /** The earliest time a zip file can name, so that equal contents make equal bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Npz {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** Reads a file whose arrays have at most {@link Npy#MAX_VALUES} together. */
    public static Npz read(Path file) throws IOException {
        Npz archive;
        try (InputStream in = ReplacedFile.open(file)) {
            archive = read(file.toString(), in, Npy.MAX_VALUES);
        }
        // The members alone do not show that some are missing: what an archive holds stands at its end.
        int members = archive.files.size() + archive.arrays.size();
        if (directoryEntries(file) < members) {
            throw new NpyException(file
                    + ": expected a whole NumPy archive (.npz), found one that is cut short; get or make it again");
        }
        return archive;
    }

    /** How many members the archive's last record says there are; −1 where it has none, and so has lost its end. */
    private static int directoryEntries(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), END_RECORD + MAX_COMMENT);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(channel.size() - length);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            for (int at = length - END_RECORD; at >= 0; at--) {
                boolean record = end.getInt(at) == END_MARK;
                if (record && at + END_RECORD + (end.getShort(at + END_RECORD - 2) & 0xffff) == length) {
                    return end.getShort(at + 10) & 0xffff;
                }
            }
            return -1;
        }
    }

    /**
     * Reads an archive, compressed or not, with its members in any order.
     *
     * @param name of the file, for messages
     * @param maxValues refuses more values than that in all arrays together
     * @throws NpyException where it is anything else, naming file and member
     */
    public static Npz read(String name, InputStream in, long maxValues) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        long left = maxValues;
        int bytesLeft = MAX_FILE_BYTES;
        // Closing is left to whoever opened the stream.
        ZipInputStream zip = new ZipInputStream(new FilterInputStream(in) {
            @Override
            public void close() {}
        });
        try (zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String member = checkedName(name, entry.getName());
                if (!seen.add(member) || seen.size() > MAX_MEMBERS) {
                    throw new NpyException(name + ": expected at most " + MAX_MEMBERS + " members, each once, found "
                            + member + (seen.size() > MAX_MEMBERS ? " beyond them" : " twice"));
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (member.endsWith(ARRAY)) {
                    String key = member.substring(0, member.length() - ARRAY.length());
                    NpyArray array = Npy.read(name + ": " + key, zip, left);
                    left -= array.values().length;
                    arrays.put(key, array);
                } else {
                    byte[] bytes = zip.readNBytes(bytesLeft + 1);
                    if (bytes.length > bytesLeft) {
                        throw new NpyException(name + ": " + member + ": expected at most " + MAX_FILE_BYTES
                                + " bytes in all members that are no arrays, found more");
                    }
                    bytesLeft -= bytes.length;
                    files.put(member, bytes);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new NpyException(
                    name
                            + ": expected a whole NumPy archive (.npz) as numpy.savez writes it, found a damaged one or another kind of zip file",
                    e);
        }
        if (seen.isEmpty()) {
            throw new NpyException(name + ": expected a NumPy archive (.npz), found something else");
        }
        return new Npz(files, arrays);
    }

    /** A member's name, once it is known to stay inside whatever folder it might be unpacked to. */
    private static String checkedName(String file, String member) throws NpyException {
        boolean safe = !member.isEmpty()
                && member.length() <= MAX_NAME
                && member.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\' && c != ':')
                && !member.startsWith("/");
        for (String part : member.split("/", -1)) {
            safe &= !part.equals("..") && !part.equals(".");
        }
        if (!safe) {
            String shown =
                    member.substring(0, Math.min(member.length(), MAX_NAME)).replaceAll("\\p{Cntrl}", "?");
            throw new NpyException(file + ": expected members with plain relative names, found " + shown);
        }
        return member;
    }

    /** Writes a file: beside the target first, then moved. Equal contents make equal bytes. */
    public void write(Path file) throws IOException {
        ReplacedFile.write(file, this::write);
    }

    /** Writes the archive, not compressed: trained numbers hardly shrink, and deflate's bytes differ from machine to machine. */
    public void write(OutputStream out) throws IOException {
        write(out, ZipEntry.STORED);
    }

    /** Writes a compressed file, as {@code numpy.savez_compressed} does; for numbers that were rounded. */
    public void writeCompressed(Path file) throws IOException {
        ReplacedFile.write(file, out -> write(out, ZipEntry.DEFLATED));
    }

    private void write(OutputStream out, int method) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_COMPRESSION);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            write(zip, method, file.getKey(), file.getValue());
        }
        for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            write(zip, method, array.getKey() + ARRAY, Npy.bytes(array.getValue()));
        }
        zip.finish();
    }

    private static void write(ZipOutputStream zip, int method, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
