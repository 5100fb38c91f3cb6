package org.whorl.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSteps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BenchTest {
    private static NetworkSpec network(int layers) {
        return NetworkSpec.paper(new ImageShape(1, 12, 12), 10, CyclicGroup.ofAngle(90))
                .withFilters(8)
                .withLayers(layers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aTrainingStepIsSixPassesALayerLessFour(int layers) {
        NetworkSpec spec = network(layers);
        // 8 filters of 8×8 at each of the map's places, a product and a sum each.
        double pass = 2.0 * 8 * 64 * spec.geometry().mapSize();
        assertEquals((6 * layers - 4) * pass / 1e9, Bench.trainGflopPerImage(spec), 1e-12);
    }

    /** The second is the paper's own, whose filters are large enough for the fast convolution. */
    private static Stream<NetworkSpec> networksSmallAndWhole() {
        return Stream.of(network(2), NetworkSpec.paper(new ImageShape(1, 28, 28), 10, CyclicGroup.ofAngle(90)));
    }

    /** In a virtual machine of its own: what other tests have run before decides what it compiles, and how. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aStepAllocatesNextToNothingOnceItIsCompiled(int network) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchTest.class.getName(),
                        String.valueOf(network))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        long least = Long.parseLong(said.substring(said.lastIndexOf('\n') + 1));
        assertTrue(least >= 0 && least < 100_000, "bytes a step: " + least);
    }

    /** Prints the fewest bytes that a step of a network allocated. */
    public static void main(String[] arguments) {
        NetworkSpec spec = networksSmallAndWhole().toList().get(Integer.parseInt(arguments[0]));
        int batch = 16;
        TrainingSettings settings =
                TrainingSettings.DEFAULT.with(TrainingSettings.EPOCHS, 1).with(TrainingSettings.BATCH, batch);
        TrainingSteps.warmUp(spec);
        long least = Long.MAX_VALUE;
        try (TrainingSteps steps =
                new TrainingSteps(spec, settings, new float[batch * spec.input().size()], new int[batch])) {
            // Vectors are objects until the virtual machine has compiled what uses them.
            for (int round = 0; round < 2000 && least >= 100_000; round++) {
                least = Math.min(least, Bench.allocatedBy(steps::step));
            }
        }
        System.out.println(least);
        System.exit(0);
    }

    @Test
    void trainingIsMeasuredBesideNd4j() {
        BenchResult result = new Bench(network(2), 16, 2).run(0.2, (what, done, all) -> true);
        assertTrue(result.nd4jTrainImagesPerSecond() > 0, result::toString);
        assertEquals(result.trainImagesPerSecond() / result.nd4jTrainImagesPerSecond(), result.speedupOverNd4j(), 1e-9);
    }

    @Test
    void aSweepDoublesTheWorkWithTheFiltersAndTheImages() {
        for (List<Sweep.Case> axis : Sweep.axes()) {
            for (int i = 1; i < axis.size(); i++) {
                Sweep.Case c = axis.get(i);
                double ratio = c.work() / axis.get(i - 1).work();
                assertEquals(2, (double) c.value() / axis.get(i - 1).value(), 1e-12);
                if (c.axis().equals("layers")) {
                    double l = c.value();
                    assertEquals((6 * l - 4) / (3 * l - 4), ratio, 1e-9);
                } else if (c.axis().equals("image side")) {
                    assertTrue(ratio > 4, c::toString);
                } else {
                    assertEquals(2, ratio, 1e-9, c::toString);
                }
            }
        }
    }
}
