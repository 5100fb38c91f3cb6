package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.group.CyclicGroup;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.RunSettings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of the run that is shown and the next one, and what can be done about them. */
class RunOffersTest extends SmallRuns {
    @TempDir
    Path folder;

    private RunOffers offers;

    @BeforeEach
    void keepRuns() {
        runs.close();
        settings.limit().limitProperty().set("64");
        settings.training().text(TrainingSettings.EPOCHS).set("1");
        runs = new RunController(lab, settings, new DatasetCache(), () -> Optional.of(folder));
        offers = new RunOffers(lab, settings, runs);
    }

    private List<String> ids() {
        return offers.now().stream().map(RunOffer::id).toList();
    }

    private void take(String id) {
        offers.now().stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    @Test
    void beforeAnyRunTheNextOneIsNamedAndCanBeTrained() {
        assertEquals(List.of("train"), ids());
        assertTrue(offers.next().startsWith("C6"), offers.next());
        assertTrue(offers.next().endsWith("parameters"), offers.next());
        settings.network().groupProperty().set(CyclicGroup.TRIVIAL);
        assertTrue(offers.next().startsWith("baseline"), offers.next());
    }

    @Test
    void aRunThatIsDoneGoesOnOrIsTrainedAgainFromAnotherSeed() throws TimeoutException {
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertEquals(List.of("go-on", "again"), ids());
        assertEquals("Go on for 1 more epoch", offers.now().get(0).words());
        assertTrue(offers.shown().endsWith(" %"), offers.shown());
        Path kept = runs.folder().orElseThrow();
        int steps = now().step();

        take("go-on");
        awaitSteps(steps + 1);
        awaitState(TrainingState.FINISHED);
        assertEquals(kept, runs.folder().orElseThrow(), "it is the same run");
        assertEquals(2 * steps, now().step());
        assertEquals(2, runs.shown().curves().orElseThrow().testLoss().size(), "its curves have grown");
        assertFalse(offers.canUndo(), "there is no other run to bring back");

        long seed = settings.training().getValue().seed();
        runs.startOrPause();
        assertNotEquals(seed, settings.training().getValue().seed(), "the same seed would make the same bits");
        assertTrue(offers.canUndo());
    }

    @Test
    void besideAnotherNetworkItIsSaidWhatTheNextRunWouldBe() throws TimeoutException {
        settings.network().groupProperty().set(new CyclicGroup(4));
        runs.start();
        awaitState(TrainingState.FINISHED);
        assertEquals("", offers.next(), "it is the one that is shown");
        ShownNetwork twelve = Scenes.digits(12);
        runs.giveWay();
        lab.show(twelve);
        assertTrue(offers.shown().startsWith(twelve.title()), offers.shown());
        assertTrue(offers.next().startsWith("C4"), "the dial’s network is told from it: " + offers.next());
    }

    @Test
    void whatTheDialChangesIsTheNextRunAndCanBeTakenBack() throws TimeoutException {
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        trainABit();
        settings.network().groupProperty().set(new CyclicGroup(4));
        assertEquals(List.of("train", "revert"), ids());
        assertTrue(offers.next().startsWith("C4"), offers.next());
        take("revert");
        assertEquals(List.of("resume", "bring-back-settings"), ids());
        assertEquals("", offers.next(), "there is no next run");
    }

    @Test
    void whatIsSetAsAWholeCanBeTakenBackAfterItWasTrainedToItsEnd() throws TimeoutException {
        ShownNetwork before = Scenes.digits(4);
        lab.show(before);
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        RunSettings own = settings.planProperty().get();
        settings.training().text(TrainingSettings.CLIP).set("1.5");
        RunSettings experiment = settings.planProperty().get();
        settings.training().text(TrainingSettings.CLIP).set("0.5");
        runs.train(experiment, "The experiment is set.");
        assertEquals(experiment, settings.planProperty().get());
        awaitState(TrainingState.FINISHED);
        assertEquals(List.of("go-on", "again", "undo"), ids(), "to go on is likelier by now");
        take("undo");
        assertEquals(own, settings.planProperty().get());
        assertEquals(before.title(), lab.getShown().title());
        assertEquals(before.parameters(), lab.getShown().parameters());
        assertFalse(offers.canUndo());
    }

    @Test
    void theRunThatAnExperimentReplacedComesBackToo() throws TimeoutException {
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        trainABit();
        float[] learned = lab.getShown().parameters().values().clone();
        RunSettings own = settings.planProperty().get();
        settings.training().text(TrainingSettings.EPOCHS).set("1");
        RunSettings experiment = settings.planProperty().get();
        settings.training().text(TrainingSettings.EPOCHS).set("200");
        runs.train(experiment, "The experiment is set.");
        awaitState(TrainingState.FINISHED);
        take("undo");
        assertArrayEquals(learned, lab.getShown().parameters().values());
        assertEquals(own, settings.planProperty().get());
    }
}
