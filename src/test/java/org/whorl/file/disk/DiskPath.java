package org.whorl.file.disk;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A place on a {@link Disk}. */
final class DiskPath implements Path {
    private final Disk disk;
    private final Path real;

    DiskPath(Disk disk, Path real) {
        this.disk = disk;
        this.real = real;
    }

    static Path real(Path path) {
        return path instanceof DiskPath wrapped ? wrapped.real : path;
    }

    private Path wrapped(Path path) {
        return path == null ? null : new DiskPath(disk, path);
    }

    @Override
    public FileSystem getFileSystem() {
        return disk;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrapped(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrapped(real.getFileName());
    }

    @Override
    public Path getParent() {
        return wrapped(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrapped(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return wrapped(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return wrapped(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrapped(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrapped(real.relativize(real(other)));
    }

    /** What reads through it is not watched, as reading changes nothing. */
    @Override
    public File toFile() {
        return real.toFile();
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return wrapped(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return wrapped(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] kinds, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiskPath path && path.real.equals(real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
