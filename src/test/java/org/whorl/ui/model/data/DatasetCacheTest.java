package org.whorl.ui.model.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Waiting for sets, of which one takes for ever to read and is named large. */
class DatasetCacheTest {
    private static final Dataset IMAGE =
            new Dataset(new ImageShape(1, 1, 1), new float[1], new int[1], List.of("only"));

    private final AtomicBoolean end = new AtomicBoolean();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final DatasetCache shelf = new DatasetCache(this::read);

    private TrainTest read(DataChoice choice, long seed, Progress progress) {
        begun.add(choice.name());
        while (choice.name().equals("large") && !end.get()) {
            if (!progress.report("reading", 1, 2)) {
                throw new CancellationException();
            }
        }
        return new TrainTest(choice.name(), IMAGE, IMAGE, "none");
    }

    @AfterEach
    void end() {
        end.set(true);
    }

    private static DataChoice set(String name) {
        return new DataChoice(name, Optional.empty());
    }

    private static Progress whileTrue(AtomicBoolean wanted) {
        return (what, done, total) -> wanted.get();
    }

    private static TrainTest images(CompletableFuture<TrainTest> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private void awaitLarge() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> begun.contains("large"));
    }

    @Test
    void whoDoesNotWantASetAnyMoreIsLetGoWhileOthersGetIt() throws Exception {
        AtomicBoolean wanted = new AtomicBoolean(true);
        CompletableFuture<TrainTest> mine = shelf.get(set("large"), 1, whileTrue(wanted));
        CompletableFuture<TrainTest> theirs = shelf.get(set("large"), 1, Progress.NONE);
        awaitLarge();
        wanted.set(false);
        assertThrows(CancellationException.class, () -> images(mine));
        assertFalse(theirs.isDone());
        end.set(true);
        assertEquals("large", images(theirs).name());
        assertEquals(List.of("large"), begun, "it was read once");
    }

    @Test
    void whoWaitsBehindAnotherSetHearsSoAndCanLeave() throws Exception {
        shelf.get(set("large"), 1, Progress.NONE);
        awaitLarge();
        AtomicBoolean wanted = new AtomicBoolean(true);
        List<String> heard = new CopyOnWriteArrayList<>();
        CompletableFuture<TrainTest> behind = shelf.get(set("small"), 1, (what, done, total) -> {
            heard.add(what);
            return wanted.get();
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !heard.isEmpty());
        assertTrue(heard.get(0).startsWith("waiting until large"), heard.get(0));
        wanted.set(false);
        assertThrows(CancellationException.class, () -> images(behind));
        end.set(true);
        assertEquals("small", images(shelf.get(set("small"), 1, Progress.NONE)).name());
    }

    @Test
    void aSetThatNoCallerWantsIsNotReadOnAndCanBeAskedForAgain() throws Exception {
        AtomicBoolean wanted = new AtomicBoolean(true);
        CompletableFuture<TrainTest> first = shelf.get(set("large"), 1, whileTrue(wanted));
        awaitLarge();
        wanted.set(false);
        assertThrows(CancellationException.class, () -> images(first));
        end.set(true);
        assertEquals("large", images(shelf.get(set("large"), 1, Progress.NONE)).name());
    }

    @Test
    void anotherChoiceEndsReadingTheOneBefore() throws Exception {
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, shelf, Runnable::run);
        settings.dataProperty().set(set("large"));
        awaitLarge();
        settings.dataProperty().set(set("small"));
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> chosen.stateProperty().get().data().isPresent());
        assertEquals("small", chosen.stateProperty().get().choice().name());
    }

    @Test
    void theSetThatIsChosenAgainCanBeCancelled() throws Exception {
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, shelf, Runnable::run);
        settings.dataProperty().set(set("large"));
        awaitLarge();
        settings.dataProperty().set(set("small"));
        settings.dataProperty().set(set("large"));
        chosen.cancel();
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> chosen.stateProperty().get().problem());
    }

    @Test
    void waitingForASetEndsWithTheReasonWhyItCannotBeRead() {
        DatasetCache broken = new DatasetCache((choice, seed, progress) -> {
            throw new java.io.IOException("images: expected a file, found none");
        });
        CompletableFuture<TrainTest> waiting = broken.get(set("small"), 1, Progress.NONE);
        assertThrows(ExecutionException.class, () -> images(waiting));
        assertThrows(java.io.IOException.class, () -> broken.load(set("small"), 1, Progress.NONE));
    }
}
