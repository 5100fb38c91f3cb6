package org.whorl.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * NPZ, NumPy's archive of arrays: a zip file with a member {@code name.npy} for every array. May hold other members as well.
 *
 * @param files members that are not arrays, by name; written first, in the map's order. A member that is an array of a single text is read as one of
 *     these, in UTF-8, under its name with {@code .npy}, and written as one
 * @param arrays the arrays by name, without {@code .npy}; names may have parts, {@code layer0/filters}
 */
public record Npz(Map<String, byte[]> files, Map<String, NpyArray> arrays) {
    /** The most members read. */
    public static final int MAX_MEMBERS = 4096;

    /**
     * The most bytes read of members that are not arrays, together: 32 MiB, several times what 10,000 epochs of a checkpoint take, and no
     * more than a thirty-second of the heap.
     */
    public static final int MAX_FILE_BYTES = (int) Memory.atMost(1 << 25, 32);

    private static final String ARRAY = ".npy";
    private static final int MAX_NAME = 200;

    /** The earliest time a zip file can name, so that equal contents make equal bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Npz {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** Reads a file whose arrays have at most {@link Npy#MAX_VALUES} together. */
    public static Npz read(Path file) throws IOException {
        return read(file, member -> true);
    }

    /**
     * The same without members that are of no use, which are not even unpacked.
     *
     * @param wanted by the member's name, {@code .npy} included
     */
    public static Npz read(Path file, Predicate<String> wanted) throws IOException {
        return read(file, wanted, Npy.MAX_VALUES);
    }

    /**
     * The same.
     *
     * @param maxValues refuses more values than that in all arrays together
     */
    public static Npz read(Path file, Predicate<String> wanted, long maxValues) throws IOException {
        String name = file.toString();
        try (InputStream in = ReplacedFile.open(file)) {
            if (in.read() < 0) {
                throw new NpyException(name + ": expected a NumPy archive (.npz), found an empty file");
            }
        }
        // By the directory at its end, which an archive that is cut short has lost, and which says sizes where the
        // members do not.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Members members = new Members(name, maxValues);
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (members.begins(entry) && wanted.test(entry.getName())) {
                    // The JDK checks sums of what it reads from front to back, not by the directory.
                    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                        members.read(entry.getName(), in);
                        in.transferTo(OutputStream.nullOutputStream());
                        if (in.getChecksum().getValue() != entry.getCrc()) {
                            throw new ZipException(entry.getName() + " is damaged");
                        }
                    }
                }
            }
            return members.whole();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(name, e);
        } catch (OutOfMemoryError e) {
            // It is bounded, but what else goes on needs memory as well.
            throw new NpyException(
                    name + ": expected an archive that fits into memory, found too little left; close other work, or"
                            + " give Java more memory (-Xmx)",
                    e);
        }
    }

    private static NpyException damaged(String name, Exception e) {
        return new NpyException(
                name + ": expected a whole NumPy archive (.npz) as numpy.savez writes it, found a damaged one, one that"
                        + " is cut short or another kind of file; get or make it again",
                e);
    }

    /**
     * Reads an archive, compressed or not, with its members in any order.
     *
     * @param name of the file, for messages
     * @param wanted by the member's name, {@code .npy} included
     * @param maxValues refuses more values than that in all arrays together
     * @throws NpyException where it is anything else, naming file and member
     */
    public static Npz read(String name, InputStream in, Predicate<String> wanted, long maxValues) throws IOException {
        Members members = new Members(name, maxValues);
        // Closing is left to whoever opened the stream.
        ZipInputStream zip = new ZipInputStream(new FilterInputStream(in) {
            @Override
            public void close() {}
        });
        try (zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (members.begins(entry) && wanted.test(entry.getName())) {
                    members.read(entry.getName(), zip);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(name, e);
        }
        return members.whole();
    }

    /** What is read of an archive, within its bounds. */
    private static final class Members {
        private final String name;
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final Map<String, NpyArray> arrays = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();
        private long valuesLeft;
        private int bytesLeft = MAX_FILE_BYTES;

        Members(String name, long maxValues) {
            this.name = name;
            valuesLeft = maxValues;
        }

        /** Whether the entry is one to read, once its name is known to be a good one. */
        boolean begins(ZipEntry entry) throws NpyException {
            String member = checkedName(name, entry.getName());
            if (!seen.add(member) || seen.size() > MAX_MEMBERS) {
                throw new NpyException(name + ": expected at most " + MAX_MEMBERS + " members, each once, found "
                        + member + (seen.size() > MAX_MEMBERS ? " beyond them" : " twice"));
            }
            return !entry.isDirectory();
        }

        void read(String member, InputStream in) throws IOException {
            if (!member.endsWith(ARRAY)) {
                keep(member, in.readNBytes(bytesLeft + 1));
                return;
            }
            String key = member.substring(0, member.length() - ARRAY.length());
            NpyHeader header;
            try {
                header = Npy.header(name + ": " + key, in);
            } catch (NpyException e) {
                // Of a type that no reader asks for, an object's for instance; one that does is told that it is
                // missing.
                if (e.getMessage().contains(NpyHeader.NUMBERS_OR_TEXT)) {
                    return;
                }
                throw e;
            }
            if (header.type().isText()) {
                if (header.shape().stream().allMatch(dimension -> dimension == 1)) {
                    keep(
                            member,
                            Npy.readText(name + ": " + key, in, header, bytesLeft)
                                    .getBytes(StandardCharsets.UTF_8));
                }
                return;
            }
            NpyArray array = Npy.read(name + ": " + key, in, header, valuesLeft);
            valuesLeft -= array.values().length;
            arrays.put(key, array);
        }

        private void keep(String member, byte[] bytes) throws NpyException {
            if (bytes.length > bytesLeft) {
                throw new NpyException(name + ": " + member + ": expected at most " + MAX_FILE_BYTES
                        + " bytes in all members that are no arrays, found more");
            }
            bytesLeft -= bytes.length;
            files.put(member, bytes);
        }

        Npz whole() throws NpyException {
            if (seen.isEmpty()) {
                throw new NpyException(name + ": expected a NumPy archive (.npz), found something else");
            }
            return new Npz(files, arrays);
        }
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
            boolean text = file.getKey().endsWith(ARRAY) && !Npy.isArray(file.getValue());
            write(zip, method, file.getKey(), text ? Npy.textBytes(file.getValue()) : file.getValue());
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
