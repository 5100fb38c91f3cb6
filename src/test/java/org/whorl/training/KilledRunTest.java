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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.data.whitening.Whitening;
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

    /** What is trained. */
    private record Run(NetworkSpec spec, Whitening whitening, int epochs, long seed) {
        void train(Path folder, boolean resume) throws Exception {
            KilledRunTest.train(folder, spec, whitening, epochs, seed, resume);
        }

        /** Trains, and is killed before the n-th operation of some kinds; returns whether there were that many. */
        boolean killed(int n, Set<String> kinds, Path folder, boolean resume) throws Exception {
            AtomicInteger operations = new AtomicInteger();
            AtomicBoolean killed = new AtomicBoolean();
            Disk disk = new Disk((operation, file) -> {
                // Nothing comes after a kill, but that the system lets go of the lock.
                boolean letsGo = killed.get() && file.endsWith(RunLock.NAME);
                boolean now = kinds.contains(operation) && operations.incrementAndGet() >= n;
                if (!letsGo && (now || killed.get())) {
                    killed.set(true);
                    throw new Killed();
                }
            });
            train(disk.path(folder), resume);
            return killed.get();
        }
    }

    private static final Set<String> ALL = Set.of("open", "write", "force", "move", "delete", "folder");

    /** After which the disk is another: what comes between is in files that no reader opens yet. */
    private static final Set<String> TURNS = Set.of("force", "move");

    private static final Run CLASSIFYING = new Run(SPEC, Whitening.NONE, 2, 1);
    private static final Run RECONSTRUCTING = new Run(SPEC.withObjective(Objective.RECONSTRUCT), Whitening.NONE, 2, 1);
    private static final Run WHITENING = new Run(SPEC, Whitening.TRAIN, 2, 1);

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

    private static void assertSame(Map<String, String> expected, Path run, String when) {
        Map<String, String> found = contents(run);
        for (String name : expected.keySet()) {
            assertEquals(expected.get(name), found.get(name), name + ", killed before " + when);
        }
        assertEquals(expected.keySet(), found.keySet(), "killed before " + when);
    }

    private int pointsGoOn(Run what, Set<String> kinds) throws Exception {
        Path whole = folder.resolve("whole");
        what.train(whole, false);
        Map<String, String> expected = contents(whole);
        int n = 1;
        boolean stopped = true;
        for (; stopped; n++) {
            Path run = folder.resolve("run" + n);
            stopped = what.killed(n, kinds, run, false);
            what.train(run, true);
            assertSame(expected, run, "operation " + n + " of " + kinds);
        }
        return n - 2;
    }

    @Test
    void aClassifyingRunGoesOnWheneverItIsKilled() throws Exception {
        int points = pointsGoOn(CLASSIFYING, ALL);
        assertTrue(points > 60, "only " + points + " operations");
    }

    @Test
    void aReconstructingRunGoesOnAfterEveryRenameAndForce() throws Exception {
        int points = pointsGoOn(RECONSTRUCTING, TURNS);
        assertTrue(points > 30, "only " + points + " renames and forces");
    }

    @Test
    void aWhiteningRunGoesOnAfterEveryRenameAndForce() throws Exception {
        int points = pointsGoOn(WHITENING, TURNS);
        assertTrue(points > 30, "only " + points + " renames and forces");
    }

    @Test
    void aRunThatIsKilledAgainWhileItGoesOnGoesOnStill() throws Exception {
        Path whole = folder.resolve("whole");
        CLASSIFYING.train(whole, false);
        Map<String, String> expected = contents(whole);
        Path once = folder.resolve("once");
        // In the middle of the last epoch's files.
        Disk untilTheLastModel = new Disk((operation, file) -> {
            if (file.endsWith(RunFolder.MODEL)
                    && RunFolder.historyFile(once, 2).toFile().exists()) {
                throw new Killed();
            }
        });
        CLASSIFYING.train(untilTheLastModel.path(once), false);
        boolean stopped = true;
        for (int n = 1; stopped; n++) {
            Path run = folder.resolve("again" + n);
            copy(once, run);
            stopped = CLASSIFYING.killed(n, ALL, run, true);
            CLASSIFYING.train(run, true);
            assertSame(expected, run, "operation " + n + " of going on");
        }
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

    private void beginsOverAnother(Run what, Set<String> kinds) throws Exception {
        Path finished = folder.resolve("finished");
        new Run(what.spec(), what.whitening(), 1, 1).train(finished, false);
        Map<String, String> older = contents(finished);
        Run newer = new Run(what.spec(), what.whitening(), 1, 2);
        Path alone = folder.resolve("alone");
        newer.train(alone, false);
        Map<String, String> expected = contents(alone);
        boolean stopped = true;
        for (int n = 1; stopped; n++) {
            Path run = folder.resolve("over" + n);
            copy(finished, run);
            stopped = newer.killed(n, kinds, run, false);
            boolean begun = Files.exists(run.resolve(RunRecord.FILE))
                    && RunRecord.read(run).training().seed() == 2;
            boolean resume = n % 2 == 0 && begun;
            newer.train(run, resume);
            assertTrue(keeps(run, older), "killed before operation " + n + ": the older run is gone");
            assertTrue(keeps(run, expected), "killed before operation " + n + ": the newer run is another");
            assertEquals(2, RunRecord.read(run).training().seed());
        }
    }

    @Test
    void aRunThatBeginsOverAnotherLosesNeitherWheneverItIsKilled() throws Exception {
        beginsOverAnother(CLASSIFYING, ALL);
    }

    @Test
    void aReconstructingRunThatBeginsOverAnotherLosesNeither() throws Exception {
        beginsOverAnother(RECONSTRUCTING, TURNS);
    }

    @Test
    void aWhiteningRunThatBeginsOverAnotherLosesNeither() throws Exception {
        beginsOverAnother(WHITENING, TURNS);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }
}
