package org.whorl.ui.model.input;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.data.picture.Picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureFileTest {
    @TempDir
    Path folder;

    private Path leftHalfOrange(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(255, 128, 0));
        g.fillRect(0, 0, width / 2, height);
        g.dispose();
        Path file = folder.resolve("half.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void coloursComeInTheOrderRedGreenBlue() throws IOException {
        CodeInput read = PictureFile.read(leftHalfOrange(64, 64), new ImageShape(3, 32, 32));
        int left = 16 * 32 + 4;
        assertEquals(1, read.pixels()[left], 0.01);
        assertEquals(0.5, read.pixels()[1024 + left], 0.01);
        assertEquals(0, read.pixels()[2048 + left], 0.01);
        assertEquals(0, read.pixels()[16 * 32 + 28], 0.01, "the right half is black");
    }

    @Test
    void greyIsTheLuminanceOfTheCentredSquare() throws IOException {
        CodeInput read = PictureFile.read(leftHalfOrange(200, 100), new ImageShape(1, 28, 28));
        assertEquals(0.299 + 0.587 * 128 / 255, read.pixels()[14 * 28 + 2], 0.01);
        assertEquals(0, read.pixels()[14 * 28 + 25], 0.01);
    }

    @Test
    void somethingElseIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no picture");
        Exception refused = assertThrows(DataException.class, () -> PictureFile.read(file, new ImageShape(1, 28, 28)));
        assertTrue(refused.getMessage().contains("notes.txt: expected a PNG"), refused.getMessage());
    }

    @Test
    void windowAndCommandsSeeTheSameValues() throws IOException {
        for (ImageShape shape : new ImageShape[] {new ImageShape(1, 28, 28), new ImageShape(3, 32, 32)}) {
            Path file = leftHalfOrange(300, 200);
            assertArrayEquals(
                    Picture.read(file, shape), PictureFile.read(file, shape).pixels());
        }
    }
}
