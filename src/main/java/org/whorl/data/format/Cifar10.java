package org.whorl.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Limits;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.source.SourceFile;

/**
 * Reads the binary version of CIFAR-10: six batches of records, each a label byte and 3,072 pixel bytes (red, green and
 * blue plane, row by row), from a folder or straight from the publisher's {@code .tar.gz}, which is not unpacked to disk.
 */
public final class Cifar10 {
    /** The batches, the last of which is the test set. */
    static final List<String> NAMES = List.of(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin",
            "test_batch.bin");

    static final ImageShape SHAPE = new ImageShape(3, 32, 32);

    /** Records in every batch. */
    static final int RECORDS = 10_000;

    private static final int RECORD = 1 + SHAPE.size();
    private static final int TRAIN_BATCHES = 5;
    private static final int CHUNK = 250;

    /** Gives bytes, exactly as many as asked for. */
    @FunctionalInterface
    private interface Bytes {
        void read(byte[] out, int length) throws IOException;
    }

    private final Path path;
    private final int records;
    private final List<String> classNames;
    private final Progress progress;
    private final float[][] pixels;
    private final int[][] labels;
    private int batchesRead;

    private Cifar10(Path path, int records, List<String> classNames, Progress progress) {
        this.path = path;
        this.records = records;
        this.classNames = classNames;
        this.progress = progress;
        this.pixels = new float[2][];
        this.labels = new int[2][];
    }

    /** Whether there are all six batches in this folder, or this is a file that may be the archive. */
    static boolean isAt(Path path) {
        return Files.isRegularFile(path) || NAMES.stream().allMatch(name -> Files.isRegularFile(path.resolve(name)));
    }

    /** Whether this folder holds the Python version, which is made of pickles and not read: unpickling runs what the file says. */
    public static boolean isPythonVersion(Path folder) {
        return Files.isRegularFile(folder.resolve("data_batch_1")) && Files.isRegularFile(folder.resolve("test_batch"));
    }

    /** Whether this folder holds CIFAR-100, binary or for Python. */
    public static boolean isCifar100(Path folder) {
        return Files.isRegularFile(folder.resolve("train.bin")) && Files.isRegularFile(folder.resolve("test.bin"))
                || Files.isRegularFile(folder.resolve("fine_label_names.txt"));
    }

    /** What to do about the Python version. */
    public static String insteadOfPython(Path folder) {
        return "found the Python version in " + folder
                + ", which is not read; get the binary version, cifar-10-binary.tar.gz";
    }

    /**
     * Reads the folder or archive.
     *
     * @param records how many records a batch must have: {@link #RECORDS}, but for tests
     * @return the set; its checksum is over the bytes of the five training batches and the test batch, in order
     */
    static TrainTest read(Path path, int records, List<String> classNames, Progress progress) throws IOException {
        Limits.checkFits(path, (long) records * NAMES.size(), SHAPE.size());
        Cifar10 reader = new Cifar10(path, records, classNames, progress);
        if (Files.isDirectory(path)) {
            reader.readFolder();
        } else {
            reader.readArchive();
        }
        Dataset train = new Dataset(SHAPE, reader.pixels[0], reader.labels[0], classNames);
        Dataset test = new Dataset(SHAPE, reader.pixels[1], reader.labels[1], classNames);
        MessageDigest digest = Checksum.sha256();
        hash(train, digest);
        hash(test, digest);
        return new TrainTest("cifar10", train, test, Checksum.hex(digest));
    }

    private void readFolder() throws IOException {
        for (int batch = 0; batch < NAMES.size(); batch++) {
            Path file = path.resolve(NAMES.get(batch));
            long expected = (long) records * RECORD;
            try (SourceFile source = SourceFile.open(file, Checksum.sha256())) {
                if (source.isGzip() ? source.mostBytes() < expected : source.mostBytes() != expected) {
                    throw wrongSize(file.toString(), source.mostBytes());
                }
                readBatch(file.toString(), batch, (out, length) -> source.readFully(out, length, expected));
                source.expectEnd();
            }
        }
    }

    private void readArchive() throws IOException {
        Set<Integer> found = new HashSet<>();
        try (TarArchive tar = TarArchive.open(path)) {
            for (Optional<TarArchive.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
                String name = next.get().name();
                int batch = NAMES.indexOf(name.substring(name.lastIndexOf('/') + 1));
                if (batch < 0) {
                    continue;
                }
                String where = path + " (" + NAMES.get(batch) + ")";
                if (!found.add(batch)) {
                    throw new DataException(where + ": expected it once, found it twice; get the archive again");
                }
                if (next.get().size() != (long) records * RECORD) {
                    throw wrongSize(where, next.get().size());
                }
                readBatch(where, batch, tar::readFully);
            }
        }
        for (int batch = 0; batch < NAMES.size(); batch++) {
            if (!found.contains(batch)) {
                throw new DataException(path + ": expected the binary version of CIFAR-10, found no " + NAMES.get(batch)
                        + " in it; get cifar-10-binary.tar.gz, not the Python version");
            }
        }
    }

    /**
     * Unpacks the batches of the publisher's archive into a folder.
     *
     * @throws DataException where the archive has not exactly the six batches, each of the right size
     */
    static void unpack(Path archive, Path folder, Progress progress) throws IOException {
        int done = 0;
        try (TarArchive tar = TarArchive.open(archive)) {
            for (Optional<TarArchive.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
                String name = next.get().name().substring(next.get().name().lastIndexOf('/') + 1);
                if (!NAMES.contains(name)) {
                    continue;
                }
                try (OutputStream out = Files.newOutputStream(folder.resolve(name), StandardOpenOption.CREATE_NEW)) {
                    byte[] chunk = new byte[1 << 16];
                    for (long left = next.get().size(); left > 0; ) {
                        int step = (int) Math.min(chunk.length, left);
                        tar.readFully(chunk, step);
                        out.write(chunk, 0, step);
                        left -= step;
                        if (!progress.report(
                                "unpacking " + name,
                                next.get().size() - left,
                                next.get().size())) {
                            throw new CancellationException();
                        }
                    }
                }
                done++;
            }
        }
        if (done != NAMES.size()) {
            throw new DataException(archive + ": expected " + NAMES.size() + " batches, found " + done);
        }
    }

    private void readBatch(String where, int batch, Bytes bytes) throws IOException {
        int part = batch < TRAIN_BATCHES ? 0 : 1;
        if (pixels[part] == null) {
            int images = records * (part == 0 ? TRAIN_BATCHES : 1);
            pixels[part] = new float[images * SHAPE.size()];
            labels[part] = new int[images];
        }
        int first = part == 0 ? batch * records : 0;
        byte[] chunk = new byte[Math.min(CHUNK, records) * RECORD];
        for (int done = 0; done < records; done += CHUNK) {
            if (!progress.report("reading CIFAR-10", (long) batchesRead * records + done, 6L * records)) {
                throw new CancellationException();
            }
            int count = Math.min(CHUNK, records - done);
            bytes.read(chunk, count * RECORD);
            for (int record = 0; record < count; record++) {
                int image = first + done + record;
                int label = chunk[record * RECORD] & 0xff;
                if (label >= classNames.size()) {
                    throw new DataException(where + ": expected labels from 0 to " + (classNames.size() - 1)
                            + ", found " + label + " in record " + (done + record) + "; get the file again");
                }
                labels[part][image] = label;
                int from = record * RECORD + 1;
                int to = image * SHAPE.size();
                for (int i = 0; i < SHAPE.size(); i++) {
                    pixels[part][to + i] = (chunk[from + i] & 0xff) / 255f;
                }
            }
        }
        batchesRead++;
    }

    /** Hashes what the files held, so that a folder and an archive of the same set have the same checksum. */
    private static void hash(Dataset set, MessageDigest digest) {
        byte[] record = new byte[RECORD];
        for (int image = 0; image < set.size(); image++) {
            record[0] = (byte) set.labels()[image];
            for (int i = 0; i < SHAPE.size(); i++) {
                record[i + 1] = (byte) Math.round(set.pixels()[image * SHAPE.size() + i] * 255);
            }
            digest.update(record);
        }
    }

    private DataException wrongSize(String where, long found) {
        return new DataException(where + ": expected " + (long) records * RECORD + " bytes (" + records + " records of "
                + RECORD + "), found " + found + "; the file is cut short or damaged, get it again");
    }
}
