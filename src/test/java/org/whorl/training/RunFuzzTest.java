package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;
import org.whorl.file.fuzz.SpoiltArchive;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

/** The files of a run's folder that are spoilt, one at a time. */
class RunFuzzTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 8, 8), 2, new CyclicGroup(4))
            .withFilters(4)
            .withLayers(2)
            .withKernel(3, false);

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void train() throws Exception {
        run = folder.resolve("run");
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 2)
                .with(TrainingSettings.BATCH, 4)
                .with(TrainingSettings.THREADS, 1);
        DataSource bars =
                progress -> new TrainTest("bars", TrainingSessionTest.bars(8, 1), TrainingSessionTest.bars(4, 2), "0");
        try (TrainingSession session = new TrainingSession(SPEC, settings, bars, Optional.of(run), false)) {
            session.start();
            session.await();
        }
    }

    private byte[] good(String name) throws Exception {
        return Files.readAllBytes(run.resolve(name));
    }

    @Test
    void spoiltRecordsAreRefusedOrRead() throws Exception {
        new Feeding(run, RunRecord.FILE)
                .feed(6_000, 1, good(RunRecord.FILE), Spoiling::text, file -> RunRecord.read(run))
                .finish();
    }

    @Test
    void spoiltMetricsAreRefusedOrRead() throws Exception {
        new Feeding(run, MetricsFile.NAME)
                .feed(8_000, 2, good(MetricsFile.NAME), Spoiling::text, file -> {
                    MetricsFile.hasEpoch(file);
                    MetricsFile.read(file);
                })
                .finish();
    }

    @Test
    void spoiltStepsAreRefusedOrRead() throws Exception {
        new Feeding(run, StepCurves.FILE)
                .feed(2_000, 3, good(StepCurves.FILE), SpoiltArchive::of, file -> StepCurves.read(run, 1_000))
                .finish();
    }

    @Test
    void spoiltHistoriesAreRefusedOrRead() throws Exception {
        FilterHistory history = FilterHistory.open(run);
        new Feeding(run.resolve(RunFolder.HISTORY), "epoch-00001.npz")
                .feed(3_000, 4, good("history/epoch-00001.npz"), SpoiltArchive::of, file -> history.at(1))
                .finish();
    }

    @Test
    void spoiltCheckpointsAreRefusedOrRead() throws Exception {
        Files.delete(run.resolve(RunFolder.MODEL));
        new Feeding(run, RunFolder.CHECKPOINT)
                .feed(3_000, 5, good(RunFolder.CHECKPOINT), SpoiltArchive::of, file -> {
                    ResumePoint.of(run);
                    ResumePoint.model(run);
                })
                .finish();
    }

    @Test
    void spoiltCheckpointsAreRefusedOrGoneOnFrom() throws Exception {
        TrainTest bars = new TrainTest("bars", TrainingSessionTest.bars(8, 1), TrainingSessionTest.bars(4, 2), "0");
        TrainingSettings settings = RunRecord.read(run).training();
        PreparedData data = PreparedData.of(bars, settings, (what, done, total) -> true);
        try (Trainer trainer = new Trainer(SPEC, settings, RunRecord.read(run).changes(), data)) {
            RunFolder kept = new RunFolder(run);
            new Feeding(run, RunFolder.CHECKPOINT)
                    .feed(1_500, 6, good(RunFolder.CHECKPOINT), SpoiltArchive::of, file -> kept.restore(trainer))
                    .finish();
        }
    }
}
