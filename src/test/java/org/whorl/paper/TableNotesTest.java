package org.whorl.paper;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.Support;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TableNotesTest {
    private static final Table TABLE = Tables.table1(false);

    private static Result cifar(String row) throws IOException {
        return PublishedResults.read(TABLE, PublishedResults.file(TABLE).orElseThrow()).stream()
                .filter(r -> r.cell().column().equals("CIFAR-10")
                        && r.cell().row().equals(row)
                        && r.cell().experiment().preset() == Preset.BEST)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOrderOfTheCifarColumnIsTheReverseOfThePapers() throws IOException {
        assertTrue(TableNotes.of(TABLE).get(0).contains("CIFAR-10 column is the reverse of the paper’s"));
        Result baseline = cifar("Baseline");
        Result r90 = cifar("R90-CNN");
        Result r60 = cifar("R60-CNN");
        assertTrue(baseline.cell().published() < r90.cell().published()
                && r90.cell().published() < r60.cell().published());
        assertTrue(baseline.mean() > r90.mean() && r90.mean() > r60.mean());
    }

    @Test
    void theWeightsThatTheNoteCountsAreThoseOfTheNetworks() throws IOException {
        assertTrue(TableNotes.of(TABLE).get(0).contains("learns 46,080 weights and R60 7,680, or 6,240 on the disc"));
        ImageShape colours = new ImageShape(3, 32, 32);
        assertEquals(
                46_080,
                ParameterCount.of(
                                cifar("Baseline").cell().experiment().network().withInput(colours, 10))
                        .filters());
        NetworkSpec r60 = cifar("R60-CNN").cell().experiment().network().withInput(colours, 10);
        assertEquals(7_680, ParameterCount.of(r60.withSupport(Support.SQUARE)).filters());
        assertEquals(6_240, ParameterCount.of(r60.withSupport(Support.DISC)).filters());
    }

    @Test
    void jpegIsSaidWhereColoursAreMeasuredAndNowhereElse() {
        assertTrue(TableNotes.of(TABLE).stream().anyMatch(note -> note.contains("JPEG")));
        assertTrue(TableNotes.of(Tables.reconstruct(false)).stream().anyMatch(note -> note.contains("JPEG")));
        assertTrue(TableNotes.of(Tables.table2(false)).stream().noneMatch(note -> note.contains("JPEG")));
    }

    @Test
    void sigmaIsBinomialAndOfAccuraciesOnly() throws IOException {
        Result baseline = cifar("Baseline");
        double p = baseline.mean();
        assertEquals(Math.sqrt(p * (1 - p) / 10_000), baseline.sigma(), 1e-12);
        assertEquals(0.0043, baseline.sigma(), 5e-5);
        Table autoencoders = Tables.reconstruct(false);
        List<Result> psnr = PublishedResults.read(
                autoencoders, PublishedResults.file(autoencoders).orElseThrow());
        assertTrue(psnr.stream().allMatch(r -> Double.isNaN(r.sigma())));
    }
}
