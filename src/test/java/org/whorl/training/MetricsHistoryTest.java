package org.whorl.training;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MetricsHistoryTest {
    private static StepMetrics step(int number) {
        return new StepMetrics(number, 1, 1, 0.01, 1, 1, List.of());
    }

    @Test
    void givesWhatIsNewSinceTheStepThatWasSeenLast() {
        MetricsHistory history = new MetricsHistory();
        for (int i = 101; i <= 110; i++) {
            history.add(step(i));
        }
        assertEquals(10, history.stepsAfter(0).size());
        assertEquals(
                List.of(108, 109, 110),
                history.stepsAfter(107).stream().map(StepMetrics::step).toList());
        assertTrue(history.stepsAfter(110).isEmpty());
    }

    @Test
    void keepsTheNewestStepsOfARunWithoutEnd() {
        MetricsHistory history = new MetricsHistory();
        int steps = 3 * MetricsHistory.STEPS_KEPT;
        for (int i = 1; i <= steps; i++) {
            history.add(step(i));
        }
        List<StepMetrics> kept = history.stepsAfter(0);
        assertEquals(MetricsHistory.STEPS_KEPT, kept.size());
        assertEquals(steps, kept.get(kept.size() - 1).step());
    }
}
