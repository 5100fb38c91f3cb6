package org.whorl.data.picture;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.DataException;
import org.whorl.data.ImageShape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureTest {
    private static final ImageShape GREY = new ImageShape(1, 28, 28);
    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);
    private static final double STEP = 1 / 255.0;

    @TempDir
    Path folder;

    /** Pictures of every kind as Pillow and ImageMagick write them, and those that are damaged. */
    private Map<String, Path> cases() throws IOException {
        Map<String, Path> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(PictureTest.class.getResourceAsStream("pictures.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), Files.write(folder.resolve(entry.getName()), zip.readAllBytes()));
            }
        }
        return files;
    }

    /** The means of the upright middle square on white by Pillow 9.4: as mode L, and red, green and blue as mode RGB. */
    private static List<String[]> pillow() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(PictureTest.class.getResourceAsStream("pictures.tsv"), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> line.split("\t")).toList();
        }
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    @Test
    void everyKindOfPictureHasTheMeansThatPillowGivesItOrIsRefused() throws Exception {
        Map<String, Path> files = cases();
        List<String> wrong = new ArrayList<>();
        for (String[] expected : pillow()) {
            Path file = files.get(expected[0]);
            if (expected[1].equals("SKIP")) {
                assertThrows(DataException.class, () -> Picture.read(file, GREY), expected[0]);
                continue;
            }
            float[] grey = Picture.read(file, GREY);
            float[] colour = Picture.read(file, COLOUR);
            double[] means = {
                mean(grey, 0, 784), mean(colour, 0, 1024), mean(colour, 1024, 2048), mean(colour, 2048, 3072)
            };
            for (int i = 0; i < means.length; i++) {
                if (Math.abs(means[i] - Double.parseDouble(expected[i + 1])) > STEP) {
                    wrong.add(expected[0] + ": " + Arrays.toString(means) + ", Pillow " + Arrays.toString(expected));
                    break;
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyExifOrientationShowsTheSameAsTheTurnedPicture() throws Exception {
        Map<String, Path> files = cases();
        ImageShape small = new ImageShape(3, 9, 9);
        float[] upright = Picture.read(files.get("e1.png"), small);
        for (int o = 2; o <= 8; o++) {
            float[] read = Picture.read(files.get("e" + o + ".png"), small);
            float[] expected = new float[upright.length];
            for (int i = 0; i < upright.length; i++) {
                int y = i % 81 / 9;
                int x = i % 9;
                int fromY = o == 3 || o == 4 ? 8 - y : o == 5 || o == 8 ? x : o == 2 ? y : 8 - x;
                int fromX = o == 2 || o == 3 ? 8 - x : o == 4 ? x : o == 5 || o == 6 ? y : 8 - y;
                expected[i] = upright[i / 81 * 81 + fromY * 9 + fromX];
            }
            assertArrayEquals(expected, read, 1e-6f, "orientation " + o);
            assertArrayEquals(read, Picture.read(files.get("e" + o + ".tif"), small), 1e-6f, "TIFF " + o);
        }
    }

    @Test
    void stripesAreAveragedWhateverTheirPhase() throws Exception {
        for (int phase : new int[] {0, 4, 7}) {
            BufferedImage image = new BufferedImage(1008, 1008, BufferedImage.TYPE_BYTE_GRAY);
            for (int x = phase; x < 1008; x += 9) {
                for (int y = 0; y < 1008; y++) {
                    image.getRaster().setSample(x, y, 0, 255);
                }
            }
            Path file = folder.resolve(phase + ".png");
            ImageIO.write(image, "png", file.toFile());
            for (float value : Picture.read(file, GREY)) {
                assertEquals(1 / 9.0, value, 1e-5);
            }
        }
    }

    @Test
    void inkOnTransparencyIsInkOnPaperUnlessBlackIsAskedFor() throws Exception {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 2, 0xff000000);
        image.setRGB(4, 2, 0x80ffffff);
        Path file = folder.resolve("ink.png");
        ImageIO.write(image, "png", file.toFile());
        float[] white = Picture.read(file, GREY);
        assertEquals(0, white[2 * 28 + 3]);
        assertEquals(783, Math.round(784 * mean(white, 0, 784)));
        float[] black = Picture.read(file, GREY, Ground.BLACK);
        assertEquals(128 / 255f, black[2 * 28 + 4], 1e-6f);
        assertEquals(128 / 255.0, 784 * mean(black, 0, 784), 1e-4);
    }

    @Test
    void enlargingKeepsTheMeanAndStaysWithinBlackAndWhite() {
        float[] checks = {0, 1, 0, 1, 1, 0, 0, 0.2f, 1};
        for (int[] size : new int[][] {{28, 28}, {31, 7}, {2, 50}}) {
            float[] large = Resampler.keepingMean(checks, 3, 3, size[0], size[1]);
            assertEquals(mean(checks, 0, 9), mean(large, 0, large.length), 1e-5);
            for (float value : large) {
                assertTrue(value >= 0 && value <= 1);
            }
        }
    }
}
