package org.whorl.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

/** The command about data sets. */
class DataCommandTest {
    @TempDir
    Path folder;

    @Test
    void dataCheckCountsWhatAFolderHolds() throws IOException {
        for (String part : List.of("train", "t10k")) {
            int images = part.equals("train") ? 4 : 2;
            byte[] pixels = new byte[16 + images * 784];
            System.arraycopy(
                    new byte[] {0, 0, 8, 3, 0, 0, 0, (byte) images, 0, 0, 0, 28, 0, 0, 0, 28}, 0, pixels, 0, 16);
            byte[] labels = new byte[8 + images];
            System.arraycopy(new byte[] {0, 0, 8, 1, 0, 0, 0, (byte) images}, 0, labels, 0, 8);
            labels[8] = 1;
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels);
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels);
        }
        Map<String, Object> json =
                whorl("data", "check", folder, "--json").succeeded().json();
        Map<?, ?> train = (Map<?, ?>) ((List<?>) json.get("parts")).get(0);
        assertEquals(4, train.get("images"));
        assertEquals("1x28x28", train.get("shape"));
        assertEquals(List.of(3, 1), ((List<?>) train.get("class_counts")).subList(0, 2));
        assertEquals(List.of(0.0), train.get("mean"));
    }

    @Test
    void dataCheckCountsWhatIsForTrainingAndWhatForTesting() throws IOException {
        for (String name : List.of("train/a/1", "train/a/2", "train/b/1", "test/a/1", "test/b/1")) {
            Path file = folder.resolve("pictures").resolve(name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", file.toFile());
        }
        List<?> parts = (List<?>) whorl("data", "check", folder.resolve("pictures"), "--json")
                .succeeded()
                .json()
                .get("parts");
        assertEquals(
                List.of(3, 2),
                parts.stream().map(p -> ((Map<?, ?>) p).get("images")).toList());
    }

    @Test
    void dataListNamesEverySetAndWhetherItIsThere() throws IOException {
        List<?> sets =
                (List<?>) whorl("data", "list", "--json").succeeded().json().get("sets");
        Map<?, ?> digits = (Map<?, ?>) sets.get(0);
        assertEquals("digits", digits.get("name"));
        assertEquals(true, digits.get("available"));
        assertEquals(1437, digits.get("train"));
        assertEquals(360, digits.get("test"));
        assertEquals(
                List.of("digits", "leaves", "shapes", "atoms", "mnist", "rot-mnist", "fashion-mnist", "cifar10"),
                sets.stream().map(set -> ((Map<?, ?>) set).get("name")).toList());
    }

    @Test
    void aFolderWithoutDataIsNamedInOneLine() {
        Ran ran = whorl("data", "check", folder.resolve("nowhere"));
        assertEquals(1, ran.exit());
        assertEquals(1, ran.errorLines().size(), ran.err());
        assertTrue(ran.err().contains("nowhere"), ran.err());
    }
}
