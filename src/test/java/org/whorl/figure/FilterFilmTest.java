package org.whorl.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FilterFilmTest {
    @TempDir
    Path folder;

    private static FilterFilm film(int channels) {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(channels, 28, 28), 10, new CyclicGroup(4))
                .withFilters(16);
        return new FilterFilm(
                "run",
                List.of(0, 1, 2, 5),
                epoch -> Parameters.initial(spec, epoch),
                1,
                Layout.ORBIT,
                Scaling.BANK,
                Palette.BLUE_ORANGE,
                null);
    }

    @Test
    void theLossGrowsBesideTheFiltersWithinTheAxesOfTheWhole() throws IOException {
        FilterFilm plain = film(1);
        Series loss = new Series("training loss", SeriesStyle.FIRST, new double[] {1, 2, 5}, new double[] {2, 1, 0.5});
        Path folderOfPictures = folder.resolve("frames");
        new FilterFilm(
                        plain.title(),
                        plain.epochs(),
                        plain.filters(),
                        plain.layer(),
                        plain.layout(),
                        plain.scaling(),
                        plain.palette(),
                        loss)
                .write(folderOfPictures, 5, FigureOptions.pixels(600), Progress.NONE);
        long inkBefore = 0;
        for (int epoch : plain.epochs()) {
            BufferedImage frame = ImageIO.read(folderOfPictures
                    .resolve(String.format(Locale.ROOT, "epoch-%05d.png", epoch))
                    .toFile());
            long ink = 0;
            for (int y = 0; y < frame.getHeight(); y++) {
                for (int x = 310; x < 600; x++) {
                    ink += (frame.getRGB(x, y) & 0xffffff) == 0x2f6fb2 ? 1 : 0;
                }
            }
            assertTrue(ink > inkBefore || epoch == 0 && ink == 0, "epoch " + epoch + " has " + ink);
            inkBefore = ink;
        }
    }

    /** Skipped where there is no ffmpeg. */
    @Test
    void aVideoIsWrittenWhereThereIsAnEncoder() throws Exception {
        boolean encoder;
        try {
            encoder = new ProcessBuilder("ffmpeg", "-version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            encoder = false;
        }
        Path video = folder.resolve("film.mp4");
        if (encoder) {
            film(1).write(video, 5, FigureOptions.pixels(301), Progress.NONE);
            byte[] head = new byte[8];
            try (var in = Files.newInputStream(video)) {
                in.readNBytes(head, 0, 8);
            }
            assertEquals("ftyp", new String(head, 4, 4, StandardCharsets.US_ASCII));
        } else {
            Exception refused = assertThrows(
                    IOException.class, () -> film(1).write(video, 5, FigureOptions.pixels(301), Progress.NONE));
            assertTrue(refused.getMessage().contains("expected the program ffmpeg"), refused.getMessage());
        }
    }

    @Test
    void aGifHasEveryEpochRepeatsAndSaysWhatItIs() throws IOException {
        Path gif = folder.resolve("film.gif");
        film(1).write(gif, 5, FigureOptions.pixels(500).with("Settings", "λ 0.5"), Progress.NONE);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertEquals(4, reader.getNumImages(true));
            for (int i = 0; i < 4; i++) {
                assertEquals(500, reader.getWidth(i));
                assertEquals(reader.getHeight(0), reader.getHeight(i));
                IIOMetadataNode root =
                        (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals(i == 3 ? "200" : "20", control.getAttribute("delayTime"));
            }
        } finally {
            reader.dispose();
        }
        String bytes = new String(Files.readAllBytes(gif), StandardCharsets.UTF_8);
        assertTrue(bytes.contains("NETSCAPE2.0") && bytes.contains("Settings: λ 0.5"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing unfinished is left");
        }
    }

    @Test
    void coloursOfFramesAreNearThoseOfThePicture() throws IOException {
        Path gif = folder.resolve("film.gif");
        Path pictures = folder.resolve("pictures");
        FigureOptions options = FigureOptions.pixels(400);
        film(1).write(gif, 5, options, Progress.NONE);
        film(1).write(pictures, 5, options, Progress.NONE);
        BufferedImage first = ImageIO.read(gif.toFile());
        BufferedImage expected =
                ImageIO.read(pictures.resolve("epoch-00000.png").toFile());
        assertEquals(expected.getHeight(), first.getHeight());
        for (int y = 0; y < first.getHeight(); y += 3) {
            for (int x = 0; x < first.getWidth(); x += 3) {
                for (int shift = 0; shift < 24; shift += 8) {
                    int difference = (first.getRGB(x, y) >> shift & 255) - (expected.getRGB(x, y) >> shift & 255);
                    assertTrue(Math.abs(difference) <= 24, x + ", " + y + ": " + difference);
                }
            }
        }
        assertTrue(Files.exists(pictures.resolve("epoch-00005.png")));
    }

    @Test
    void filtersInColourCanBeFilmedToo() throws IOException {
        Path gif = folder.resolve("colour.gif");
        film(3).write(gif, 10, FigureOptions.pixels(300), Progress.NONE);
        assertEquals(300, ImageIO.read(gif.toFile()).getWidth());
    }

    @Test
    void aCancelledFilmLeavesNothingBehind() throws IOException {
        Path gif = folder.resolve("film.gif");
        assertThrows(CancellationException.class, () -> film(1).write(
                        gif, 5, FigureOptions.pixels(300), (what, done, total) -> done < 2));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
