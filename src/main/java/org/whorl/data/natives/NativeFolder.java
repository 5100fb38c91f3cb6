package org.whorl.data.natives;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.whorl.data.CacheFolder;

/**
 * Where the native libraries of ND4J and JavaFX are unpacked to. Both load whatever lies there under the right name, size and date; left to
 * themselves they choose, where home cannot be written, a folder that anybody may make before. So it is {@code natives} in the
 * {@link CacheFolder}, which no other user may write, or else one that is made anew and deleted at the end.
 */
public final class NativeFolder {
    static final String TENSORS = "org.bytedeco.javacpp.cachedir";
    private static final String WINDOW = "javafx.cachedir";
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");

    private NativeFolder() {}

    /**
     * Tells the libraries, unless the caller has told them already. To be called before any of them is used.
     *
     * @param say hears in one line why a folder that is there is not used
     */
    public static void use(Consumer<String> say) {
        if (System.getProperty(TENSORS) != null && System.getProperty(WINDOW) != null) {
            return;
        }
        try {
            Path folder = choose(CacheFolder.path().resolve("natives"), say);
            System.setProperty(TENSORS, System.getProperty(TENSORS, folder.toString()));
            System.setProperty(
                    WINDOW, System.getProperty(WINDOW, folder.resolve("javafx").toString()));
        } catch (IOException e) {
            say.accept("found no place to unpack native libraries to: " + e.getMessage()
                    + "; name a folder of yours by WHORL_CACHE");
        }
    }

    /**
     * The folder that is wanted where that is safe, or a new one.
     *
     * @throws IOException where there is no room for either
     */
    static Path choose(Path wanted, Consumer<String> say) throws IOException {
        try {
            make(wanted);
            Optional<String> problem = problem(wanted, me(wanted));
            if (problem.isEmpty()) {
                return wanted;
            }
            say.accept(problem.get());
        } catch (IOException e) {
            // Home cannot be written, which is no fault: a new folder does as well.
            return temporary();
        }
        return temporary();
    }

    /** Makes it for this user alone; who made what is there already is asked later. */
    private static void make(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        if (hasPermissions(folder.getParent())) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(MINE));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static boolean hasPermissions(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Who owns what this process writes there. */
    private static UserPrincipal me(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    /** Why a folder cannot be trusted, in one line; empty where it can. */
    static Optional<String> problem(Path folder, UserPrincipal me) throws IOException {
        String expected = folder + ": expected a folder for native libraries that only you can write, found ";
        String instead = "; a new one is used instead: delete it, or name another by WHORL_CACHE";
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(expected + "a link or file" + instead);
        }
        UserPrincipal owner = Files.getOwner(folder);
        if (!owner.equals(me)) {
            return Optional.of(expected + "one of " + owner.getName() + instead);
        }
        if (hasPermissions(folder)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of(expected + PosixFilePermissions.toString(permissions) + instead);
            }
        }
        return Optional.empty();
    }

    /** A folder of a name that could not be known before, for this user alone. */
    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("whorl-natives-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "whorl-natives"));
        return folder;
    }

    /** What cannot be deleted, since Windows still has it open, stays. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, IOException problem) throws IOException {
                    Files.deleteIfExists(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return;
        }
    }
}
