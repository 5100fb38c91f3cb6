package org.whorl.insight;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MistakeTest {
    @Test
    void theHardestIsThatWhoseOwnClassWasThoughtLeastProbable() {
        int[] labels = {3, 1, 4, 1, 5};
        int[] predictions = {3, 7, 9, 1, 6};
        float[] confidences = {0.9f, 0.3f, 0.001f, 0.6f, 0.3f};
        List<Mistake> mistakes = Mistake.hardestFirst(labels, predictions, confidences);
        assertEquals(
                List.of(2, 1, 4), mistakes.stream().map(Mistake::image).toList(), "equal ones in the order of the set");
        assertEquals(new Mistake(2, 4, 9, 0.001f), mistakes.get(0));
    }
}
