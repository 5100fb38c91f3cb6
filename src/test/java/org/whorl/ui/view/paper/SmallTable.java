package org.whorl.ui.view.paper;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.paper.Cell;
import org.whorl.paper.Experiment;
import org.whorl.paper.Measure;
import org.whorl.paper.Preset;
import org.whorl.paper.Table;
import org.whorl.training.TrainingSettings;

/** A table of small networks on the built-in digits, and one that wants data which no machine has. */
final class SmallTable {
    static final String ROW = "R90-CNN";
    static final String OTHER = "Baseline";

    private SmallTable() {}

    static TableChoice digits(int epochs, Optional<URL> published) {
        return choice("digits", epochs, published);
    }

    static TableChoice missing() {
        return choice("nowhere-to-be-found", 1, Optional.empty());
    }

    private static TableChoice choice(String data, int epochs, Optional<URL> published) {
        return new TableChoice("Small " + data, table(data, epochs, false), table(data, 1, true), published);
    }

    private static Table table(String data, int epochs, boolean quick) {
        return new Table(
                "small",
                "A small table",
                quick,
                quick
                        ? cells(data, epochs, Preset.BEST, quick)
                        : java.util.stream.Stream.of(Preset.BEST, Preset.PAPER)
                                .flatMap(preset -> cells(data, epochs, preset, quick).stream())
                                .toList());
    }

    private static List<Cell> cells(String data, int epochs, Preset preset, boolean quick) {
        Experiment turned = experiment(data, "small-c4", 4, epochs, preset, quick);
        Experiment baseline = experiment(data, "small-baseline", 1, epochs, preset, quick);
        return List.of(
                new Cell(OTHER, "upright", baseline, Measure.ACCURACY, 0.5),
                new Cell(OTHER, "turned", baseline, Measure.TURNED_ACCURACY, Double.NaN),
                new Cell(ROW, "upright", turned, Measure.ACCURACY, 0.25),
                new Cell(ROW, "turned", turned, Measure.TURNED_ACCURACY, Double.NaN));
    }

    private static Experiment experiment(
            String data, String name, int order, int epochs, Preset preset, boolean quick) {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(order))
                .withFilters(4)
                .withLayers(2);
        TrainingSettings settings =
                TrainingSettings.DEFAULT.with(TrainingSettings.EPOCHS, epochs).with(TrainingSettings.BATCH, 32);
        return new Experiment(
                name, preset, data, spec, settings, quick ? 64 : 160, quick ? List.of(1L) : List.of(1L, 2L));
    }
}
