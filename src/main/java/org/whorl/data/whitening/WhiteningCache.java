package org.whorl.data.whitening;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.file.ReplacedFile;

/**
 * Keeps fitted whitenings on disk, each under the SHA-256 of the pixels and ε that it follows from. A file that cannot be
 * read, or is not what was written, counts as absent; one that cannot be written costs only the time to fit again.
 */
final class WhiteningCache {
    /** How many whitenings are kept; of CIFAR-10's size each takes 36 MiB. */
    static final int KEPT = 8;

    private static final int FORMAT = 0x57485a31;
    private static final String SUFFIX = ".zca";
    /** After so long no process is writing any more. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;

    WhiteningCache(Path folder) {
        this.folder = folder;
    }

    /** Fits where nothing is kept. */
    @FunctionalInterface
    interface Fit {
        Preparation fit() throws DataException;
    }

    /** The kept whitening of this set and ε, or a new one, which is then kept. */
    Preparation get(Dataset dataset, double epsilon, Progress progress, Fit fit) throws DataException {
        progress.report("looking for a kept whitening", 0, -1);
        Path file = folder.resolve(key(dataset, epsilon) + SUFFIX);
        Optional<Preparation> kept = read(file, dataset.shape(), epsilon);
        if (kept.isPresent()) {
            return kept.get();
        }
        Preparation fitted = fit.fit();
        write(file, fitted);
        return fitted;
    }

    static String key(Dataset dataset, double epsilon) {
        MessageDigest digest = Checksum.sha256();
        ImageShape shape = dataset.shape();
        digest.update(ByteBuffer.allocate(24)
                .putInt(FORMAT)
                .putInt(shape.channels())
                .putInt(shape.height())
                .putInt(shape.width())
                .putDouble(epsilon)
                .array());
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        float[] pixels = dataset.pixels();
        for (int from = 0; from < pixels.length; ) {
            int count = Math.min(bytes.capacity() / Float.BYTES, pixels.length - from);
            bytes.asFloatBuffer().put(pixels, from, count);
            digest.update(bytes.array(), 0, count * Float.BYTES);
            from += count;
        }
        return Checksum.hex(digest);
    }

    private static Optional<Preparation> read(Path file, ImageShape shape, double epsilon) {
        int channels = shape.channels();
        int size = shape.size();
        if (size > ZcaFit.MAX_DIMENSIONS || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = Checksum.sha256();
        try (DataInputStream in = new DataInputStream(
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest))) {
            if (in.readInt() != FORMAT) {
                return Optional.empty();
            }
            float[] mean = floats(in, channels);
            float[] std = floats(in, channels);
            float[] center = floats(in, size);
            float[] whitening = floats(in, size * size);
            byte[] expected = digest.digest();
            if (!Arrays.equals(expected, in.readNBytes(expected.length)) || in.read() >= 0) {
                return Optional.empty();
            }
            // The newest are kept, where being used counts.
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(new Preparation(shape, mean, std, center, whitening, epsilon));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float[] values = new float[count];
        byte[] bytes = new byte[1 << 16];
        for (int from = 0; from < count; ) {
            int step = Math.min(bytes.length / Float.BYTES, count - from);
            in.readFully(bytes, 0, step * Float.BYTES);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(values, from, step);
            from += step;
        }
        return values;
    }

    private void write(Path file, Preparation fitted) {
        try {
            Files.createDirectories(folder);
            ReplacedFile.write(file, stream -> {
                MessageDigest digest = Checksum.sha256();
                DataOutputStream out = new DataOutputStream(new DigestOutputStream(stream, digest));
                out.writeInt(FORMAT);
                for (float[] values : List.of(fitted.mean(), fitted.std(), fitted.center(), fitted.whitening())) {
                    writeFloats(values, out);
                }
                out.write(digest.digest());
            });
            prune();
        } catch (IOException e) {
            // A cache that cannot be written costs only the time to fit again.
            return;
        }
    }

    private static void writeFloats(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        for (int from = 0; from < values.length; ) {
            int step = Math.min(bytes.capacity() / Float.BYTES, values.length - from);
            bytes.asFloatBuffer().put(values, from, step);
            out.write(bytes.array(), 0, step * Float.BYTES);
            from += step;
        }
    }

    /** Keeps the newest, and nothing of what a killed process left half-written. */
    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted(Comparator.comparing(WhiteningCache::lastUsed).reversed())
                    .toList();
        }
        FileTime old = FileTime.from(Instant.now().minus(ABANDONED));
        int kept = 0;
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean surplus = name.endsWith(SUFFIX) && ++kept > KEPT;
            if (surplus || name.endsWith(".part") && lastUsed(file).compareTo(old) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime lastUsed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
