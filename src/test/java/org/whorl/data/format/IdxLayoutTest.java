package org.whorl.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.set.DataCheck;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.FoundSet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class IdxLayoutTest {
    @TempDir
    Path folder;

    /** Images of 2×2 whose pixels are 0, 1, 2, 3, and labels. */
    private void files(Path to, String train, String test, boolean inFolders) {
        for (String part : List.of(train, test)) {
            for (String kind : List.of("images-idx3-ubyte", "labels-idx1-ubyte")) {
                byte[] header = kind.startsWith("images") ? IdxFile.header(2, 2, 2) : IdxFile.header(2);
                byte[] content = kind.startsWith("images") ? new byte[] {0, 1, 2, 3, 0, 1, 2, 3} : new byte[] {0, 1};
                byte[] whole = new byte[header.length + content.length];
                System.arraycopy(header, 0, whole, 0, header.length);
                System.arraycopy(content, 0, whole, header.length, content.length);
                Samples.write(inFolders ? to.resolve(part + kind) : to, part + kind, whole);
            }
        }
    }

    private static void assertPixels(TrainTest set, float... times255) {
        float[] expected = new float[8];
        for (int i = 0; i < 8; i++) {
            expected[i] = times255[i % 4] / 255;
        }
        assertArrayEquals(expected, set.test().pixels(), 1e-7f);
    }

    @Test
    void aFolderAFileIsFoundAndRead() throws Exception {
        files(folder, "train-", "t10k-", true);
        FoundSet found = FoundSet.of(List.of(folder));
        assertPixels(Datasets.load(found.name(), found.folder(), 1, Progress.NONE), 0, 1, 2, 3);
        assertEquals(2, DataCheck.of(folder, Progress.NONE).parts().size());
    }

    @Test
    void theOnlyPartOfEmnistIsTurnedUpright() throws Exception {
        files(folder, "emnist-letters-train-", "emnist-letters-test-", false);
        assertPixels(Datasets.load("idx:" + folder, Optional.empty(), 1, Progress.NONE), 0, 2, 1, 3);
        assertEquals(2, DataCheck.of(folder, Progress.NONE).parts().size());
    }

    @Test
    void ofSeveralPartsOfEmnistOneIsToBeNamed() throws Exception {
        files(folder, "emnist-letters-train-", "emnist-letters-test-", false);
        files(folder, "emnist-digits-train-", "emnist-digits-test-", false);
        Refusal.of(
                () -> Datasets.load("idx:" + folder, Optional.empty(), 1, Progress.NONE),
                "emnist-digits, emnist-letters");
        Path part = folder.resolve("emnist-digits");
        assertPixels(Datasets.load("idx:" + part, Optional.empty(), 1, Progress.NONE), 0, 2, 1, 3);
        assertEquals(2, DataCheck.of(part, Progress.NONE).parts().size());
        Refusal.of(() -> DataCheck.of(folder, Progress.NONE), "emnist-digits, emnist-letters");
    }

    @Test
    void cifar100IsCalledWhatItIs() {
        Samples.write(folder, "train.bin", new byte[9]);
        Samples.write(folder, "test.bin", new byte[9]);
        Refusal.of(() -> DataCheck.of(folder, Progress.NONE), "found CIFAR-100");
        Refusal.of(() -> FoundSet.of(List.of(folder)), "found CIFAR-100");
    }
}
