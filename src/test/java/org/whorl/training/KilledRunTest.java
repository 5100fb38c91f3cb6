package org.whorl.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.Whitening;
import org.whorl.file.Npz;
import org.whorl.file.disk.Disk;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A run that is killed before any one of its file operations, goes on as if it never was; and nothing that was there is lost. */
class KilledRunTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 8, 8), 2, new CyclicGroup(4))
            .withFilters(4)
            .withLayers(2)
            .withKernel(3, false);

    private static final DataSource SOURCE =
            progress -> new TrainTest("bars", TrainingSessionTest.bars(8, 1), TrainingSessionTest.bars(4, 2), "none");

    @TempDir
    Path folder;

    /** What a process that is killed says: nothing more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static void train(Path run, NetworkSpec spec, Whitening whitening, int epochs, long seed, boolean resume)
            throws Exception {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, epochs)
                .with(TrainingSettings.BATCH, 4)
                .with(TrainingSettings.WHITENING, whitening)
                .with(TrainingSettings.SEED, seed)
                .with(TrainingSettings.THREADS, 1);
        try (TrainingSession session = new TrainingSession(spec, settings, SOURCE, Optional.of(run), resume)) {
            session.start();
            session.await();
            if (session.cause().isPresent() && !(session.cause().get() instanceof Killed)) {
                throw new AssertionError(
                        session.snapshot().failure().orElse(""), session.cause().get());
            }
        }
    }

    /** Trains, and is killed before the n-th operation; returns whether there were that many. */
    private static boolean killed(int n, Path run, NetworkSpec spec, Whitening whitening, int epochs, long seed)
            throws Exception {
        AtomicInteger operations = new AtomicInteger();
        Disk disk = new Disk((operation, file) -> {
            // Nothing comes after a kill, but that the system lets go of the lock.
            boolean letsGo = operations.get() >= n && file.endsWith(RunLock.NAME);
            if (!letsGo && operations.incrementAndGet() >= n) {
                throw new Killed();
            }
        });
        train(disk.path(run), spec, whitening, epochs, seed, false);
        return operations.get() >= n;
    }

    /** Everything that a run's folder says, but for who held it. */
    private static Map<String, String> contents(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            Map<String, String> all = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString();
                if (name.endsWith(".npz")) {
                    // Of a checkpoint, seconds differ.
                    Npz npz = Npz.read(file);
                    StringBuilder sum = new StringBuilder();
                    npz.arrays().forEach((key, array) -> sum.append(key).append(Arrays.hashCode(array.values())));
                    if (name.equals("model.npz")) {
                        npz.files().forEach((key, bytes) -> sum.append(key).append(Arrays.hashCode(bytes)));
                    }
                    all.put(name, sum.toString());
                } else if (!name.equals(RunLock.NAME)) {
                    all.put(name, Files.readString(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int pointsGoOn(NetworkSpec spec, Whitening whitening, int step) throws Exception {
        Path whole = folder.resolve("whole");
        train(whole, spec, whitening, 2, 1, false);
        Map<String, String> expected = contents(whole);
        int n = 1;
        while (true) {
            Path run = folder.resolve("run" + n);
            boolean stopped = killed(n, run, spec, whitening, 2, 1);
            train(run, spec, whitening, 2, 1, true);
            Map<String, String> found = contents(run);
            for (String name : expected.keySet()) {
                assertEquals(expected.get(name), found.get(name), name + ", killed before operation " + n);
            }
            assertEquals(expected.keySet(), found.keySet(), "killed before operation " + n);
            if (!stopped) {
                return n - 1;
            }
            n += step;
        }
    }

    @Test
    void aClassifyingRunGoesOnWheneverItIsKilled() throws Exception {
        int points = pointsGoOn(SPEC, Whitening.NONE, 1);
        assertTrue(points > 60, "only " + points + " operations");
    }

    @Test
    void aReconstructingRunGoesOnWheneverItIsKilled() throws Exception {
        pointsGoOn(SPEC.withObjective(Objective.RECONSTRUCT), Whitening.NONE, 4);
    }

    @Test
    void aWhiteningRunGoesOnWheneverItIsKilled() throws Exception {
        pointsGoOn(SPEC, Whitening.TRAIN, 5);
    }

    /** Whether a folder's run, or one that was put away in it, is this one. */
    private static boolean keeps(Path run, Map<String, String> older) {
        List<Path> places = new ArrayList<>(List.of(run));
        try (Stream<Path> inside = Files.list(run)) {
            inside.filter(Files::isDirectory).forEach(places::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.stream().anyMatch(place -> contents(place).entrySet().containsAll(older.entrySet()));
    }

    @Test
    void aRunThatBeginsOverAnotherLosesNeitherWheneverItIsKilled() throws Exception {
        Path finished = folder.resolve("finished");
        train(finished, SPEC, Whitening.NONE, 1, 1, false);
        Map<String, String> older = contents(finished);
        boolean stopped = true;
        for (int n = 1; stopped; n++) {
            Path run = folder.resolve("over" + n);
            copy(finished, run);
            stopped = killed(n, run, SPEC, Whitening.NONE, 1, 2);
            boolean begun = Files.exists(run.resolve(RunRecord.FILE))
                    && RunRecord.read(run).training().seed() == 2;
            boolean resume = n % 2 == 0 && begun;
            train(run, SPEC, Whitening.NONE, 1, 2, resume);
            assertTrue(keeps(run, older), "killed before operation " + n + ": the older run is gone");
            assertEquals(2, RunRecord.read(run).training().seed());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }
}
