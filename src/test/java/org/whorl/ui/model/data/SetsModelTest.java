package org.whorl.ui.model.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Getting and opening sets, without a window. */
class SetsModelTest {
    @TempDir
    Path folder;

    private final Inbox inbox = new Inbox();
    private final Settings settings = new Settings(Path.of("unused"));
    private final SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), inbox);
    private final FakeSource source = new FakeSource();
    private final SetsModel model = new SetsModel(settings, chosen, source, inbox);

    private Download download() {
        return model.downloads().get("mnist");
    }

    private SetsModel.Opened opened() {
        return model.openedProperty().get();
    }

    private void open(Path... paths) {
        model.open(List.of(paths));
        inbox.until(() -> !opened().reading());
    }

    private TreeSet<String> content() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.map(Path::toString).toList());
        }
    }

    @Test
    void aSetThatIsGotIsThereAndIsReadWhereItWasMissed() throws IOException {
        Path mnist = SetFiles.idx(folder.resolve("mnist"));
        model.refresh();
        inbox.until(() -> !model.setsProperty().get().isEmpty());
        assertFalse(model.setsProperty().get().get(1).available());
        model.get("rot-mnist");
        inbox.until(() -> download().done() > 0);
        assertTrue(download().words().contains("1.0 MB of 4.0 MB"), download().words());
        source.finish(mnist);
        inbox.until(() -> model.setsProperty().get().get(1).available());
        assertTrue(model.downloads().isEmpty());
    }

    @Test
    void aDownloadCanBeCancelledAndResumed() throws IOException {
        model.get("mnist");
        inbox.until(() -> download().done() > 0);
        model.get("rot-mnist");
        assertEquals(1, source.asked, "one download of the same files at a time");
        model.cancel("mnist");
        inbox.until(() -> !download().running());
        assertFalse(download().problem());
        assertTrue(download().words().contains("Resume"), download().words());
        model.get("mnist");
        assertTrue(download().running());
        source.finish(folder);
        inbox.until(() -> model.downloads().isEmpty());
        assertEquals(2, source.asked);
    }

    @Test
    void whyADownloadFailedIsSaid() {
        model.get("mnist");
        source.fail("mnist: expected a mirror, found none");
        inbox.until(() -> !download().running());
        assertTrue(download().problem());
        assertEquals("mnist: expected a mirror, found none", download().words());
    }

    @Test
    void aFolderOfPicturesThatIsOpenedIsChosen() throws IOException {
        Path pictures = SetFiles.pictures(folder.resolve("noughts and ones"), 10);
        open(pictures);
        assertFalse(opened().problem(), opened().words());
        inbox.until(() -> chosen.stateProperty().get().data().isPresent());
        assertEquals(
                new DataChoice("folder:" + pictures, Optional.empty()),
                settings.dataProperty().get());
        assertEquals("noughts and ones is chosen.", opened().words());
        assertEquals(
                List.of("nought", "one"),
                chosen.stateProperty().get().data().orElseThrow().train().classNames());
    }

    @Test
    void aSetInMnistsFormatIsChosen() throws IOException {
        open(SetFiles.idx(folder.resolve("mine")));
        inbox.until(() -> chosen.stateProperty().get().data().isPresent());
        assertEquals(
                1437, chosen.stateProperty().get().data().orElseThrow().train().size());
        assertEquals("mine", settings.dataProperty().get().title());
    }

    @Test
    void whatIsNoSetLeavesTheChoiceAndTheDiskAloneAndIsSaidInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no images");
        var before = content();
        open(text);
        assertTrue(opened().problem());
        assertTrue(opened().words().startsWith(text + ": expected "), opened().words());
        assertFalse(opened().words().contains("\n"));
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
        assertEquals(before, content());
    }

    @Test
    void aSetThatTurnsOutToBeDamagedLeavesTheChoiceAlone() throws IOException {
        Path set = SetFiles.idx(folder.resolve("damaged"));
        Path images = set.resolve("train-images-idx3-ubyte");
        byte[] bytes = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(bytes, bytes.length - 100));
        open(set);
        assertTrue(opened().problem());
        assertTrue(opened().words().contains(images + ": expected "), opened().words());
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }

    @Test
    void aFolderWithoutAnyPictureNamesTheClass() throws IOException {
        Files.createDirectories(folder.resolve("set/a"));
        Files.createDirectories(folder.resolve("set/b"));
        open(folder.resolve("set"));
        assertTrue(opened().words().startsWith(folder.resolve("set/a") + ": expected PNG"), opened().words());
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }

    @Test
    void openingCanBeCancelled() throws IOException {
        Path pictures = SetFiles.pictures(folder.resolve("many"), 50);
        model.open(List.of(pictures));
        model.cancelOpening();
        inbox.until(() -> !opened().reading());
        assertEquals("Reading many was cancelled.", opened().words());
        assertFalse(opened().problem());
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }
}
