package org.whorl.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSpec;

/**
 * A measure of an epoch in metrics.csv: a column, or one for each layer with numbers from 1.
 *
 * @param name of the column; what stands before the numbers
 * @param numbered whether it is one for each layer
 * @param count how many columns a network has of it
 * @param cells what stands in a line; fewer than columns where not all was measured
 */
record MetricsColumn(
        String name, boolean numbered, ToIntFunction<NetworkSpec> count, Function<EpochMetrics, List<String>> cells) {
    /** All, in their order. Only what a repetition of the run would measure as well. */
    static final List<MetricsColumn> ALL = List.of(
            new MetricsColumn("epoch", false, spec -> 1, e -> List.of(Integer.toString(e.epoch()))),
            new MetricsColumn("step", false, spec -> 1, e -> List.of(Integer.toString(e.step()))),
            one("train_loss", EpochMetrics::trainLoss),
            one("train_accuracy", EpochMetrics::trainAccuracy),
            one("test_loss", EpochMetrics::testLoss),
            one("test_accuracy", EpochMetrics::testAccuracy),
            one("learning_rate", EpochMetrics::learningRate),
            each("active_", NetworkSpec::layers, EpochMetrics::activeFractions),
            // Epochs of a run that was begun before these were measured have none.
            one("gradient_norm", e -> e.updateRatios().isEmpty() ? Double.NaN : e.gradientNorm()),
            each("update_", NetworkSpec::banks, EpochMetrics::updateRatios),
            each("coherence_", NetworkSpec::banks, EpochMetrics::form),
            new MetricsColumn(
                    "test_psnr", false, s -> s.objective().reconstructs() ? 1 : 0, e -> List.of(cell(e.testPsnr()))),
            each("generator_angle_", MetricsColumn::angles, EpochMetrics::generatorAngles));

    private static MetricsColumn one(String name, ToDoubleFunction<EpochMetrics> value) {
        return new MetricsColumn(name, false, spec -> 1, e -> List.of(cell(value.applyAsDouble(e))));
    }

    private static MetricsColumn each(
            String name, ToIntFunction<NetworkSpec> count, Function<EpochMetrics, List<Double>> values) {
        return new MetricsColumn(name, true, count, e -> values.apply(e).stream()
                .map(MetricsColumn::cell)
                .toList());
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static int angles(NetworkSpec spec) {
        if (!spec.generator().learnsAngle()) {
            return 0;
        }
        return spec.generator() == GeneratorKind.LEARNED_BY_LAYER ? spec.layers() : 1;
    }

    /** The names of a network's columns. */
    Stream<String> names(NetworkSpec spec) {
        return IntStream.rangeClosed(1, count.applyAsInt(spec)).mapToObj(i -> numbered ? name + i : name);
    }

    /** What stands in them after an epoch. */
    Stream<String> cells(NetworkSpec spec, EpochMetrics epoch) {
        List<String> measured = cells.apply(epoch);
        return IntStream.range(0, count.applyAsInt(spec)).mapToObj(i -> i < measured.size() ? measured.get(i) : "");
    }
}
