package org.whorl.file.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;

/**
 * The machine's own file system with a listener in between, which hears of every operation that changes something before it is done, and may
 * throw instead: an {@link IOException} for a disk at fault, an {@link Error} for a process that is killed at that moment.
 */
public final class Disk extends FileSystem {
    /** Who stands in between. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param operation “open”, “write”, “force”, “move”, “delete”, “folder”
         * @param file that it is done to; the target of a move
         */
        void before(String operation, Path file) throws IOException;
    }

    private final FileSystem real = FileSystems.getDefault();
    private final Watcher watcher;
    private final DiskProvider provider = new DiskProvider(this);

    public Disk(Watcher watcher) {
        this.watcher = watcher;
    }

    /** A place of the machine's own file system, as it is reached through this one. */
    public Path path(Path place) {
        return new DiskPath(this, place);
    }

    void before(String operation, Path file) throws IOException {
        watcher.before(operation, file);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = real.getPathMatcher(pattern);
        return path -> matcher.matches(DiskPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
