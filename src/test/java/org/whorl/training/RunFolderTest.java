package org.whorl.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.file.Npz;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a run leaves on disk, and what it finds there. */
class RunFolderTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 12, 12), 2, new CyclicGroup(4))
            .withFilters(4)
            .withLayers(2)
            .withKernel(4, false);

    private static final DataSource SOURCE =
            progress -> new TrainTest("bars", TrainingSessionTest.bars(32, 1), TrainingSessionTest.bars(16, 2), "none");

    @TempDir
    Path folder;

    private Optional<String> train(Path run, long seed, boolean resume, Optional<Model> initial) throws Exception {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .with(TrainingSettings.EPOCHS, 2)
                .with(TrainingSettings.BATCH, 16)
                .with(TrainingSettings.SEED, seed)
                .with(TrainingSettings.THREADS, 1);
        try (TrainingSession session = new TrainingSession(SPEC, settings, SOURCE, initial, Optional.of(run), resume)) {
            session.start();
            session.await();
            return session.snapshot().failure();
        }
    }

    @Test
    void aNewRunInAnOldFolderKeepsTheOldOne() throws Exception {
        assertEquals(Optional.empty(), train(folder, 1, false, Optional.empty()));
        byte[] model = Files.readAllBytes(folder.resolve("model.npz"));
        assertEquals(Optional.empty(), train(folder, 2, false, Optional.empty()));
        Path earlier = folder.resolve("earlier");
        assertArrayEquals(model, Files.readAllBytes(earlier.resolve("model.npz")));
        assertEquals(1, RunRecord.read(earlier).training().seed());
        assertEquals(2, RunRecord.read(folder).training().seed());
        assertEquals(List.of(0, 1, 2), FilterHistory.open(earlier).epochs());
        assertEquals(Optional.empty(), train(folder, 3, false, Optional.empty()), "once more");
        assertEquals(1, RunRecord.read(earlier).training().seed());
        assertEquals(2, RunRecord.read(folder.resolve("earlier-2")).training().seed(), "none is ever deleted");
        assertEquals(
                Optional.empty(),
                train(folder.resolve("earlier-2"), 2, true, Optional.empty()),
                "an earlier run can be continued");
    }

    @Test
    void theFiltersOfARunAreFoundInEveryLanguage() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals(Optional.empty(), train(folder, 1, false, Optional.empty()));
            assertEquals(List.of(0, 1, 2), FilterHistory.open(folder).epochs());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDamagedCheckpointSaysWhere() throws Exception {
        train(folder, 1, false, Optional.empty());
        Path file = folder.resolve("checkpoint.npz");
        Npz whole = Npz.read(file);
        Map<String, String> damages = new LinkedHashMap<>();
        damages.put("{\"format\":99,\"position\":null,\"epochs\":[]}", "format: expected 1, found 99");
        damages.put("{\"format\":1,\"position\":null,\"epochs\":[]}", "position: expected");
        damages.put("{\"format\":1,\"position\":{\"step\":-1},\"epochs\":[]}", "found step -1");
        damages.put("{\"format\":1,\"position\":{\"step\":99,\"stepInEpoch\":99},\"epochs\":[]}", "found 99");
        damages.put("[1, 2", "state.json: expected the state of a run");
        for (Map.Entry<String, String> damage : damages.entrySet()) {
            new Npz(Map.of("state.json", damage.getKey().getBytes()), whole.arrays()).write(file);
            String failure = train(folder, 1, true, Optional.empty()).orElseThrow();
            assertTrue(failure.contains("checkpoint"), failure);
            assertTrue(failure.contains(damage.getValue()), failure);
        }
    }

    @Test
    void aModelOfManyAncestorsCanBeRead() throws Exception {
        Optional<Model> initial = Optional.empty();
        for (int i = 0; i < 18; i++) {
            Path run = folder.resolve("run" + i);
            assertEquals(Optional.empty(), train(run, 1, false, initial));
            initial = Optional.of(ModelFile.read(run.resolve("model.npz")));
        }
        Map<?, ?> parent = (Map<?, ?>) initial.orElseThrow().provenance().get("initialModel");
        assertEquals("bars", parent.get("data"));
        assertEquals(
                ModelFile.read(folder.resolve("run16/model.npz")).fingerprint(),
                parent.get("fingerprint"),
                "it says which model it began with");
        assertEquals(ModelFile.read(folder.resolve("run15/model.npz")).fingerprint(), parent.get("initialModel"));
    }
}
