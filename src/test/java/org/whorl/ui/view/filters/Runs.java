package org.whorl.ui.view.filters;

import java.nio.file.Path;
import java.util.Optional;

import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;

/** Very short runs on a few of the built-in digits. */
final class Runs {
    private Runs() {}

    /** A finished run of two epochs. */
    static Path digits(Path folder) throws InterruptedException {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4))
                .withFilters(8)
                .withLayers(2);
        TrainingSettings d = TrainingSettings.DEFAULT;
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 2)
                .with(TrainingSettings.BATCH, 32)
                .with(TrainingSettings.THREADS, 1);
        try (TrainingSession session = new TrainingSession(
                spec,
                settings,
                progress -> {
                    TrainTest all = Datasets.load("digits", Optional.empty(), 1, progress);
                    return new TrainTest(
                            all.name(), all.train().first(64), all.test().first(32), all.checksum());
                },
                Optional.of(folder),
                false)) {
            session.start();
            session.await();
            session.snapshot().failure().ifPresent(words -> {
                throw new IllegalStateException(words);
            });
        }
        return folder;
    }
}
