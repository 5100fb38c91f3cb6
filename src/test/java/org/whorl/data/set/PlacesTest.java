package org.whorl.data.set;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Refusal;
import org.whorl.data.TrainTest;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlacesTest {
    private static final PublishedSet MNIST = Catalog.find("mnist").orElseThrow();
    private static final PublishedSet FASHION = Catalog.find("fashion-mnist").orElseThrow();
    private static final PublishedSet CIFAR = Catalog.find("cifar10").orElseThrow();

    @TempDir
    Path root;

    private Places places;

    @BeforeEach
    void make() {
        places = new Places(root.resolve("cache"), root.resolve("work"), root.resolve("home"), root.resolve("share"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache/mnist",
                "work/data/MNIST/raw",
                "home/data/MNIST/raw",
                "home/.keras/datasets/mnist",
                "share/mnist"
            })
    void findsMnist(String where) {
        Samples.writeIdxSet(root.resolve(where), 3, 2);
        assertEquals(Optional.of(root.resolve(where)), places.find(MNIST, Optional.empty()));
        assertEquals(Optional.empty(), places.find(FASHION, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cache/fashion-mnist",
                "work/data/FashionMNIST/raw",
                "home/.keras/datasets/fashion-mnist",
                "share/fashion-mnist"
            })
    void findsFashionMnist(String where) {
        Samples.writeIdxSet(root.resolve(where), 3, 2);
        assertEquals(Optional.of(root.resolve(where)), places.find(FASHION, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache/cifar10", "work/data/cifar-10-batches-bin", "home/data/cifar10", "share/cifar10"})
    void findsCifar(String where) {
        Samples.writeCifar(root.resolve(where), 1);
        assertEquals(Optional.of(root.resolve(where)), places.find(CIFAR, Optional.empty()));
    }

    @Test
    void findsTheArchiveOfCifar() {
        Path archive = Samples.write(root.resolve("home/data"), "cifar-10-binary.tar.gz", new byte[5]);
        assertEquals(Optional.of(archive), places.find(CIFAR, Optional.empty()));
        assertEquals(Optional.of(archive), places.find(CIFAR, Optional.of(archive)));
        assertEquals(Optional.of(archive), places.find(CIFAR, Optional.of(root.resolve("home/data"))));
    }

    @Test
    void givenFolderWinsEvenWhereItLacksTheSet() throws Exception {
        Samples.writeIdxSet(root.resolve("cache/mnist"), 3, 2);
        Path given = Files.createDirectory(root.resolve("given"));
        assertEquals(Optional.empty(), places.find(MNIST, Optional.of(given)));
        Refusal.of(() -> places.require(MNIST, Optional.of(given)), given.toString(), "train-images-idx3-ubyte");
        Samples.writeIdxSet(given.resolve("MNIST/raw"), 4, 2);
        assertEquals(given.resolve("MNIST/raw"), places.require(MNIST, Optional.of(given)));
    }

    @Test
    void threeOfFourFilesAreNoSet() throws Exception {
        Samples.writeIdxSet(root.resolve("cache/mnist"), 3, 2);
        Files.delete(root.resolve("cache/mnist/t10k-labels-idx1-ubyte.gz"));
        assertFalse(places.find(MNIST, Optional.empty()).isPresent());
    }

    @Test
    void filesWithADotInTheirNamesCount() throws Exception {
        Path folder = root.resolve("cache/mnist");
        Samples.writeIdxSet(folder, 3, 2);
        Files.move(folder.resolve("train-images-idx3-ubyte"), folder.resolve("train-images.idx3-ubyte"));
        assertTrue(places.find(MNIST, Optional.empty()).isPresent());
        assertEquals(
                3,
                Datasets.load("mnist", Optional.empty(), 1, Progress.NONE, places)
                        .train()
                        .size());
    }

    @Test
    void plainAndPackedFilesHaveOneChecksum() throws Exception {
        Path folder = root.resolve("cache/mnist");
        Samples.writeIdxSet(folder, 3, 2);
        String plain = load("mnist", 1).checksum();
        Samples.write(folder, "train-images-idx3-ubyte.gz", Samples.gzip(Samples.idxImages(3, 28, 28)));
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        assertEquals(plain, load("mnist", 1).checksum());
    }

    @Test
    void trainAndTestOfDifferentShape() {
        Path folder = root.resolve("cache/mnist");
        Samples.writeIdxSet(folder, 3, 2);
        Samples.write(folder, "train-images-idx3-ubyte", Samples.idxImages(3, 28, 27));
        Refusal.of(() -> load("mnist", 1), "1x28x27", "1x28x28");
    }

    @Test
    void rotMnistMixesTrainAndTestAndTakesItsShares() throws Exception {
        Samples.writeIdxSet(root.resolve("cache/mnist"), 60, 10);
        TrainTest set = load("rot-mnist", 1);
        assertEquals("rot-mnist", set.name());
        assertEquals(12, set.train().size());
        assertEquals(50, set.test().size());
        assertNotEquals(
                Arrays.toString(set.train().labels()),
                Arrays.toString(load("rot-mnist", 2).train().labels()));
        assertEquals(
                Arrays.toString(set.test().pixels()),
                Arrays.toString(load("rot-mnist", 1).test().pixels()));
        assertEquals(60, load("rot-fashion-mnist", "cache/mnist").train().size());
    }

    @Test
    void pairOfIdxFilesIsSplitByTheSeed() throws Exception {
        Path images = Samples.write(root, "im", Samples.idxImages(20, 6, 6));
        Path labels = Samples.write(root, "la", Samples.idxLabels(20, 4));
        TrainTest set = load("idx:" + images + "," + labels, 1);
        assertEquals(16, set.train().size());
        assertEquals(4, set.test().size());
        int[] tested = set.test().labels().clone();
        Arrays.sort(tested);
        assertEquals("[0, 1, 2, 3]", Arrays.toString(tested));
        assertEquals(
                16,
                Datasets.load("rot-idx:im,la", Optional.of(root), 1, Progress.NONE)
                        .train()
                        .size());
        Refusal.of(() -> load("idx:" + images, 1), "idx:IMAGES,LABELS");
    }

    private TrainTest load(String name, long seed) throws Exception {
        return Datasets.load(name, Optional.empty(), seed, Progress.NONE, places);
    }

    private TrainTest load(String name, String where) throws Exception {
        return Datasets.load(name, Optional.of(root.resolve(where)), 1, Progress.NONE, places);
    }

    @Test
    void checkTellsWhatAFolderHolds() throws Exception {
        Samples.writeIdxSet(root.resolve("mnist"), 20, 10);
        DataCheck check = DataCheck.of(root.resolve("mnist"), Progress.NONE);
        assertEquals(
                List.of("train", "test"),
                check.parts().stream().map(DataCheck.Part::name).toList());
        DataCheck.Part train = check.parts().get(0);
        assertEquals(20, train.images());
        assertEquals(List.of(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), train.classCounts());
        assertEquals(1, train.imbalance());
        assertEquals(new ImageShape(1, 28, 28), train.shape());
        assertEquals(0.5, train.mean().get(0), 0.01);
        assertEquals(64, check.checksum().length());
        assertEquals(check.checksum(), DataCheck.of(root, Progress.NONE).checksum());
    }

    @Test
    void aClassThatOnlyTheTestImagesHaveIsAClass() throws Exception {
        Samples.write(root, "train-images-idx3-ubyte", Samples.idxImages(20, 6, 6));
        Samples.write(root, "train-labels-idx1-ubyte", Samples.idxLabels(20, 9));
        Samples.write(root, "t10k-images-idx3-ubyte", Samples.idxImages(10, 6, 6));
        Samples.write(root, "t10k-labels-idx1-ubyte", Samples.idxLabels(10, 10));
        TrainTest set = load("idx:" + root, 1);
        assertEquals(Samples.TEN, set.train().classNames());
        assertEquals(Samples.TEN, set.test().classNames());
    }

    @Test
    void checkTellsWhatIsWrong() throws Exception {
        Refusal.of(() -> DataCheck.of(root.resolve("nowhere"), Progress.NONE), "nothing there");
        Refusal.of(() -> DataCheck.of(Files.createDirectory(root.resolve("empty")), Progress.NONE), "found 0");
        Path labels = Samples.write(root, "labels", Samples.idxLabels(9, 3));
        Refusal.of(() -> DataCheck.of(labels, Progress.NONE), "labels", "expected images and their labels together");
        Path words = Samples.write(root, "words.txt", new byte[600]);
        Refusal.of(() -> DataCheck.of(words, Progress.NONE), "words.txt", "found another kind of file");
        for (String name : List.of("a", "b")) {
            Samples.write(
                    root.resolve("pictures").resolve(name), "0.png", Samples.picture(5, 5, java.awt.Color.RED, "png"));
        }
        Samples.write(root.resolve("pictures").resolve("a"), "bad.png", new byte[3]);
        DataCheck pictures = DataCheck.of(root.resolve("pictures"), Progress.NONE);
        assertEquals(List.of(1, 1), pictures.parts().get(0).classCounts());
        assertEquals(3, pictures.parts().get(0).mean().size());
        assertEquals(1, pictures.skipped().size());
    }
}
