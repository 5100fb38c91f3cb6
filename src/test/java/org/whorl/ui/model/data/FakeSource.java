package org.whorl.ui.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.whorl.data.DataException;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;

/** A publisher of one set, whose downloads go as far as the test lets them. */
public final class FakeSource implements SetSource {
    /** What the publisher's file takes. */
    static final long BYTES = 4_000_000;

    private volatile Optional<Path> found = Optional.empty();
    private volatile CountDownLatch rest = new CountDownLatch(1);
    private volatile String failure = "";

    /** How many times a download was asked for. */
    volatile int asked;

    /** Lets the download come to its end. */
    public void finish(Path folder) {
        found = Optional.of(folder);
        rest.countDown();
    }

    /** Lets the download fail. */
    void fail(String words) {
        failure = words;
        rest.countDown();
    }

    @Override
    public List<DatasetInfo> list() {
        ImageShape shape = new ImageShape(1, 28, 28);
        return List.of(
                new DatasetInfo("digits", "Digits", "CC BY", shape, 1437, 360, true, Optional.empty(), 0),
                new DatasetInfo("mnist", "MNIST", "CC BY-SA", shape, 60_000, 10_000, false, found, BYTES));
    }

    @Override
    public Path get(String name, Progress progress) throws IOException {
        asked++;
        while (rest.getCount() > 0) {
            if (!progress.report("downloading train-images", BYTES / 4, BYTES)) {
                throw new CancellationException();
            }
            Thread.onSpinWait();
        }
        rest = new CountDownLatch(1);
        if (!failure.isEmpty()) {
            String words = failure;
            failure = "";
            throw new DataException(words);
        }
        return found.orElseThrow();
    }
}
