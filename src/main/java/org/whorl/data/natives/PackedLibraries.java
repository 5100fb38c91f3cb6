package org.whorl.data.natives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.tukaani.xz.XZInputStream;
import org.whorl.file.ReplacedFile;

/**
 * Native libraries that the application image holds packed by xz, half as large as in a jar, unpacked when ND4J is used for the first time.
 * Where Whorl is not an image there are none, and nothing happens.
 */
public final class PackedLibraries {
    /** Names the folder with a folder for every jar, in it its libraries. */
    private static final String PACKED = "whorl.natives";

    /** Where JavaCPP looks besides its jars. */
    private static final String SEARCHED = "org.bytedeco.javacpp.platform.preloadpath";

    private static final String SUFFIX = ".xz";

    private PackedLibraries() {}

    /**
     * To be called before ND4J is used. Takes some seconds the first time, and none later.
     *
     * @throws IllegalStateException in one line, where they cannot be unpacked
     */
    public static synchronized void ready() {
        String packed = System.getProperty(PACKED);
        String cache = System.getProperty(NativeFolder.TENSORS);
        if (packed == null || cache == null || System.getProperty(SEARCHED) != null) {
            return;
        }
        try {
            List<Path> unpacked = unpack(Path.of(packed), Path.of(cache));
            System.setProperty(
                    SEARCHED,
                    String.join(
                            System.getProperty("path.separator"),
                            unpacked.stream().map(Path::toString).toList()));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Unpacks what is not there yet.
     *
     * @param packed a folder with a folder for every jar
     * @param cache where the same folders are made
     * @return the folders with libraries
     */
    static List<Path> unpack(Path packed, Path cache) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (!Files.isDirectory(packed)) {
            return folders;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(packed, Files::isDirectory)) {
            for (Path jar : jars) {
                Path folder = Files.createDirectories(
                        cache.resolve("unpacked").resolve(jar.getFileName().toString()));
                try (DirectoryStream<Path> libraries = Files.newDirectoryStream(jar, "*" + SUFFIX)) {
                    for (Path library : libraries) {
                        String name = library.getFileName().toString();
                        unpackOne(library, folder.resolve(name.substring(0, name.length() - SUFFIX.length())));
                    }
                }
                folders.add(folder);
            }
        }
        return folders;
    }

    private static void unpackOne(Path packed, Path file) throws IOException {
        // It is moved there when it is whole, into a folder that no other user can write.
        if (Files.exists(file)) {
            return;
        }
        try {
            ReplacedFile.write(file, out -> {
                try (InputStream in =
                        new XZInputStream(new BufferedInputStream(Files.newInputStream(packed), 1 << 16), -1)) {
                    in.transferTo(out);
                }
            });
        } catch (IOException e) {
            throw new IOException(
                    packed + ": expected a library to unpack to " + file + ", found: " + e.getMessage()
                            + "; make room there, or install Whorl again",
                    e);
        }
    }
}
