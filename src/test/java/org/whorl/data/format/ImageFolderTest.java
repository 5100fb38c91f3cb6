package org.whorl.data.format;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.picture.Picture;
import org.whorl.data.set.Datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageFolderTest {
    private static final ImageShape GREY = new ImageShape(1, 28, 28);

    @TempDir
    Path folder;

    /** A PNG whose header claims any size, with the right checksum but next to no data. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] png = Samples.picture(1, 1, Color.WHITE, "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    private void twoClasses(int images, Color one, Color two) {
        for (int i = 0; i < images; i++) {
            Samples.write(folder.resolve("one"), i + ".png", Samples.picture(10, 10, one, "png"));
            Samples.write(folder.resolve("two"), i + ".png", Samples.picture(10, 10, two, "png"));
        }
    }

    private TrainTest load(long seed) throws IOException {
        return Datasets.load("folder:" + folder, Optional.empty(), seed, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void readsEveryFormat(String format) throws Exception {
        Path file = Samples.write(folder, "picture", Samples.picture(40, 30, new Color(204, 51, 0), format));
        float[] values = Picture.read(file, new ImageShape(3, 8, 8));
        assertEquals(192, values.length);
        float tolerance = format.equals("jpg") ? 0.03f : 0.001f;
        assertEquals(0.8f, values[20], tolerance);
        assertEquals(0.2f, values[64 + 20], tolerance);
        assertEquals(0, values[128 + 20], tolerance);
    }

    @Test
    void takesTheMiddleAndAverages() throws Exception {
        BufferedImage wide = new BufferedImage(30, 10, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 10; y++) {
            for (int x = 10; x < 20; x++) {
                wide.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
            }
            wide.setRGB(9, y, 0xff0000);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(wide, "png", out);
        Path file = Samples.write(folder, "wide.png", out.toByteArray());
        float[] half = new float[25];
        Arrays.fill(half, 0.5f);
        assertArrayEquals(half, Picture.read(file, new ImageShape(1, 5, 5)), 1e-5f);
    }

    @Test
    void smallPicturesAreEnlargedAndLargeOnesReduced() throws Exception {
        Path small = Samples.write(folder, "small", Samples.picture(3, 3, Color.WHITE, "png"));
        Path large = Samples.write(folder, "large", Samples.picture(3000, 1000, Color.WHITE, "png"));
        for (Path file : List.of(small, large)) {
            float[] values = Picture.read(file, GREY);
            assertEquals(1, values[0], 1e-3f);
            assertEquals(1, values[783], 1e-3f);
        }
    }

    @Test
    void picturesOfMillionsOfPixelsASideAreRefusedBeforeTheyAreDecoded() {
        for (int[] size :
                new int[][] {{50_000, 50_000}, {50_000, 1}, {Integer.MAX_VALUE, Integer.MAX_VALUE}, {9000, 9000}}) {
            Path file = Samples.write(folder, "huge.png", pngThatClaims(size[0], size[1]));
            Refusal.of(() -> Picture.read(file, GREY), "huge.png", "at most 16384 pixels", size[0] + "x" + size[1]);
        }
    }

    @Test
    void filesThatAreNoPicturesOrDamaged() {
        byte[] whole = Samples.picture(40, 30, Color.RED, "png");
        Path text = Samples.write(folder, "text.png", "hello".getBytes());
        Path cut = Samples.write(folder, "cut.png", Arrays.copyOf(whole, 40));
        Path empty = Samples.write(folder, "empty.png", new byte[0]);
        Refusal.of(() -> Picture.read(text, GREY), "text.png", "another kind of file");
        Refusal.of(() -> Picture.read(cut, GREY), "cut.png", "damaged");
        Refusal.of(() -> Picture.read(empty, GREY), "empty.png", "empty file");
        Refusal.of(() -> Picture.read(folder, GREY), "something else");
    }

    @Test
    void greyFolderBecomes28AndColouredFolder32() throws Exception {
        twoClasses(5, Color.BLACK, Color.WHITE);
        TrainTest grey = load(1);
        assertEquals(GREY, grey.train().shape());
        assertEquals(List.of("one", "two"), grey.train().classNames());
        assertEquals(8, grey.train().size());
        assertEquals(2, grey.test().size());
        for (int i = 0; i < 8; i++) {
            assertEquals(grey.train().labels()[i], grey.train().pixels()[i * 784 + 400], 1e-3f);
        }
        Samples.write(folder.resolve("two"), "9.png", Samples.picture(10, 10, Color.GREEN, "png"));
        Files.delete(folder.resolve("two").resolve("0.png"));
        Files.delete(folder.resolve("two").resolve("1.png"));
        assertEquals(new ImageShape(3, 32, 32), load(1).train().shape());
    }

    @Test
    void splitFollowsTheSeedAndKeepsShares() throws Exception {
        for (int i = 0; i < 20; i++) {
            Samples.write(folder.resolve("one"), i + ".png", Samples.picture(9, 9, new Color(i, i, i), "png"));
            Samples.write(
                    folder.resolve("two"), i + ".png", Samples.picture(9, 9, new Color(99 + i, 99 + i, 99 + i), "png"));
        }
        TrainTest first = load(1);
        assertEquals(8, first.test().size());
        assertEquals(4, Arrays.stream(first.test().labels()).sum());
        assertArrayEquals(first.test().pixels(), load(1).test().pixels());
        assertTrue(!Arrays.equals(first.test().pixels(), load(2).test().pixels()));
        assertEquals(first.checksum(), load(2).checksum());
    }

    @Test
    void foldersCalledTrainAndTestAreTheSplit() throws Exception {
        for (String part : List.of("train", "test")) {
            for (String name : List.of("a", "b")) {
                Samples.write(folder.resolve(part).resolve(name), "0.png", Samples.picture(9, 9, Color.GRAY, "png"));
            }
        }
        Samples.write(folder.resolve("train").resolve("a"), "1.png", Samples.picture(9, 9, Color.GRAY, "png"));
        TrainTest set = load(1);
        assertEquals(List.of("a", "b"), set.train().classNames());
        assertEquals(3, set.train().size());
        assertEquals(2, set.test().size());
        Files.createDirectories(folder.resolve("test").resolve("c"));
        Refusal.of(() -> load(1), "test", "same classes");
    }

    @Test
    void whatCannotBeReadIsSkippedAndCounted() throws Exception {
        twoClasses(3, Color.BLACK, Color.WHITE);
        Path one = folder.resolve("one");
        Samples.write(one, "readme.txt", "about".getBytes());
        Samples.write(one, "cut.png", Arrays.copyOf(Samples.picture(9, 9, Color.RED, "png"), 30));
        Samples.write(one, "huge.png", pngThatClaims(50_000, 50_000));
        Samples.write(one, ".hidden", new byte[5]);
        Files.createDirectory(one.resolve("inner"));
        Samples.write(folder, "notes.txt", "beside the classes".getBytes());
        ImageFolder.Content content = ImageFolder.read(folder, Optional.empty(), Progress.NONE);
        assertEquals(6, content.images().size());
        assertEquals(4, content.skipped().size(), content.skipped().toString());
        List<String> said = new ArrayList<>();
        Datasets.load("folder:" + folder, Optional.empty(), 1, (what, done, total) -> said.add(what));
        assertTrue(said.stream().anyMatch(what -> what.startsWith("skipped 4 of")), said.toString());
    }

    @Test
    void foldersThatAreNoSets() throws Exception {
        Refusal.of(() -> load(1), folder.toString(), "found 0");
        Files.createDirectory(folder.resolve("one"));
        Refusal.of(() -> load(1), "from 2 to 1000", "found 1");
        Files.createDirectory(folder.resolve("two"));
        Refusal.of(() -> load(1), "one", "found none that can be read");
        twoClasses(1, Color.BLACK, Color.WHITE);
        Refusal.of(() -> load(1), "at least two images of a class");
        Refusal.of(
                () -> Datasets.load("folder:" + folder.resolve("nowhere"), Optional.empty(), 1, Progress.NONE),
                "nothing there");
        Path file = Samples.write(folder, "file", new byte[3]);
        Refusal.of(() -> Datasets.load("folder:" + file, Optional.empty(), 1, Progress.NONE), "a file");
    }

    @Test
    void canBeCancelled() {
        twoClasses(3, Color.BLACK, Color.WHITE);
        assertThrows(
                CancellationException.class,
                () -> ImageFolder.read(folder, Optional.empty(), (what, done, total) -> done < 2));
    }
}
