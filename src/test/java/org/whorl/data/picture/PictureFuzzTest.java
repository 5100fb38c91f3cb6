package org.whorl.data.picture;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

/** Pictures of every kind that are spoilt. */
class PictureFuzzTest {
    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    @TempDir
    Path folder;

    private static List<byte[]> named(String extension) throws Exception {
        List<byte[]> all = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(PictureTest.class.getResourceAsStream("pictures.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                boolean whole = !name.startsWith("cut") && !name.startsWith("empty") && !name.startsWith("text");
                if (whole && name.endsWith(extension)) {
                    all.add(zip.readAllBytes());
                }
            }
        }
        return all;
    }

    /** Those that can be read. */
    private List<byte[]> good(String extension) throws Exception {
        List<byte[]> good = new ArrayList<>();
        for (byte[] bytes : named(extension)) {
            Path file = Files.write(folder.resolve("one"), bytes);
            try {
                Picture.read(file, COLOUR);
                good.add(bytes);
            } catch (DataException e) {
                // Some are of kinds that are not read.
                continue;
            }
        }
        return good;
    }

    /** With the right sums a spoilt chunk of a PNG file gets past the first check. */
    private static byte[] sealed(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        for (int at = 8; at + 12 <= png.length; ) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
        return png;
    }

    @ParameterizedTest
    @CsvSource({".png, 5000", ".jpg, 5000", ".gif, 3000", ".bmp, 4000", ".tif, 5000"})
    void spoiltPicturesAreRefusedOrRead(String extension, int whole) throws Exception {
        List<byte[]> good = good(extension);
        Feeding feeding = new Feeding(folder, "picture" + extension);
        Feeding.Way way = (bytes, random) -> {
            byte[] spoilt = Spoiling.bytes(good.get(random.nextInt(good.size())), random);
            return extension.equals(".png") && spoilt.length > 8 && random.nextInt(4) > 0 ? sealed(spoilt) : spoilt;
        };
        feeding.feed(whole, 1, good.get(0), way, file -> Picture.read(file, COLOUR));
        feeding.finish();
    }
}
