package org.whorl.ui.model.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;

/** Small sets on disk, made from the digits that come with Whorl. */
public final class SetFiles {
    private SetFiles() {}

    /** A folder of PNG pictures, a sub-folder each for noughts and ones. */
    public static Path pictures(Path folder, int each) throws IOException {
        Dataset digits = digits().train();
        int[] left = {each, each};
        for (int i = 0; i < digits.size(); i++) {
            int label = digits.labels()[i];
            if (label > 1 || left[label]-- <= 0) {
                continue;
            }
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            for (int p = 0; p < 784; p++) {
                image.getRaster().setSample(p % 28, p / 28, 0, Math.round(255 * digits.pixels()[i * 784 + p]));
            }
            Path file = folder.resolve(label == 0 ? "nought" : "one").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        return folder;
    }

    /** Four files in MNIST's format. */
    public static Path idx(Path folder) throws IOException {
        Files.createDirectories(folder);
        TrainTest set = digits();
        write(folder, "train", set.train());
        write(folder, "t10k", set.test());
        return folder;
    }

    /** CIFAR-10's six batches of 10,000 records, of noise. */
    public static Path cifar(Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] batch = new byte[10_000 * 3073];
        new Random(1).nextBytes(batch);
        for (int record = 0; record < 10_000; record++) {
            batch[record * 3073] = (byte) (record % 10);
        }
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), batch);
        }
        Files.write(folder.resolve("test_batch.bin"), batch);
        return folder;
    }

    private static void write(Path folder, String name, Dataset set) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + set.pixels().length);
        images.putInt(0x0803).putInt(set.size()).putInt(28).putInt(28);
        for (float pixel : set.pixels()) {
            images.put((byte) Math.round(255 * pixel));
        }
        ByteBuffer labels = ByteBuffer.allocate(8 + set.size());
        labels.putInt(0x0801).putInt(set.size());
        for (int label : set.labels()) {
            labels.put((byte) label);
        }
        Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.array());
    }

    private static TrainTest digits() throws IOException {
        return Datasets.load("digits", Optional.empty(), 1, Progress.NONE);
    }
}
