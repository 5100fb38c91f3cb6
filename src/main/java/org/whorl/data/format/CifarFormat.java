package org.whorl.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;

/** The binary batches of CIFAR-10, in a folder or in the publisher's archive; those for Python are not read. */
final class CifarFormat implements SetFormat {
    private static final String PYTHON = "cifar-10-batches-py";

    @Override
    public boolean isAt(Path path) {
        return Cifar10.isAt(path);
    }

    @Override
    public String expects() {
        return String.join(", ", Cifar10.NAMES) + ", or cifar-10-binary.tar.gz";
    }

    /** A copy as torchvision keeps it. */
    @Override
    public Optional<String> insteadAt(Path path) {
        return Stream.of(path, path.resolveSibling(PYTHON), path.resolve(PYTHON))
                .filter(Cifar10::isPythonVersion)
                .findFirst()
                .map(Cifar10::insteadOfPython);
    }

    @Override
    public TrainTest read(PublishedSet set, Path found, Progress progress) throws IOException {
        return Cifar10.read(found, Cifar10.RECORDS, set.classNames(), progress);
    }

    @Override
    public boolean readsDownloads() {
        return false;
    }

    @Override
    public void unpack(Path downloaded, Path folder, Progress progress) throws IOException {
        Cifar10.unpack(downloaded, folder, progress);
    }
}
