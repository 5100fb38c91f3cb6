package org.whorl.ui.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.experiment.Experiments;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.RunSettings;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What a lesson sets, and whose it is afterwards. */
class LentSettingsTest {
    private final Settings settings = new Settings(Path.of("unused"));
    private final RunController runs = new RunController(new LabState(), settings, new DatasetCache(), Optional::empty);
    private final LentSettings lent = new LentSettings(runs);
    private RunSettings before;
    private RunSettings first;
    private RunSettings second;

    @BeforeEach
    void twoStepsSetOthers() throws IOException {
        before = now();
        first = Experiments.builtIn().get(0).plan().orElseThrow();
        second = Experiments.builtIn().get(2).plan().orElseThrow();
        lent.enter();
        runs.changed().replaceBy(first);
        lent.enter();
        runs.changed().replaceBy(second);
    }

    @AfterEach
    void end() {
        runs.close();
    }

    private RunSettings now() {
        return settings.planProperty().get();
    }

    @Test
    void goingBackAndEndingBringBackWhatTheStepsReplaced() {
        lent.leave();
        assertEquals(first, now());
        lent.end();
        assertEquals(before, now());
        assertEquals(Optional.empty(), runs.changed().replacedProperty().get(), "there is nothing left to bring back");
    }

    @Test
    void atTheEndTheSettingsAreThoseOfBeforeTheFirstStep() {
        lent.end();
        assertEquals(before, now());
        lent.end();
        assertEquals(before, now());
    }

    @Test
    void whatSomebodyHasChangedOfTheLessonsSettingsStays() {
        settings.network().groupProperty().set(CyclicGroup.ofAngle(45));
        RunSettings own = now();
        lent.leave();
        lent.end();
        assertEquals(own, now());
    }

    @Test
    void whatIsTrainedWithTheLessonsSettingsKeepsThem() {
        runs.start();
        lent.end();
        assertEquals(second, now());
        assertFalse(runs.changed().isPending());
    }

    @Test
    void aDialThatALessonTurnsIsNobodysOwn() {
        runs.changed().turnTo(CyclicGroup.ofAngle(45));
        assertEquals(8, now().network().group().order());
        lent.end();
        assertEquals(before, now());
    }
}
