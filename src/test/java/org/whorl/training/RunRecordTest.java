package org.whorl.training;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Records of runs whose changes no user could have made. */
class RunRecordTest {
    private static final NetworkSpec SPEC = NetworkSpec.paper(new ImageShape(1, 12, 12), 2, new CyclicGroup(4));
    private static final LiveSettings LIVE = LiveSettings.of(TrainingSettings.DEFAULT, SPEC);

    private static RunRecord with(List<SettingsChange> changes) {
        return new RunRecord(1, SPEC, TrainingSettings.DEFAULT, "bars", "none", 8, 4, "none", "none", changes);
    }

    @Test
    void changesHaveSettingsAndStepsThatGrow() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> new SettingsChange(3, null));
        assertThrows(IllegalArgumentException.class, () -> new SettingsChange(-1, LIVE));
        SettingsChange third = new SettingsChange(3, LIVE);
        String said = assertThrows(IllegalArgumentException.class, () -> with(List.of(third, third)))
                .getMessage();
        assertTrue(said.contains("steps that grow"), said);
        assertEquals(Set.of(third), Set.copyOf(with(List.of(third)).changes()));
    }

    @Test
    void noChangeAsksForTwoMilliardEpochs() {
        LiveSettings many = new LiveSettings(
                2_000_000_000, LIVE.learningRate(), LIVE.schedule(), LIVE.clip(), LIVE.threshold(), LIVE.stepSize());
        assertThrows(IllegalArgumentException.class, () -> with(List.of(new SettingsChange(3, many))));
    }
}
