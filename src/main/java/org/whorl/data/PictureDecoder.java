package org.whorl.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.FileImageInputStream;

/** Decodes whole picture files, of sizes that are checked before anything is decoded; what is cut short is refused. */
final class PictureDecoder {
    private static final int TIFF_ORIENTATION = 274;
    private static final int BMP_HEAD = 54;

    /** Bytes that a decoded pixel takes, with what decoders keep beside it. */
    private static final int BYTES_A_PIXEL = 8;

    private PictureDecoder() {}

    /**
     * Decodes the first picture of a file.
     *
     * @param ground what shows through where the picture is transparent, 0 to 1
     */
    static DecodedPicture decode(Path file, float ground) throws DataException {
        SourceFile.requireReadable(file);
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataException(
                        file + ": expected a PNG, JPEG, GIF, BMP or TIFF picture, found another kind of file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, false);
                checkSize(file, reader.getWidth(0), reader.getHeight(0));
                return decode(file, reader, ground);
            } finally {
                reader.dispose();
            }
        } catch (DataException e) {
            throw e.getMessage().startsWith(file.toString()) ? e : new DataException(file + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            // The JDK's decoders throw many kinds of unchecked exceptions on damaged files.
            throw new DataException(file + ": expected a whole picture, found damaged data", e);
        }
    }

    private static DecodedPicture decode(Path file, ImageReader reader, float ground) throws IOException {
        switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
            case "jpeg":
                JpegMarkers markers;
                try (InputStream stream = Files.newInputStream(file)) {
                    markers = JpegMarkers.of(stream);
                }
                if (!markers.whole()) {
                    throw new DataException(file + ": expected a whole picture, found one that is cut short");
                }
                return DecodedPicture.of(reader.readRaster(0, null), markers);
            case "png":
                byte[] exif;
                try (InputStream stream = Files.newInputStream(file)) {
                    exif = Orientation.exifOfPng(stream);
                }
                return DecodedPicture.of(reader.read(0), Orientation.ofExif(exif), ground);
            case "bmp":
                checkWhole(file);
                return DecodedPicture.of(reader.read(0), Orientation.UPRIGHT, ground);
            case "tif", "tiff":
                return DecodedPicture.of(reader.read(0), orientation(reader.getImageMetadata(0)), ground);
            default:
                return DecodedPicture.of(reader.read(0), Orientation.UPRIGHT, ground);
        }
    }

    private static void checkSize(Path file, int width, int height) throws DataException {
        long pixels = (long) width * height;
        if (width > Picture.MAX_SIDE || height > Picture.MAX_SIDE || pixels > Picture.MAX_PIXELS) {
            throw new DataException(file + ": expected a picture of at most " + Picture.MAX_SIDE + " pixels a side and "
                    + Picture.MAX_PIXELS / 1_000_000 + " million in all, found " + width + "x" + height
                    + "; make it smaller");
        }
        long room = Runtime.getRuntime().maxMemory() / 2;
        if (pixels * BYTES_A_PIXEL > room) {
            throw new DataException(file + ": expected a picture that fits into memory, found " + width + "x" + height
                    + "; make it smaller, or give Java more memory with WHORL_JAVA_OPTS=-Xmx4g");
        }
    }

    private static Orientation orientation(IIOMetadata metadata) throws IOException {
        TIFFField field = TIFFDirectory.createFromMetadata(metadata).getTIFFField(TIFF_ORIENTATION);
        return field == null ? Orientation.UPRIGHT : Orientation.of(field.getAsInt(0));
    }

    /** The JDK's decoder of BMP fills up what a file lacks with black. */
    private static void checkWhole(Path file) throws IOException {
        byte[] bytes = new byte[BMP_HEAD];
        try (InputStream in = Files.newInputStream(file)) {
            bytes = Arrays.copyOf(bytes, Math.max(BMP_HEAD, in.readNBytes(bytes, 0, BMP_HEAD)));
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long offset = head.getInt(10) & 0xffffffffL;
        boolean old = head.getInt(14) == 12;
        long width = old ? head.getShort(18) & 0xffff : head.getInt(18);
        long height = old ? head.getShort(20) & 0xffff : Math.abs((long) head.getInt(22));
        int bits = old ? head.getShort(24) : head.getShort(28);
        int packing = old ? 0 : head.getInt(30);
        // Runs may be of any length: how many bytes they take, the file says, or does not.
        long size = packing == 1 || packing == 2 ? head.getInt(34) : (width * bits + 31) / 32 * 4 * height;
        if (Files.size(file) < offset + size) {
            throw new DataException(file + ": expected a whole picture, found one that is cut short");
        }
    }
}
