package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MetricsFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve(MetricsFile.NAME), text);
    }

    @Test
    void columnsAreFoundByName() throws IOException {
        List<EpochMetrics> epochs = MetricsFile.read(
                file(
                        "epoch,test_accuracy,train_loss,active_1,active_2,something_new\n1,0.5,2.0,0.1,0.2,7\n2,,1.5,0.1,0.2,7\n"));
        assertEquals(2, epochs.size());
        assertEquals(0.5, epochs.get(0).testAccuracy());
        assertEquals(2, epochs.get(0).trainLoss());
        assertEquals(List.of(0.1, 0.2), epochs.get(0).activeFractions());
        assertTrue(Double.isNaN(epochs.get(1).testAccuracy()), "an empty cell was not measured");
        assertTrue(Double.isNaN(epochs.get(0).testLoss()), "a column that is not there was not measured");
    }

    @Test
    void aLineOrATableThatNoRunWritesIsRefusedBeforeItCostsMemory() throws IOException {
        Path wide = file("epoch" + ",".repeat(1 << 17) + "\n1\n");
        String refused =
                assertThrows(IOException.class, () -> MetricsFile.read(wide)).getMessage();
        assertTrue(refused.startsWith(wide + ": line 1: expected at most"), refused);
        Path tall = file("epoch\n" + "1\n".repeat(100_001));
        refused = assertThrows(IOException.class, () -> MetricsFile.read(tall)).getMessage();
        assertTrue(refused.startsWith(tall + ": line 100002: expected at most 100000 epochs"), refused);
    }

    @Test
    void whetherThereIsAnEpochIsSeenFromTheFirstBytes() throws IOException {
        assertTrue(MetricsFile.hasEpoch(file("epoch,step\n1,5\n")));
        assertFalse(MetricsFile.hasEpoch(file("epoch,step\n\n")));
        assertFalse(MetricsFile.hasEpoch(file("epoch,step")));
        assertTrue(MetricsFile.hasEpoch(file("x".repeat(1 << 17))), "who knows");
    }

    @Test
    void anotherTableIsRefusedInOneLine() throws IOException {
        Path wrong = file("a,b\n1,2\n");
        Exception refused = assertThrows(IOException.class, () -> MetricsFile.read(wrong));
        assertEquals(wrong + ": expected a column epoch, found a,b", refused.getMessage());
        Path cut = file("epoch,test_loss\n1,0.5\n2\n");
        assertEquals(
                cut + ": line 3: expected 2 values, found 1",
                assertThrows(IOException.class, () -> MetricsFile.read(cut)).getMessage());
        Path word = file("epoch,test_loss\n1,much\n");
        assertEquals(
                word + ": line 2: test_loss: expected a number, found much",
                assertThrows(IOException.class, () -> MetricsFile.read(word)).getMessage());
    }
}
