package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StepCurvesTest {
    @TempDir
    Path folder;

    private static StepCurves after(int first, int last) {
        StepCurves steps = new StepCurves(23);
        for (int step = first; step <= last; step++) {
            double value = 1 + Math.sin(step) / step;
            steps.add(new StepMetrics(
                    step,
                    value,
                    Double.NaN,
                    0.01,
                    2 * value,
                    value / 9,
                    List.of(new LayerUpdate(3 * value, value / 7))));
        }
        return steps;
    }

    private static void assertSame(StepCurve expected, StepCurve found) {
        assertEquals(expected.size(), found.size());
        assertEquals(expected.share(), found.share());
        assertEquals(expected.filled(), found.filled());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.x(i), found.x(i));
            assertEquals(expected.mean(i), found.mean(i), 1e-6 * expected.mean(i));
            assertEquals(expected.least(i), found.least(i), 1e-6 * expected.least(i));
            assertEquals(expected.greatest(i), found.greatest(i), 1e-6 * expected.greatest(i));
        }
    }

    @Test
    void whatIsReadIsWhatWasMeasured() throws IOException {
        StepCurves steps = after(1, 100);
        steps.write(folder);
        StepCurves read = StepCurves.read(folder, 100).orElseThrow();
        assertEquals(23, read.stepsPerEpoch());
        assertTrue(read.isWhole());
        for (String quantity : List.of(
                StepCurves.LOSS,
                StepCurves.LEARNING_RATE,
                StepCurves.GRADIENT_NORM,
                StepCurves.FORM,
                StepCurves.update(1),
                StepCurves.gradientNorm(1))) {
            assertSame(steps.of(quantity).orElseThrow(), read.of(quantity).orElseThrow());
        }
        assertEquals(Optional.empty(), read.of(StepCurves.ACCURACY), "an autoencoder has none");
    }

    @Test
    void aLongRunKeepsBoundedPointsAndNoOutlierIsLost() throws IOException {
        int last = 2 * StepCurve.CAPACITY + 3;
        StepCurves steps = after(1, last);
        steps.add(new StepMetrics(last + 1, 1e4, 0.5, 0.01, 1, 0.5, List.of(new LayerUpdate(1, 1))));
        steps.write(folder);
        StepCurves read = StepCurves.read(folder, Integer.MAX_VALUE).orElseThrow();
        StepCurve loss = read.of(StepCurves.LOSS).orElseThrow();
        assertSame(steps.of(StepCurves.LOSS).orElseThrow(), loss);
        assertTrue(loss.size() <= StepCurve.CAPACITY && loss.share() == 4);
        assertEquals(1e4, loss.greatest(loss.size() - 1));
        assertTrue(read.isWhole());
    }

    @Test
    void whatACheckpointDoesNotKnowYetIsLeftOut() throws IOException {
        after(1, 100).write(folder);
        StepCurve loss =
                StepCurves.read(folder, 60).orElseThrow().of(StepCurves.LOSS).orElseThrow();
        assertEquals(60, loss.size());
        assertEquals(60, loss.x(59));
    }

    @Test
    void stepsThatDoNotGoBackToTheFirstAreNotTheWholeRun() {
        assertFalse(after(24, 46).isWhole());
        assertFalse(new StepCurves(23).isWhole());
    }

    @Test
    void aFolderWithoutStepsHasNoneAndAFileThatIsNoneIsNamed() throws IOException {
        assertEquals(Optional.empty(), StepCurves.read(folder, 1));
        Files.writeString(folder.resolve(StepCurves.FILE), "step,loss");
        IOException e = assertThrows(IOException.class, () -> StepCurves.read(folder, 1));
        assertTrue(e.getMessage().contains(StepCurves.FILE), e.getMessage());
    }
}
