package org.whorl.data.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.whorl.data.DataException;
import org.whorl.data.source.SourceFile;
import org.whorl.file.Memory;

/** Brings a picture file into memory, once it is known to be whole and of a size that fits. */
final class PictureDecoder {
    /** What a file begins with says what it is; its name does not. */
    private enum Format {
        PNG(0x89, 'P', 'N', 'G', 13, 10, 26, 10),
        JPEG(0xff, 0xd8, 0xff),
        GIF('G', 'I', 'F', '8'),
        BMP('B', 'M'),
        TIFF('I', 'I', 42, 0),
        TIFF_BIG('M', 'M', 0, 42);

        private final byte[] mark;

        Format(int... mark) {
            this.mark = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                this.mark[i] = (byte) mark[i];
            }
        }

        boolean begins(byte[] file) {
            return file.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(file, mark.length));
        }

        ImageReader reader() {
            String name = this == TIFF_BIG ? "tiff" : name().toLowerCase(Locale.ROOT);
            return ImageIO.getImageReadersByFormatName(name).next();
        }
    }

    /** A picture as stored, and how it is to be turned. */
    record Decoded(Pixels pixels, Orientation orientation) {}

    private static final String DAMAGED = ": expected a whole picture, found damaged data";

    private static final String UNKNOWN =
            ": expected a kind of this format that is read, found another one; save it as PNG";

    private final String name;
    private final Ground ground;
    private byte[] bytes;
    private String warning;

    private PictureDecoder(String name, byte[] bytes, Ground ground) {
        this.name = name;
        this.bytes = bytes;
        this.ground = ground;
    }

    /**
     * Reads the first picture of a file.
     *
     * @throws DataException where it is no picture, is damaged, cut short or too large
     */
    static Decoded decode(Path file, Ground ground) throws DataException {
        long size = SourceFile.requireReadable(file);
        long most = Memory.atMost(Picture.MAX_FILE_BYTES, 16);
        if (size > most) {
            throw new DataException(file + ": expected a picture of at most " + (most >> 20) + " MiB, found "
                    + (size >> 20) + " MiB; make it smaller");
        }
        try {
            return new PictureDecoder(file.toString(), Files.readAllBytes(file), ground).decode();
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw e instanceof FileSystemException
                    ? SourceFile.explain(file, e)
                    : new DataException(file + (isUnknownKind(e) ? UNKNOWN : DAMAGED), e);
        } catch (RuntimeException e) {
            // The JDK's decoders throw many kinds of unchecked exceptions on damaged files.
            throw new DataException(file + DAMAGED, e);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    file + ": expected a picture that fits into memory, found a larger one; make it smaller", e);
        }
    }

    private static boolean isUnknownKind(IOException e) {
        String why = String.valueOf(e.getMessage());
        return why.contains("not supported") || why.contains("nsupported");
    }

    private Decoded decode() throws IOException {
        for (Format format : Format.values()) {
            if (format.begins(bytes)) {
                return decode(format);
            }
        }
        throw new DataException(name + ": expected a PNG, JPEG, GIF, BMP or TIFF picture, found another kind of file");
    }

    private Decoded decode(Format format) throws IOException {
        Orientation orientation = Orientation.UPRIGHT;
        int inks = 0;
        boolean ycck = false;
        boolean whole = true;
        Optional<int[]> palette = Optional.empty();
        switch (format) {
            case PNG -> {
                PngChunks chunks = PngChunks.of(bytes);
                whole = chunks.isWhole();
                orientation = chunks.orientation();
                bytes = chunks.plain();
            }
            case JPEG -> {
                JpegSegments segments = JpegSegments.of(bytes);
                whole = segments.isWhole();
                orientation = segments.orientation();
                inks = segments.colours();
                ycck = segments.isYcck();
                bytes = whole ? segments.plain() : bytes;
            }
            case BMP -> whole = BitmapHeader.isWhole(bytes);
            case TIFF, TIFF_BIG -> {
                TiffTags tags = TiffTags.of(bytes, 0, bytes.length);
                whole = tags.isWhole();
                orientation = tags.orientation();
                palette = tags.palette();
            }
            default -> {}
        }
        if (!whole) {
            throw new DataException(name + DAMAGED + " or an end that is missing; get it again");
        }
        ImageReader reader = format.reader();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, format != Format.GIF);
            reader.addIIOReadWarningListener((source, text) -> warning = text);
            checkSize(reader, format == Format.JPEG ? inks : 4);
            Pixels pixels = inks == 4
                    ? Pixels.ofInks(reader.readRaster(0, null), ycck)
                    : Pixels.of(name, image(reader, format), ground);
            boolean damaged = format == Format.JPEG
                    && warning != null
                    && (warning.contains("remature") || warning.contains("bad"));
            if (damaged) {
                throw new DataException(name + DAMAGED + " (" + warning + ")");
            }
            return new Decoded(palette.isPresent() ? pixels.withPalette(palette.get()) : pixels, orientation);
        } finally {
            reader.dispose();
        }
    }

    private void checkSize(ImageReader reader, int bytesPerPixel) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width > Picture.MAX_SIDE || height > Picture.MAX_SIDE || pixels > Picture.MAX_PIXELS) {
            throw new DataException(name + ": expected a picture of at most " + Picture.MAX_SIDE + " pixels a side and "
                    + Picture.MAX_PIXELS / 1_000_000 + " million in all, found " + width + "x" + height
                    + "; make it smaller");
        }
        long most = Memory.atMost(Long.MAX_VALUE, 4);
        if (pixels * bytesPerPixel > most) {
            throw new DataException(name + ": expected a picture of at most " + (most >> 20) + " MiB in memory, found "
                    + width + "x" + height + "; make it smaller, or give Java more memory (-Xmx)");
        }
    }

    private static BufferedImage image(ImageReader reader, Format format) throws IOException {
        BufferedImage image = reader.read(0);
        return format == Format.GIF ? onScreen(reader, image) : image;
    }

    /** A GIF's first frame where it belongs; around it is what is transparent, or the first colour, as in Pillow. */
    private static BufferedImage onScreen(ImageReader reader, BufferedImage frame) throws IOException {
        int[] screen = numbers(
                reader.getStreamMetadata(), "LogicalScreenDescriptor", "logicalScreenWidth", "logicalScreenHeight");
        int[] place = numbers(reader.getImageMetadata(0), "ImageDescriptor", "imageLeftPosition", "imageTopPosition");
        boolean fills =
                place[0] == 0 && place[1] == 0 && screen[0] <= frame.getWidth() && screen[1] <= frame.getHeight();
        int width = Math.max(screen[0], place[0] + frame.getWidth());
        int height = Math.max(screen[1], place[1] + frame.getHeight());
        if (fills || (long) width * height > Memory.atMost(Picture.MAX_PIXELS, 8)) {
            return frame;
        }
        IndexColorModel colours = (IndexColorModel) frame.getColorModel();
        int around = Math.max(0, colours.getTransparentPixel());
        WritableRaster raster = colours.createCompatibleWritableRaster(width, height);
        int[] row = new int[raster.getWidth()];
        Arrays.fill(row, around);
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.setSamples(0, y, row.length, 1, 0, row);
        }
        raster.setRect(place[0], place[1], frame.getRaster());
        return new BufferedImage(colours, raster, false, null);
    }

    private static int[] numbers(IIOMetadata metadata, String element, String... attributes) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList found = root.getElementsByTagName(element);
        NamedNodeMap values = found.item(0).getAttributes();
        return Arrays.stream(attributes)
                .mapToInt(a -> Integer.parseInt(values.getNamedItem(a).getNodeValue()))
                .toArray();
    }
}
