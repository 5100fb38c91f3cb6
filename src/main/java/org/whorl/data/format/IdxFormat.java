package org.whorl.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Checksum;
import org.whorl.data.DataException;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.source.SourceFile;

/** The files of MNIST and its kin, which are called alike: test labels tell which set they are. */
final class IdxFormat implements SetFormat {
    /** As long as the test labels of MNIST and its kin: 8 bytes and 10,000 labels. */
    private static final int TEST_LABELS = 10_008;

    @Override
    public boolean isAt(Path path) {
        return IdxSet.isAt(path);
    }

    @Override
    public String expects() {
        return String.join(", ", IdxSet.NAMES) + " (plain or .gz)";
    }

    @Override
    public TrainTest read(PublishedSet set, Path found, Progress progress) throws IOException {
        return IdxSet.read(set.name(), found, set.classNames(), progress);
    }

    /** Four files may be any set of the kind, so their classes are called by their numbers. */
    @Override
    public TrainTest readAny(PublishedSet like, Path found, Progress progress) throws IOException {
        List<String> classNames = Files.isDirectory(found) ? List.of() : like.classNames();
        return IdxSet.read(like.name(), found, classNames, progress);
    }

    @Override
    public String kind(PublishedSet like) {
        return "MNIST or a set of its kind";
    }

    @Override
    public Optional<PublishedSet> looksLike(PublishedSet set, Path found, List<PublishedSet> published)
            throws IOException {
        if (!Files.isDirectory(found)) {
            return SetFormat.super.looksLike(set, found, published);
        }
        MessageDigest digest = Checksum.sha256();
        Path labels = IdxSet.find(found, IdxSet.NAMES.get(IdxSet.NAMES.size() - 1))
                .orElseThrow(() -> new DataException(found + ": expected test labels, found none"));
        try (SourceFile file = SourceFile.open(labels, digest)) {
            file.read(new byte[TEST_LABELS + 1], TEST_LABELS + 1);
        }
        String sum = Checksum.hex(digest);
        return published.stream()
                .filter(known -> known.testLabels().filter(sum::equals).isPresent())
                .findFirst();
    }

    @Override
    public boolean readsDownloads() {
        return true;
    }

    @Override
    public void unpack(Path downloaded, Path folder, Progress progress) throws IOException {
        Files.move(downloaded, folder.resolve(downloaded.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
}
