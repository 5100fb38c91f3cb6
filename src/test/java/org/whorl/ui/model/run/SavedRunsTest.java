package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.Npz;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SavedRunsTest {
    @TempDir
    Path runs;

    private Path run(String name, long written) throws IOException {
        Path folder = Files.createDirectory(runs.resolve(name));
        Path model = Files.createFile(folder.resolve(SavedRuns.MODEL));
        Files.setLastModifiedTime(model, FileTime.fromMillis(written));
        return folder;
    }

    @Test
    void runsWithAModelTheNewestFirst() throws IOException {
        Path old = run("old", 1_000_000);
        Path newer = run("newer", 2_000_000);
        Files.createDirectory(runs.resolve("unfinished"));
        Files.createFile(runs.resolve("a file"));
        assertEquals(List.of(newer, old), SavedRuns.in(runs));
    }

    @Test
    void runsThatMadeNoStepAreLeftOut() throws Exception {
        Path tried = stopped("tried");
        Path untrained = stopped("untrained");
        // As Whorl kept networks that were not trained.
        Path checkpoint = untrained.resolve("checkpoint.npz");
        Npz archive = Npz.read(checkpoint);
        String state = new String(archive.files().get("state.json"), StandardCharsets.UTF_8)
                .replaceAll("\"(step|stepInEpoch)\" ?: ?1,", "\"$1\":0,");
        new Npz(Map.of("state.json", state.getBytes(StandardCharsets.UTF_8)), archive.arrays()).write(checkpoint);
        assertEquals(List.of(tried), SavedRuns.in(runs));
    }

    private Path stopped(String name) throws Exception {
        Path folder = runs.resolve(name);
        SmallRuns.trainOneStep(new Settings(runs).planProperty().get(), folder);
        return folder;
    }

    @Test
    void aRunWhoseRecordCannotBeReadIsOpenedWithoutItsSettings() throws IOException {
        ShownNetwork shown = Scenes.digits(4);
        Path folder = Files.createDirectory(runs.resolve("damaged"));
        ModelFile.write(
                new Model(shown.parameters(), shown.preparation(), shown.classNames(), Map.of()),
                folder.resolve(SavedRuns.MODEL));
        Files.writeString(folder.resolve("run.json"), "{\"format\":");
        SavedRun kept = SavedRun.read(folder);
        assertEquals(shown.spec(), kept.model().spec());
        assertEquals(Optional.empty(), kept.plan(DataChoice.DIGITS));
    }

    @Test
    void aRunThatWasKilledBeforeItsFirstModelIsListedAndOpenedAndCanGoOn() throws Exception {
        Path killed = stopped("killed");
        Model whole = SavedRun.read(killed).model();
        Files.delete(killed.resolve(SavedRuns.MODEL));
        assertEquals(List.of(killed), SavedRuns.in(runs));
        SavedRun kept = SavedRun.read(killed);
        assertEquals(whole.fingerprint(), kept.model().fingerprint());
        assertEquals(1, kept.checkpoint().orElseThrow().step());
    }

    @Test
    void noFolderIsNoRuns() throws IOException {
        assertEquals(List.of(), SavedRuns.in(runs.resolve("not yet")));
    }
}
