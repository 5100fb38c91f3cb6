package org.whorl.ui.model.symmetry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.insight.SymmetryProfile;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SymmetryMeasurementsTest {
    private static final ImageShape SHAPE = new ImageShape(1, 10, 10);

    /** Stands for the FX thread: what the worker reports waits here until the test takes it. */
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

    private final SymmetryMeasurements measuring = new SymmetryMeasurements(reports::add);

    static MeasuredNetwork network(String name, long seed, int forErrors) {
        NetworkSpec spec = NetworkSpec.paper(SHAPE, 2, new CyclicGroup(4))
                .withFilters(4)
                .withKernel(3, false)
                .withLayers(2);
        float[] pixels = new float[4 * SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.abs(Math.sin(i * 0.37));
        }
        Dataset images = new Dataset(SHAPE, pixels, new int[] {0, 1, 0, 1}, List.of("a", "b"));
        Model model =
                new Model(Parameters.initial(spec, seed), Preparation.identity(SHAPE), List.of("a", "b"), Map.of());
        return new MeasuredNetwork(name, model, images, forErrors, 4);
    }

    private void finish() throws InterruptedException {
        while (measuring.runningProperty().get()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
        }
    }

    @Test
    void everyAngleOfEveryNetworkIsMeasured() throws InterruptedException {
        MeasuredNetwork one = network("one", 1, 2);
        MeasuredNetwork two = network("two", 2, 0);
        measuring.measure(List.of(one, two));
        assertTrue(measuring.runningProperty().get());
        finish();
        assertEquals("", measuring.problemProperty().get());
        SymmetryProfile profile = measuring.profile(one).orElseThrow();
        assertEquals(72, profile.angles().size());
        assertEquals(2, profile.angles().get(0).errors().size(), "an error a layer");
        assertEquals(0, profile.angles().get(0).errors().get(1), "upright");
        assertTrue(measuring.isComplete(two));
        assertEquals(
                List.of(),
                measuring.profile(two).orElseThrow().angles().get(0).errors(),
                "only the accuracy was wanted");
    }

    @Test
    void whatIsKnownIsNotMeasuredAgain() throws InterruptedException {
        MeasuredNetwork one = network("one", 1, 0);
        measuring.measure(List.of(one));
        finish();
        SymmetryProfile known = measuring.profile(one).orElseThrow();
        measuring.measure(List.of(new MeasuredNetwork("by another name", one.model(), one.images(), 0, 4)));
        assertFalse(measuring.runningProperty().get());
        assertSame(known, measuring.profile(one).orElseThrow());
    }

    @Test
    void afterCancelNothingIsReportedAndWhatWasMeasuredStays() throws InterruptedException {
        MeasuredNetwork one = network("one", 1, 2);
        measuring.measure(List.of(one));
        while (measuring.profile(one).isEmpty()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
        }
        measuring.cancel();
        int angles = measuring.profile(one).orElseThrow().angles().size();
        assertFalse(measuring.runningProperty().get());
        for (Runnable late = reports.poll(); late != null; late = reports.poll()) {
            late.run();
        }
        assertEquals(angles, measuring.profile(one).orElseThrow().angles().size());
        measuring.measure(List.of(one));
        finish();
        assertTrue(measuring.isComplete(one), "it goes on from there");
    }

    @Test
    void imagesOfAnotherShapeAreAProblemInWords() throws InterruptedException {
        MeasuredNetwork one = network("one", 1, 0);
        ImageShape small = new ImageShape(1, 6, 6);
        Dataset other = new Dataset(small, new float[36], new int[1], List.of("a", "b"));
        measuring.measure(List.of(new MeasuredNetwork("one", one.model(), other, 0, 1)));
        finish();
        assertTrue(
                measuring.problemProperty().get().contains("images: expected 1x10x10"),
                measuring.problemProperty().get());
    }

    @Test
    void theTableNamesTheNetworkInEveryLine() throws InterruptedException {
        MeasuredNetwork one = network("a \"quoted\", name", 1, 0);
        assertTrue(measuring.csv(List.of(one)).isEmpty());
        measuring.measure(List.of(one));
        finish();
        String[] lines = measuring.csv(List.of(one)).orElseThrow().split("\n");
        assertEquals("network,degrees,accuracy", lines[0]);
        assertEquals(73, lines.length);
        assertTrue(lines[1].startsWith("\"a \"\"quoted\"\", name\",0,"), lines[1]);
    }
}
