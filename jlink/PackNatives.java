import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Takes the largest native libraries out of the jars of the application image and packs them by xz, half as large: PackNatives JARS.
 * JARS/natives has a folder for every such jar then, which org.whorl.data.natives.PackedLibraries unpacks.
 */
final class PackNatives {
    private static final long LARGE = 50L << 20;

    private PackNatives() {}

    public static void main(String[] arguments) throws IOException {
        Path jars = Path.of(arguments[0]);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(jars, "nd4j-native-*.jar")) {
            for (Path jar : all) {
                pack(jar, jars.resolve("natives"));
            }
        }
    }

    private static void pack(Path jar, Path natives) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        Path rest = jar.resolveSibling(name + ".rest");
        boolean packed = false;
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rest))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getSize() > LARGE) {
                        String library = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                        Path file = Files.createDirectories(natives.resolve(name)).resolve(library + ".xz");
                        try (OutputStream small = new XZOutputStream(Files.newOutputStream(file), options(name))) {
                            in.transferTo(small);
                        }
                        packed = true;
                        System.out.println(library + ": " + (entry.getCompressedSize() >> 20) + " MiB in its jar, "
                                + (Files.size(file) >> 20) + " MiB packed");
                    } else {
                        ZipEntry same = new ZipEntry(entry.getName());
                        same.setTime(entry.getTime());
                        out.putNextEntry(same);
                        in.transferTo(out);
                    }
                }
            }
        }
        if (packed) {
            Files.move(rest, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(rest);
        }
    }

    private static FilterOptions[] options(String name) throws IOException {
        LZMA2Options lzma = new LZMA2Options(3);
        return name.endsWith("x86_64") ? new FilterOptions[] {new X86Options(), lzma} : new FilterOptions[] {lzma};
    }
}
