package org.whorl.data.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.DataException;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.KerasArchiveTest;
import org.whorl.data.format.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a person drops onto the window or opens is recognised by what it is, and never changed. */
class FoundSetTest {
    @TempDir
    Path folder;

    private static TrainTest load(FoundSet found) throws IOException {
        return Datasets.load(found.name(), found.folder(), 1, Progress.NONE);
    }

    private void refused(List<Path> paths, String... words) throws IOException {
        var before = content();
        String message =
                assertThrows(DataException.class, () -> FoundSet.of(paths)).getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.contains("expected") && message.contains("found"), message);
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
        assertEquals(before, content(), "nothing changed on disk");
    }

    private TreeMap<String, Long> content() throws IOException {
        TreeMap<String, Long> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                content.put(path.toString(), Files.getLastModifiedTime(path).toMillis());
            }
        }
        return content;
    }

    @Test
    void aFolderOfClassFolders() throws IOException {
        Files.createDirectories(folder.resolve("pets/cats"));
        Files.createDirectories(folder.resolve("pets/dogs"));
        assertEquals(
                new FoundSet("folder:" + folder.resolve("pets"), Optional.empty()),
                FoundSet.of(List.of(folder.resolve("pets"))));
    }

    @Test
    void fourFilesInMnistsFormatThatAreNotMnistAreReadAsWhatTheyAre() throws IOException {
        Samples.writeIdxSet(folder, 12, 7);
        TrainTest set = load(FoundSet.of(List.of(folder)));
        assertEquals(12, set.train().size());
        assertEquals(7, set.test().size());
        assertEquals("idx:" + folder, set.name());
        List<Path> each;
        try (Stream<Path> files = Files.list(folder)) {
            each = files.toList();
        }
        assertEquals(set.name(), FoundSet.of(each).name(), "the four files together");
        assertEquals(set.name(), FoundSet.of(each.subList(0, 1)).name(), "one of the four");
    }

    @Test
    void mnistIsToldByItsTestLabels() throws IOException {
        Path mnist = Path.of("..", "shared", "data", "mnist");
        assumeTrue(IdxSet.isAt(mnist), "skipped: no copy of MNIST in " + mnist);
        assertEquals(new FoundSet("mnist", Optional.of(mnist.toAbsolutePath())), FoundSet.of(List.of(mnist)));
    }

    @Test
    void imagesAndLabelsInAnyOrder() throws IOException {
        Path images = Samples.write(folder, "some-images", Samples.idxImages(20, 5, 4));
        Path labels = Samples.write(folder, "their labels.gz", Samples.gzip(Samples.idxLabels(20, 2)));
        FoundSet found = FoundSet.of(List.of(labels, images));
        assertEquals(FoundSet.of(List.of(images, labels)), found);
        TrainTest set = load(found);
        assertEquals(20, set.train().size() + set.test().size());
        assertEquals(new ImageShape(1, 5, 4), set.train().shape());
    }

    @Test
    void oneOfAPairFindsTheOtherBesideIt() throws IOException {
        Path images = Samples.write(folder, "my-images-idx3-ubyte", Samples.idxImages(20, 5, 4));
        refused(List.of(images), images.toString(), "images and their labels together", "only images");
        Path labels = Samples.write(folder, "my-labels-idx1-ubyte", Samples.idxLabels(20, 2));
        assertEquals(
                "idx:" + images + "," + labels, FoundSet.of(List.of(images)).name());
        assertEquals(
                "idx:" + images + "," + labels, FoundSet.of(List.of(labels)).name());
    }

    @Test
    void cifarAsAFolderAndAsAnArchive() throws IOException {
        Path batches = folder.resolve("cifar-10-batches-bin");
        Samples.writeCifar(batches, 1);
        assertEquals(new FoundSet("cifar10", Optional.of(batches)), FoundSet.of(List.of(batches)));
        assertEquals(new FoundSet("cifar10", Optional.of(batches)), FoundSet.of(List.of(folder)), "the folder above");
        Path archive = Samples.write(folder, "any name", Samples.gzip(Samples.cifarTar(1)));
        assertEquals(new FoundSet("cifar10", Optional.of(archive)), FoundSet.of(List.of(archive)));
    }

    @Test
    void kerasArchive() throws IOException {
        Path archive = Samples.write(folder, "mnist.npz", KerasArchiveTest.archive(5, 3));
        assertEquals(new FoundSet("mnist", Optional.of(archive)), FoundSet.of(List.of(archive)));
    }

    @Test
    void whatIsNoSetIsRefusedInOneLineThatNamesIt() throws IOException {
        Path text = Samples.write(folder, "notes.txt", "not a set".getBytes());
        refused(List.of(text), text.toString(), "another kind of file");
        refused(List.of(folder), folder.toString(), "no sub-folder and 1 file");
        Path empty = Samples.write(folder, "empty", new byte[0]);
        refused(List.of(empty), empty.toString(), "empty file");
        Path images = Samples.write(folder, "images", Samples.idxImages(2, 5, 4));
        refused(List.of(images, text), text.toString(), "labels beside images");
        refused(List.of(images, text, empty), images.toString(), "2 more that are no set together");
        Path broken = Samples.write(folder, "broken.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        refused(List.of(broken), broken.toString());
        refused(List.of(folder.resolve("nothing")), folder.resolve("nothing").toString());
        Files.createDirectories(folder.resolve("single/class"));
        refused(List.of(folder.resolve("single")), "one sub-folder and 0 files");
    }

    @Test
    void thePythonVersionOfCifarIsNamedAndTheRightOneToo() throws IOException {
        Path python = folder.resolve("cifar-10-batches-py");
        Samples.write(python, "data_batch_1", new byte[9]);
        Samples.write(python, "test_batch", new byte[9]);
        for (Path dropped : List.of(python, folder)) {
            refused(List.of(dropped), dropped.toString(), "the Python version", "cifar-10-binary.tar.gz");
        }
        String message = assertThrows(
                        DataException.class, () -> Datasets.load("cifar10", Optional.of(folder), 1, Progress.NONE))
                .getMessage();
        assertTrue(message.contains("found the Python version in " + python), message);
        assertTrue(message.contains("whorl data get cifar10"), message);
    }

    @Test
    void aCommaThatNamesCannotHoldIsSaid() throws IOException {
        Path images = Samples.write(folder, "a,b", Samples.idxImages(2, 5, 4));
        Path labels = Samples.write(folder, "c", Samples.idxLabels(2, 2));
        refused(List.of(images, labels), images.toString(), "comma");
    }
}
