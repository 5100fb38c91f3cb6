package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.file.disk.Disk;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A disk that is full, a folder that is gone or held by another process. */
class DiskAtFaultTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 8, 8), 2, new CyclicGroup(4))
            .withFilters(4)
            .withLayers(2)
            .withKernel(3, false);
    private static final DataSource SOURCE =
            progress -> new TrainTest("bars", TrainingSessionTest.bars(8, 1), TrainingSessionTest.bars(4, 2), "none");

    @TempDir
    Path folder;

    private static TrainingSession session(Path run) {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 2)
                .with(TrainingSettings.BATCH, 4)
                .with(TrainingSettings.THREADS, 1);
        return new TrainingSession(SPEC, settings, SOURCE, Optional.of(run), false);
    }

    private static TrainingSnapshot awaitWaiting(TrainingSession session) {
        while (session.snapshot().state() != TrainingState.WAITING && !session.hasEnded()) {
            Thread.onSpinWait();
        }
        return session.snapshot();
    }

    @Test
    void aFullDiskIsSaidAndTheRunGoesOnWhenThereIsRoom() throws Exception {
        Path whole = folder.resolve("whole");
        try (TrainingSession session = session(whole)) {
            session.start();
            session.await();
        }
        boolean[] full = {true};
        Disk disk = new Disk((operation, file) -> {
            if (full[0] && operation.equals("write") && file.toString().contains("checkpoint")) {
                throw new IOException("No space left on device");
            }
        });
        Path run = folder.resolve("run");
        try (TrainingSession session = session(disk.path(run))) {
            session.start();
            String said = awaitWaiting(session).activity();
            assertTrue(said.contains("checkpoint.npz") && said.contains("free some room"), said);
            assertTrue(Files.exists(run.resolve(RunRecord.FILE)));
            full[0] = false;
            session.start();
            session.await();
            assertEquals(TrainingState.FINISHED, session.snapshot().state());
        }
        assertEquals(
                Files.readString(whole.resolve(MetricsFile.NAME)), Files.readString(run.resolve(MetricsFile.NAME)));
    }

    @Test
    void aFolderThatIsDeletedIsAwaitedAndFilledAgain() throws Exception {
        Path run = folder.resolve("run");
        boolean[] gone = {false};
        Disk disk = new Disk((operation, file) -> {
            if (!gone[0] && file.toString().contains("epoch-00001") && operation.equals("open")) {
                gone[0] = true;
                delete(run);
            }
        });
        try (TrainingSession session = session(disk.path(run))) {
            session.start();
            String said = awaitWaiting(session).activity();
            assertTrue(said.startsWith(run + ": expected the run's folder, found none"), said);
            assertFalse(Files.exists(run), "it is not made behind anybody's back");
            Files.createDirectory(run);
            session.await();
            assertEquals(TrainingState.FINISHED, session.snapshot().state());
        }
        assertEquals(1, RunRecord.read(run).training().seed());
        assertEquals(2, ResumePoint.of(run).orElseThrow().epoch());
    }

    @Test
    void aRunThatIsStoppedWhileItWaitsEnds() throws Exception {
        Path run = folder.resolve("run");
        Disk disk = new Disk((operation, file) -> {
            if (file.toString().contains("epoch-00001")) {
                throw new IOException("No space left on device");
            }
        });
        try (TrainingSession session = session(disk.path(run))) {
            session.start();
            awaitWaiting(session);
            session.stop();
            session.await();
            assertEquals(TrainingState.FAILED, session.snapshot().state());
        }
    }

    @Test
    void theSecondWhoWantsARunFolderIsToldWhoHasIt() throws Exception {
        Path run = folder.resolve("run");
        try (TrainingSession first = session(run);
                TrainingSession second = session(run)) {
            first.step();
            while (first.folder().isEmpty()) {
                Thread.onSpinWait();
            }
            second.start();
            second.await();
            String said = second.snapshot().failure().orElseThrow();
            assertTrue(
                    said.contains(
                            "held by Whorl, process " + ProcessHandle.current().pid() + ", since "),
                    said);
            assertFalse(said.contains("\n"), said);
        }
        try (TrainingSession third = session(run)) {
            third.start();
            third.await();
            assertEquals(TrainingState.FINISHED, third.snapshot().state(), "a lock ends with who held it");
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}
