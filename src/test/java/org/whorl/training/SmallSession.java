package org.whorl.training;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Augmentation;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A small network that learns to tell bars apart, and where its runs are kept. */
abstract class SmallSession {
    static final ImageShape SHAPE = new ImageShape(1, 12, 12);

    static final NetworkSpec SPEC = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(4))
            .withFilters(8)
            .withLayers(3)
            .withKernel(4, false);

    static final DataSource SOURCE = progress -> new TrainTest("bars", bars(100, 1), bars(40, 2), "none");

    @TempDir
    Path folder;

    static TrainingSettings augmented(int threads) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 3)
                .with(TrainingSettings.BATCH, 16)
                .with(TrainingSettings.AUGMENTATION, EnumSet.allOf(Augmentation.class))
                .with(TrainingSettings.THREADS, threads);
    }

    float[] train(TrainingSettings settings, String name) throws InterruptedException {
        try (TrainingSession session = session(settings, Optional.of(folder.resolve(name)), false)) {
            session.start();
            session.await();
            assertEquals(Optional.empty(), session.snapshot().failure());
            return session.model().orElseThrow().parameters().values();
        }
    }

    static TrainingSnapshot await(TrainingSession session, TrainingState state) {
        while (session.snapshot().state() != state) {
            Thread.onSpinWait();
        }
        return session.snapshot();
    }

    static void awaitStep(TrainingSession session, int step) {
        while (session.snapshot().step() < step) {
            Thread.onSpinWait();
        }
    }

    static TrainingSettings settings(int epochs, long seed) {
        return TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.BATCH, 16)
                .with(TrainingSettings.SEED, seed);
    }

    static TrainingSession session(TrainingSettings settings, Optional<Path> run, boolean resume) {
        return new TrainingSession(SPEC, settings, SOURCE, run, resume);
    }

    /** Noisy images of a horizontal or a vertical bar: the two classes. */
    static Dataset bars(int count, long seed) {
        Random random = new Random(seed);
        float[] pixels = new float[count * SHAPE.size()];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = random.nextInt(2);
            int at = 2 + random.nextInt(8);
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    int across = labels[n] == 0 ? i : j;
                    pixels[n * SHAPE.size() + i * 12 + j] =
                            Math.min(1, (across == at ? 0.7f : 0) + 0.3f * random.nextFloat());
                }
            }
        }
        return new Dataset(SHAPE, pixels, labels, List.of("horizontal", "vertical"));
    }
}
