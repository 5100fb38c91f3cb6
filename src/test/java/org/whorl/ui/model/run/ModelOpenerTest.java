package org.whorl.ui.model.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Opening networks, without a window. */
class ModelOpenerTest {
    private static final ModelSource DIGITS = new ModelSource(ModelSource.Kind.GALLERY, "digits-c6");

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final LabState lab = new LabState();
    private final Settings settings = new Settings(Path.of("unused"));
    private final DatasetCache shelf = new DatasetCache();
    private final RunController runs = new RunController(lab, settings, shelf, Optional::empty);
    private Optional<String> said = Optional.empty();
    private String complaint = "";
    private final ModelOpener opening = new ModelOpener(
            lab,
            runs,
            new SelectedDataset(settings, shelf, inbox::add),
            words -> said = words,
            words -> complaint = words,
            "cifar10"::equals,
            inbox::add);

    @AfterEach
    void end() {
        runs.close();
    }

    private List<Runnable> reports(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> inbox.size() == count);
        return List.copyOf(inbox);
    }

    @Test
    void aRunThatTrainsGivesWayToWhatIsOpened() throws TimeoutException {
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.network().text(NetworkSettings.LAYERS).set("1");
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        runs.start();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            runs.look();
            return runs.snapshotProperty().get().orElseThrow().step() > 2;
        });
        opening.open(DIGITS);
        reports(1).forEach(Runnable::run);
        assertFalse(runs.isActive());
        runs.look();
        assertEquals("digits-c6", lab.getShown().title());
        assertEquals(Optional.of(DIGITS), opening.last());
    }

    @Test
    void aModelOfDigitsIsShownDigitsWhateverIsChosenForTheNextRun() throws TimeoutException {
        settings.dataProperty().set(new DataChoice("leaves", Optional.empty()));
        opening.open(DIGITS);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            List<Runnable> reports = List.copyOf(inbox);
            inbox.removeAll(reports);
            reports.forEach(Runnable::run);
            return lab.getShown() != null;
        });
        assertEquals("digits", lab.getShown().data().orElseThrow().name());
        assertEquals(Optional.empty(), lab.getShown().otherImages());
    }

    private void awaitShown() throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            List<Runnable> reports = List.copyOf(inbox);
            inbox.removeAll(reports);
            reports.forEach(Runnable::run);
            return lab.getShown() != null;
        });
    }

    private static RunSettings leaves() throws IOException {
        return Experiments.builtIn().get(0).plan().orElseThrow();
    }

    @Test
    void whatIsOpenedSetsDataDialAndNetworkAndTheOnesBeforeComeBack() throws Exception {
        settings.set(leaves());
        RunSettings before = settings.planProperty().get();
        opening.open(DIGITS);
        awaitShown();
        RunSettings now = settings.planProperty().get();
        assertEquals(DataChoice.DIGITS, now.data());
        assertEquals(lab.getShown().spec(), now.network());
        assertEquals(15, now.training().epochs());
        assertEquals(OptionalInt.empty(), now.limit(), "it was trained on all of them");
        assertEquals(before.training().threads(), now.training().threads(), "threads are the machine's");
        runs.undo();
        assertEquals(before, settings.planProperty().get());
    }

    @Test
    void whatSomebodyHasSetByHandStaysAndThatIsSaid() throws Exception {
        settings.set(leaves());
        settings.network().groupProperty().set(CyclicGroup.ofAngle(90));
        RunSettings own = settings.planProperty().get();
        opening.open(DIGITS);
        awaitShown();
        assertEquals(own, settings.planProperty().get());
        assertEquals(Optional.of("Showing model digits-c6; your own settings stay"), said);
        opening.openWithSettings(DIGITS, () -> {}, problem -> {});
        assertEquals(lab.getShown().spec(), settings.planProperty().get().network());
        runs.changed().bringBack();
        assertEquals(own, settings.planProperty().get());
    }

    @Test
    void aModelOfASetThatIsNotHereLeavesTheSettingsSinceNothingCouldBeTrained() throws Exception {
        settings.set(leaves());
        RunSettings before = settings.planProperty().get();
        opening.open(new ModelSource(ModelSource.Kind.GALLERY, "cifar10-c4"));
        awaitShown();
        assertEquals(before, settings.planProperty().get());
        assertTrue(said.orElseThrow().endsWith("since cifar10 is not on this machine"), said.toString());
    }

    @Test
    void whatAModelsFileDoesNotSayOfItsTrainingIsAsUsual() throws Exception {
        RunSettings now = leaves();
        NetworkSpec network = now.network();
        assertEquals(Optional.empty(), ToldSettings.of(network, Map.of(), now));
        RunSettings told =
                ToldSettings.of(network, Map.of("data", "digits"), now).orElseThrow();
        assertEquals(TrainingSettings.DEFAULT.epochs(), told.training().epochs());
        assertEquals(OptionalInt.empty(), told.limit());
        Map<String, Object> strange =
                Map.of("data", "digits", "trainImages", 100, "training", Map.of("epochs", "many"));
        RunSettings doubtful = ToldSettings.of(network, strange, now).orElseThrow();
        assertEquals(TrainingSettings.DEFAULT.epochs(), doubtful.training().epochs());
        assertEquals(OptionalInt.of(100), doubtful.limit());
    }

    @Test
    void aModelThatComesAlongIsShownWithTheCurvesOfItsTraining() throws TimeoutException {
        opening.open(DIGITS);
        reports(1).forEach(Runnable::run);
        Curves curves = runs.shown().curves().orElseThrow();
        assertEquals(15, curves.testAccuracy().size());
        assertEquals(Optional.of(15.0), runs.shown().epochs());
        assertEquals(Optional.of(Objective.CLASSIFY), runs.shown().objective());
        assertTrue(curves.ofEpochs(), "its steps were not kept");
        assertFalse(runs.shown().isInWindow());
        assertEquals(Optional.empty(), runs.shown().kept(), "there is no run to go on with");
        inbox.clear();
        opening.open(new ModelSource(ModelSource.Kind.GALLERY, "rot-mnist-c8-invariant"));
        reports(1).forEach(Runnable::run);
        assertEquals(Optional.empty(), runs.shown().curves(), "nothing is known of its training");
    }

    @Test
    void whatWasAskedForBeforeTheLastIsNeitherShownNorComplainedAbout() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.npz"), "no model");
        opening.open(new ModelSource(ModelSource.Kind.FILE, damaged.toString()));
        opening.open(new ModelSource(ModelSource.Kind.GALLERY, "mnist-c4"));
        opening.open(DIGITS);
        assertEquals(Optional.of("Reading model digits-c6 …"), said);
        // What has begun to be read may report too; what has not does not.
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            List<Runnable> reports = List.copyOf(inbox);
            inbox.removeAll(reports);
            reports.forEach(Runnable::run);
            return lab.getShown() != null;
        });
        assertEquals("", complaint);
        assertEquals("digits-c6", lab.getShown().title());
        assertEquals(
                Optional.of("Showing model digits-c6; the settings are its own now (Ctrl+Z: the ones before)"), said);
    }

    @Test
    void whatCannotBeOpenedIsNamedAndLeavesWhatWasShown() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.npz"), "no model");
        opening.open(new ModelSource(ModelSource.Kind.FILE, damaged.toString()));
        reports(1).forEach(Runnable::run);
        assertTrue(complaint.startsWith(damaged.toString()), complaint);
        assertEquals(Optional.empty(), said);
        assertEquals(Optional.empty(), opening.last());
    }

    @Test
    void aModelOfTheGallerysNameFromElsewhereIsNotTakenForIt() throws IOException, TimeoutException {
        opening.open(DIGITS);
        reports(1).forEach(Runnable::run);
        inbox.clear();
        Path own = folder.resolve("digits-c6.npz");
        Files.copy(ModelOpenerTest.class.getResourceAsStream("/org/whorl/assets/models/digits-c6.npz"), own);
        opening.open(new ModelSource(ModelSource.Kind.FILE, own.toString()));
        reports(1).forEach(Runnable::run);
        inbox.clear();
        opening.open(DIGITS);
        reports(1).forEach(Runnable::run);
        assertEquals(Optional.of(DIGITS), opening.last());
    }
}
