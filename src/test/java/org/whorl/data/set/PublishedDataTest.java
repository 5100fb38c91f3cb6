package org.whorl.data.set;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.whorl.data.Checksum;
import org.whorl.data.ImageShape;
import org.whorl.data.Moments;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.SetFormat;
import org.whorl.data.source.GzipStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The real sets, where there are copies: MNIST in {@code ../shared/data/mnist}, CIFAR-10 where the system property
 * {@code whorl.test.cifar10} says, or {@code ../shared/data/cifar10}.
 */
class PublishedDataTest {
    private static final Path MNIST = Path.of("..", "shared", "data", "mnist");

    private static final Path CIFAR = Path.of(System.getProperty("whorl.test.cifar10", "../shared/data/cifar10"));

    private static void needMnist() {
        assumeTrue(IdxSet.isAt(MNIST), "skipped: no copy of MNIST in " + MNIST);
    }

    @Test
    void mnistHasItsKnownNumbers() throws Exception {
        needMnist();
        DataCheck check = DataCheck.of(MNIST, Progress.NONE);
        DataCheck.Part train = check.parts().get(0);
        DataCheck.Part test = check.parts().get(1);
        assertEquals(60_000, train.images());
        assertEquals(10_000, test.images());
        assertEquals(new ImageShape(1, 28, 28), train.shape());
        assertEquals(0.1307, train.mean().get(0), 5e-5);
        assertEquals(0.3081, train.std().get(0), 5e-5);
        assertEquals(List.of(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949), train.classCounts());
        assertEquals(List.of(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009), test.classCounts());
    }

    @Test
    void mnistIsThePublishedOneBitForBit() throws Exception {
        needMnist();
        Map<String, String> unpacked = Map.of(
                "train-images-idx3-ubyte.gz", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                "train-labels-idx1-ubyte.gz", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                "t10k-images-idx3-ubyte.gz", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                "t10k-labels-idx1-ubyte.gz", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
        for (Map.Entry<String, String> file : unpacked.entrySet()) {
            Path path = MNIST.resolve(file.getKey());
            assumeTrue(Files.exists(path), "skipped: MNIST is unpacked here");
            byte[] own;
            byte[] reference;
            try (InputStream in = new GzipStream(path, Files.newInputStream(path))) {
                own = in.readAllBytes();
            }
            try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
                reference = in.readAllBytes();
            }
            assertEquals(-1, Arrays.mismatch(own, reference));
            MessageDigest digest = Checksum.sha256();
            digest.update(own);
            assertEquals(file.getValue(), Checksum.hex(digest), file.getKey());
        }
    }

    @Test
    void rotMnistHasTwelveAndFiftyThousandImages() throws Exception {
        needMnist();
        TrainTest set = Datasets.load("rot-mnist", Optional.of(MNIST), 1, Progress.NONE);
        assertEquals(12_000, set.train().size());
        assertEquals(50_000, set.test().size());
        double upright = 0.1307;
        assertEquals(upright, Moments.of(set.test()).mean()[0], 0.002);
    }

    @Test
    void cifarHasItsKnownNumbers() throws Exception {
        assumeTrue(
                Files.isDirectory(CIFAR) && SetFormat.CIFAR.isAt(CIFAR),
                "skipped: no unpacked copy of CIFAR-10 in " + CIFAR + " (set whorl.test.cifar10)");
        TrainTest set = Datasets.load("cifar10", Optional.of(CIFAR), 1, Progress.NONE);
        assertEquals(50_000, set.train().size());
        assertEquals(10_000, set.test().size());
        int[] counts = new int[10];
        Arrays.stream(set.train().labels()).forEach(label -> counts[label]++);
        assertEquals("[5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000]", Arrays.toString(counts));
        Moments moments = Moments.of(set.train());
        // Copies that were stored as JPEG differ from the original by less than this.
        assertEquals(0.4914, moments.mean()[0], 0.002);
        assertEquals(0.4822, moments.mean()[1], 0.002);
        assertEquals(0.4465, moments.mean()[2], 0.002);
        assertEquals(0.2470, moments.std()[0], 0.002);
    }
}
