package org.whorl.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file that is whole whenever it is there: written beside its place and forced to the disk, then moved to it. Neither a process that is
 * killed nor a power failure leaves half of one.
 */
public final class ReplacedFile {
    private static final Pattern PART = Pattern.compile(
            "\\..+\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.part", Pattern.DOTALL);

    private ReplacedFile() {}

    /** Writes a file's bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                // Or a power failure could leave the new name with none of its bytes.
                channel.force(true);
            }
            move(part, target);
        } catch (FileSystemException e) {
            throw new NpyException(file + ": expected a place to write to, found " + FileProblem.found(e), e);
        } catch (IOException e) {
            // A full disk says so without a name; what knows more has a class of its own.
            throw e.getClass() == IOException.class
                    ? new NpyException(file + ": expected room to write to, found: " + e.getMessage(), e)
                    : e;
        } finally {
            deleteQuietly(part);
        }
    }

    /** Moves a file or folder in one step, in place of a file that is there, and returns when that is on the disk. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(to.toAbsolutePath().getParent());
    }

    /** Returns when the names in a folder are on the disk, where the system can promise that; Windows opens no folder. */
    public static void forceFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Deletes what writers that were killed left half-written in a folder. For whoever alone writes there. */
    public static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path part : parts) {
                if (PART.matcher(part.getFileName().toString()).matches()) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** What is told is why the file could not be written, not why there is nothing to clear away. */
    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            return;
        }
    }

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new NpyException(file + ": expected a file, found a folder");
        }
        try {
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        } catch (FileSystemException e) {
            throw new NpyException(file + ": expected a readable file, found " + FileProblem.found(e), e);
        }
    }
}
