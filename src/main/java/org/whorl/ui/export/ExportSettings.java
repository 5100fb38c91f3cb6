package org.whorl.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.Theme;
import org.whorl.file.ReplacedFile;
import org.whorl.file.SettingsFile;
import org.whorl.file.StrictJson;

/**
 * How pictures are written, as it was last chosen.
 *
 * @param format of the file
 * @param onPaper whether the size is in centimetres; otherwise in pixels
 * @param centimetres width on paper
 * @param dpi pixels an inch of what is on paper
 * @param pixels width of what is not
 * @param dark whether lines and letters are light, on a dark ground
 * @param transparent whether the ground is left out
 * @param beside whether numbers get a file beside them that says where they came from
 * @param captionBelow whether captions stand in pictures, below them
 * @param folder where the last file went, and the next dialog begins; null before there was one
 */
public record ExportSettings(
        Format format,
        boolean onPaper,
        double centimetres,
        double dpi,
        int pixels,
        boolean dark,
        boolean transparent,
        boolean beside,
        boolean captionBelow,
        String folder) {
    /** Formats of pictures. */
    public enum Format {
        PNG,
        SVG,
        PDF;

        /** The ending of a file's name, without its dot. */
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A PNG as wide as a text column, for print, on light ground whatever the screen shows. */
    public static final ExportSettings DEFAULT =
            new ExportSettings(Format.PNG, true, 16, 300, 1920, false, false, true, false, null);

    private static final int MOST_BYTES = 1 << 16;
    private static final JsonMapper JSON = StrictJson.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The same for a figure.
     *
     * @throws IllegalArgumentException where a size is out of its range
     */
    public FigureOptions options() {
        FigureOptions size = onPaper ? FigureOptions.centimetres(centimetres, dpi) : FigureOptions.pixels(pixels);
        return size.withTheme(dark ? Theme.DARK : Theme.LIGHT).withTransparent(transparent);
    }

    /** The same, and the last file went there. */
    ExportSettings withFolder(Path newFolder) {
        return new ExportSettings(
                format,
                onPaper,
                centimetres,
                dpi,
                pixels,
                dark,
                transparent,
                beside,
                captionBelow,
                newFolder.toAbsolutePath().toString());
    }

    ExportSettings withBeside(boolean wanted) {
        return new ExportSettings(
                format, onPaper, centimetres, dpi, pixels, dark, transparent, wanted, captionBelow, folder);
    }

    /** Where the last file went; empty before there was one. */
    Optional<Path> lastFolder() {
        return Optional.ofNullable(folder).map(Path::of);
    }

    /** A number as people write it. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** What was chosen last time; what cannot be understood is put aside and said. */
    static SettingsFile.Found<ExportSettings> read(Path file) {
        return SettingsFile.read(file, f -> {
            ExportSettings read = StrictJson.read(JSON, f, MOST_BYTES, ExportSettings.class, "how to export");
            if (read.format == null) {
                throw new IllegalArgumentException("format: expected PNG, SVG or PDF, found none");
            }
            read.options();
            // A place that can be none on this system says so here.
            read.lastFolder();
            return read;
        });
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = JSON.writeValueAsBytes(this);
        ReplacedFile.write(file, out -> out.write(bytes));
    }
}
