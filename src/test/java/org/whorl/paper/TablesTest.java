package org.whorl.paper;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.group.GeneratorAngle;
import org.whorl.group.Support;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.training.TrainingSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TablesTest {
    private static ParameterCount count(Cell cell, ImageShape shape) {
        return ParameterCount.of(cell.experiment().network().withInput(shape, 10));
    }

    private static Map<String, List<Double>> published(Table table) {
        return table.cells().stream()
                .filter(cell -> cell.experiment().preset() == Preset.BEST)
                .collect(Collectors.groupingBy(
                        Cell::row,
                        Collectors.mapping(c -> Math.round(1e4 * c.published()) / 100.0, Collectors.toList())));
    }

    @Test
    void theNumbersBesideOursAreThePapers() {
        assertEquals(
                Map.of(
                        "Baseline", List.of(99.21, 85.48, 71.87),
                        "R90-CNN", List.of(99.12, 86.62, 72.2),
                        "R60-CNN", List.of(98.77, 80.07, 73.14)),
                published(Tables.table1(false)));
        assertEquals(
                Map.of(
                        "Baseline", List.of(97.75, 36.89),
                        "R90-NN", List.of(98.04, 37.02),
                        "R60-NN", List.of(97.73, 37.4)),
                published(Tables.table2(false)));
    }

    @Test
    void everyRowHasThePapersNetwork() {
        for (Table table : List.of(Tables.table1(false), Tables.table2(false))) {
            for (Cell cell : table.cells()) {
                NetworkSpec spec = cell.experiment().network();
                assertEquals(60, spec.filters(), cell.toString());
                assertEquals(4, spec.layers(), cell.toString());
                assertEquals(HeadKind.PLAIN, spec.head(), cell.toString());
                ImageShape shape =
                        cell.column().equals("CIFAR-10") ? new ImageShape(3, 32, 32) : new ImageShape(1, 28, 28);
                int share = cell.row().equals("Baseline") ? 1 : cell.row().startsWith("R90") ? 4 : 6;
                boolean disc = share == 6
                        && cell.experiment().preset() == Preset.BEST
                        && (spec.dense() || cell.column().equals("MNIST"));
                assertEquals(disc ? Support.DISC : Support.SQUARE, spec.support(), cell.toString());
                int pixels = spec.dense() ? shape.height() * shape.width() : 64;
                int filter = shape.channels() * (disc ? Support.DISC.pixels((int) Math.sqrt(pixels)).length : pixels);
                assertEquals(4 * 60 / share * filter, count(cell, shape).filters(), cell.toString());
            }
        }
    }

    @Test
    void theInvariantNetworksStayBelowFourteenThousandParameters() {
        for (Cell cell : Tables.invariant(false).cells()) {
            assertEquals(HeadKind.INVARIANT, cell.experiment().network().head());
            int total = count(cell, new ImageShape(1, 28, 28)).total();
            assertTrue(total <= 14_000, cell + " " + total);
        }
    }

    @Test
    void everyTableHasAQuickVersionOfTheSamePlacesOnPartsOfTheData() {
        List<Table> whole = AllTables.of(false);
        List<Table> quick = AllTables.of(true);
        for (int t = 0; t < whole.size(); t++) {
            assertEquals(places(whole.get(t)), places(quick.get(t)));
            assertTrue(quick.get(t).quick());
            for (Experiment experiment : quick.get(t).experiments()) {
                assertTrue(experiment.limit() > 0 && experiment.training().epochs() <= 3, experiment.toString());
                assertEquals(1, experiment.seeds().size());
            }
        }
    }

    private static List<String> places(Table table) {
        return table.cells().stream()
                .map(c -> c.row() + " " + c.column())
                .distinct()
                .toList();
    }

    @Test
    void noTwoExperimentsShareAFolder() {
        List<String> folders = Stream.concat(AllTables.of(false).stream(), AllTables.of(true).stream())
                .flatMap(table -> table.experiments().stream())
                .map(e -> e.folder(1))
                .toList();
        assertEquals(folders.size(), folders.stream().distinct().count(), folders.toString());
    }

    /** Else it would be told what it is to find. */
    @Test
    void noSearchForAPlantedAngleBeginsNearIt() {
        for (Cell cell : Tables.generator(false).cells()) {
            Experiment experiment = cell.experiment();
            if (cell.measure() == Measure.DISTANCE) {
                int order = experiment.network().group().order();
                for (double start :
                        experiment.training().get(TrainingSettings.START_ANGLES).degrees()) {
                    double away = GeneratorAngle.distance(start, 360.0 / order, order);
                    assertTrue(away > 4, cell.row() + " from " + start);
                }
            }
        }
    }
}
