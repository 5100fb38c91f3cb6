package org.whorl.ui.view.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.paper.Preset;
import org.whorl.paper.Reproduction;
import org.whorl.paper.Result;
import org.whorl.ui.model.settings.DataChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The model without a screen: this thread stands in for the window's. */
class PaperModelTest {
    @TempDir
    Path runs;

    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private PaperModel model;

    private PaperModel model(TableChoice... choices) {
        model = new PaperModel(List.of(choices), () -> runs, () -> DataChoice.DIGITS, reports::add);
        return model;
    }

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
        }
    }

    /** Does what other threads report until something holds. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertTrue(report != null, "nothing is reported any more");
            report.run();
        }
    }

    private Entry entry(String row, String column) {
        return model.comparisonProperty()
                .get()
                .entry(model.presetProperty().get(), row, column)
                .orElseThrow();
    }

    private boolean idle() {
        return model.runningProperty().get().isEmpty();
    }

    @Test
    void thePapersNumbersAreThereAtOnceAndNothingElse() {
        model(SmallTable.digits(1, Optional.empty()));
        Entry entry = entry(SmallTable.ROW, "upright");
        assertTrue(entry.inPaper());
        assertEquals(Optional.empty(), entry.ours());
        assertEquals("", entry.differenceText());
        assertEquals("not run here", entry.hereText());
        assertEquals(0, model.share(SmallTable.ROW));
    }

    @Test
    void aRowIsRunWithProgressAndItsNumbersStandBesideThePapers() throws Exception {
        model(SmallTable.digits(2, Optional.empty()));
        double[] greatest = {0};
        boolean[] said = {false};
        model.runningProperty()
                .addListener((o, was, is) -> is.ifPresent(r -> {
                    assertTrue(model.share(SmallTable.ROW) >= 0 && model.share(SmallTable.ROW) <= 1);
                    greatest[0] = Math.max(greatest[0], model.share(SmallTable.ROW));
                    said[0] |= r.words().startsWith("small-c4, seed 2 · run 2 of 2");
                }));
        model.runRow(SmallTable.ROW);
        assertTrue(model.isWanted(SmallTable.ROW));
        assertFalse(model.isWanted(SmallTable.OTHER));
        until(this::idle);
        until(() -> model.share(SmallTable.ROW) == 1);
        assertTrue(said[0], "the second of two runs is named");
        assertTrue(greatest[0] > 0.4, "progress reached " + greatest[0]);
        assertEquals(0, model.share(SmallTable.OTHER));
        Entry upright = entry(SmallTable.ROW, "upright");
        Result here = upright.here().orElseThrow();
        assertEquals(2, here.outcomes().size());
        assertEquals(here.mean() - 0.25, upright.difference(), 1e-12);
        assertEquals("here " + here.format(), upright.hereText());
        assertTrue(Double.isNaN(entry(SmallTable.ROW, "turned").difference()), "the paper has no number");
        assertTrue(Files.exists(runs.resolve("paper/small.json")));
        assertTrue(Files.exists(model.ownModel(upright).orElseThrow()));
    }

    @Test
    void cancelledItGoesOnFromItsCheckpoint() throws Exception {
        model(SmallTable.digits(200, Optional.empty()));
        model.runRow(SmallTable.ROW);
        until(() -> model.runningProperty()
                .get()
                .map(r -> r.moment().map(m -> m.snapshot().step() > 0).orElse(false))
                .orElse(false));
        model.cancel();
        assertTrue(model.runningProperty().get().orElseThrow().words().startsWith("Stopping"));
        until(this::idle);
        assertEquals("", model.problemProperty().get());
        until(() -> model.isBegun(SmallTable.ROW));
        assertEquals(Optional.empty(), entry(SmallTable.ROW, "upright").here());
        model.runRow(SmallTable.ROW);
        until(() -> model.runningProperty()
                .get()
                .map(r -> r.moment().map(m -> m.snapshot().stepsPerEpoch() > 0).orElse(false))
                .orElse(false));
        assertTrue(
                model.runningProperty()
                                .get()
                                .orElseThrow()
                                .moment()
                                .orElseThrow()
                                .snapshot()
                                .step()
                        > 0,
                "it does not begin anew");
    }

    @Test
    void closingWaitsForTheCheckpoint() throws Exception {
        model(SmallTable.digits(200, Optional.empty()));
        model.runRow(SmallTable.ROW);
        until(() -> model.runningProperty()
                .get()
                .map(r -> r.moment().map(m -> m.snapshot().step() > 0).orElse(false))
                .orElse(false));
        model.close();
        var table = model.choices().get(0).full();
        Reproduction kept = new Reproduction(table, runs.resolve("paper"), data -> Optional.empty());
        assertEquals(1, kept.begun().size());
    }

    @Test
    void onlyOnePartIsRunAtATime() throws Exception {
        model(SmallTable.digits(2, Optional.empty()));
        model.runRow(SmallTable.ROW);
        model.runRow(SmallTable.OTHER);
        assertFalse(model.isWanted(SmallTable.OTHER));
        until(this::idle);
    }

    @Test
    void imagesThatAreNowhereAreSaidInASentence() throws Exception {
        model(SmallTable.missing());
        model.runRow(SmallTable.ROW);
        until(this::idle);
        assertTrue(
                model.problemProperty().get().contains("nowhere-to-be-found"),
                model.problemProperty().get());
        assertFalse(model.problemProperty().get().contains("\n"));
    }

    @Test
    void quickRunsAreKeptApartAndNotCompared() throws Exception {
        model(SmallTable.digits(2, Optional.empty()));
        model.quickProperty().set(true);
        model.runCell(entry(SmallTable.ROW, "upright"));
        until(this::idle);
        until(() -> entry(SmallTable.ROW, "upright").here().isPresent());
        Entry quick = entry(SmallTable.ROW, "upright");
        assertTrue(Double.isNaN(quick.difference()));
        assertTrue(quick.hereText().startsWith("quick run "));
        assertEquals(List.of(Preset.BEST), model.comparisonProperty().get().presets());
        model.quickProperty().set(false);
        until(() -> !model.comparisonProperty().get().sets().isEmpty());
        assertEquals(Optional.empty(), entry(SmallTable.ROW, "upright").here());
    }

    @Test
    void publishedNumbersStandBesideThosesFromHere() throws Exception {
        // What a run of the same table left is what is published.
        TableChoice unpublished = SmallTable.digits(1, Optional.empty());
        Path other = runs.resolve("elsewhere");
        List<Result> results = new Reproduction(unpublished.full(), other, data -> Optional.empty())
                .run(e -> e.preset() == Preset.PAPER && e.name().equals("small-c4"), moment -> true);
        model(SmallTable.digits(
                1, Optional.of(other.resolve("small.json").toUri().toURL())));
        model.refresh();
        model.presetProperty().set(Preset.PAPER);
        until(() -> entry(SmallTable.ROW, "upright").published().isPresent());
        Entry entry = entry(SmallTable.ROW, "upright");
        assertEquals(results.get(0).mean(), entry.published().orElseThrow().mean());
        assertEquals(Optional.empty(), entry.here());
        assertEquals(results.get(0).mean() - 0.25, entry.difference(), 1e-12);
        assertEquals(Optional.empty(), entry(SmallTable.OTHER, "upright").published());
    }

    @Test
    void aPublishedFileThatIsDamagedIsSaidAndTheRestIsShown() throws Exception {
        Path broken = Files.writeString(runs.resolve("broken.json"), "{\"format\":1");
        model(SmallTable.digits(1, Optional.of(broken.toUri().toURL())));
        model.refresh();
        until(() -> model.comparisonProperty().get().problem().isPresent());
        String words = model.comparisonProperty().get().problem().orElseThrow();
        assertTrue(words.contains("broken.json") && words.contains("expected JSON"), words);
        assertTrue(entry(SmallTable.ROW, "upright").inPaper());
    }

    @Test
    void theTableAsTextHasEveryNumber() throws IOException, InterruptedException {
        model(SmallTable.digits(1, Optional.empty()));
        model.runCell(entry(SmallTable.ROW, "upright"));
        until(this::idle);
        until(() -> model.share(SmallTable.ROW) == 1);
        Comparison comparison = model.comparisonProperty().get();
        String here = entry(SmallTable.ROW, "upright").here().orElseThrow().format();
        String markdown = ComparisonText.markdown(comparison);
        assertTrue(markdown.contains("| R90-CNN | 25.00 | – | " + here + " | – | – | "), markdown);
        List<String> csv = ComparisonText.csv(comparison).lines().toList();
        assertEquals(1 + 8, csv.size());
        assertTrue(csv.get(3).startsWith("R90-CNN,upright,best,accuracy,0.25,,,,0."), csv.get(3));
        assertTrue(csv.get(3).contains(",1 2,false,whorl train --data digits"), csv.get(3));
    }
}
