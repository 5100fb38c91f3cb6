package org.whorl.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is whole whenever it is there: written beside its place, then moved to it. */
public final class ReplacedFile {
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
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
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
