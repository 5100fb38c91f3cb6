package org.whorl.data.set;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.whorl.data.ImageShape;
import org.whorl.data.format.IdxSet;
import org.whorl.data.format.PublishedFile;
import org.whorl.data.format.PublishedSet;
import org.whorl.data.format.SetFormat;

/**
 * The published sets that Whorl knows: where they are, how large and with which SHA-256. Sizes and checksums are those of
 * the files as the publishers pack them; they agree with what TensorFlow Datasets, Keras and others check against.
 */
public final class Catalog {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final List<String> CLOTHES = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private static final List<String> THINGS =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final List<String> MNIST_FOLDERS = List.of(
            "https://storage.googleapis.com/cvdf-datasets/mnist/", "https://ossci-datasets.s3.amazonaws.com/mnist/");

    private static final List<String> FASHION_FOLDERS = List.of(
            "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
            // Without TLS, and so the last.
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    private static final PublishedSet MNIST = idx(
            "mnist",
            "MNIST handwritten digits",
            "CC BY-SA 3.0 (Y. LeCun, C. Cortes)",
            "https://github.com/cvdfoundation/mnist",
            DIGITS,
            List.of("mnist", "MNIST/raw", "mnist.npz"),
            MNIST_FOLDERS,
            List.of(
                    new Packed(9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                    new Packed(28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                    new Packed(1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                    new Packed(4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")),
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private static final PublishedSet FASHION_MNIST = idx(
            "fashion-mnist",
            "Fashion-MNIST articles of clothing",
            "MIT (Zalando SE)",
            "https://github.com/zalandoresearch/fashion-mnist",
            CLOTHES,
            List.of("fashion-mnist", "FashionMNIST/raw"),
            FASHION_FOLDERS,
            List.of(
                    new Packed(26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
                    new Packed(29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
                    new Packed(4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
                    new Packed(5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")),
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

    private static final PublishedSet CIFAR10 = new PublishedSet(
            "cifar10",
            "CIFAR-10 small colour photographs",
            "none stated; cite A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009",
            "https://www.cs.toronto.edu/~kriz/cifar.html",
            new ImageShape(3, 32, 32),
            50_000,
            10_000,
            THINGS,
            List.of(
                    "cifar10",
                    "cifar-10-batches-bin",
                    "cifar-10-binary.tar.gz",
                    "cifar10/cifar-10-batches-bin",
                    "cifar10/cifar-10-binary.tar.gz"),
            List.of(new PublishedFile(
                    "cifar-10-binary.tar.gz",
                    170_052_171,
                    "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                    List.of(
                            URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                            URI.create("https://cave.cs.toronto.edu/kriz/cifar-10-binary.tar.gz")))),
            SetFormat.CIFAR,
            Optional.empty());

    /** All of them, in the order in which they are listed for people. */
    public static final List<PublishedSet> SETS = List.of(MNIST, FASHION_MNIST, CIFAR10);

    /** A file as its publisher packs it: size and SHA-256. */
    private record Packed(long bytes, String sha256) {}

    private Catalog() {}

    /**
     * A set in MNIST's format and of its size.
     *
     * @param folders on the net, each with all files
     * @param packed train images, train labels, test images, test labels
     * @param testLabels the SHA-256 of the unpacked test labels
     */
    private static PublishedSet idx(
            String name,
            String title,
            String licence,
            String page,
            List<String> classNames,
            List<String> places,
            List<String> folders,
            List<Packed> packed,
            String testLabels) {
        List<PublishedFile> files = IntStream.range(0, packed.size())
                .mapToObj(i -> PublishedFile.of(
                        IdxSet.NAMES.get(i) + ".gz",
                        packed.get(i).bytes(),
                        packed.get(i).sha256(),
                        folders))
                .toList();
        return new PublishedSet(
                name,
                title,
                licence,
                page,
                new ImageShape(1, 28, 28),
                60_000,
                10_000,
                classNames,
                places,
                files,
                SetFormat.IDX,
                Optional.of(testLabels));
    }

    /** The first set of a format, whose places the others share. */
    static PublishedSet first(SetFormat format) {
        return SETS.stream().filter(set -> set.format() == format).findFirst().orElseThrow();
    }

    static Optional<PublishedSet> find(String name) {
        return SETS.stream().filter(set -> set.name().equals(name)).findFirst();
    }
}
