package org.whorl.ui.model.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.network.Model;
import org.whorl.training.EpochMetrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GalleryTest {
    static List<String> trained() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : Gallery.names()) {
            if (!Gallery.epochs(name).isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The table beside a model is of the training that made it, not of another. */
    @ParameterizedTest
    @MethodSource("trained")
    void theLastEpochOfAModelsTrainingIsWhatTheModelSaysOfItself(String name) throws IOException {
        Model model = Gallery.read(name).model();
        List<EpochMetrics> epochs = Gallery.epochs(name);
        EpochMetrics last = epochs.get(epochs.size() - 1);
        assertEquals(((Number) model.provenance().get("epochs")).intValue(), last.epoch());
        assertEquals(model.spec().layers(), last.activeFractions().size());
        if (model.spec().objective().classifies()) {
            assertEquals(((Number) model.provenance().get("testAccuracy")).doubleValue(), last.testAccuracy(), 5e-5);
        }
    }

    @Test
    void theModelsThatLessonsAndExperimentsBeginWithComeWithTheirTraining() throws IOException {
        List<String> trained = trained();
        assertTrue(
                trained.containsAll(List.of("digits-c6", "digits-c12-invariant", "leaves-c8-reconstruct")),
                "found " + trained);
        assertFalse(Gallery.names().stream().anyMatch(name -> name.contains("metrics")), "tables are not models");
    }
}
