package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Support;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.paper.AllTables;
import org.whorl.paper.Experiment;
import org.whorl.training.TrainingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.whorl.cli.Ran.whorl;

class PaperCommandTest {
    @TempDir
    Path folder;

    /** What train takes, without the training. */
    @CommandLine.Command
    private static final class TrainOptions {
        @Mixin
        private DataOptions data;

        private final SettingOptions<NetworkSpec> network = new SettingOptions<>(NetworkSettings.ALL);
        private final SettingOptions<TrainingSettings> training = new SettingOptions<>(TrainingSettings.ALL);

        @Option(names = "--limit")
        private int limit;

        @Option(names = "--out", required = true)
        private Path out;
    }

    static Stream<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        for (boolean quick : new boolean[] {true, false}) {
            AllTables.of(quick).forEach(table -> all.addAll(table.experiments()));
        }
        return all.stream();
    }

    /** A published number stands with its command: the command has to be the run. */
    @ParameterizedTest
    @MethodSource("experiments")
    void theCommandOfAnExperimentMeansTheSameExperiment(Experiment experiment) {
        List<String> words = new ArrayList<>(List.of(experiment.command(2).split(" ")));
        assertEquals(List.of("whorl", "train"), words.subList(0, 2));
        TrainOptions options = new TrainOptions();
        CommandLine commandLine = new CommandLine(options);
        options.network.addTo(commandLine.getCommandSpec());
        options.training.addTo(commandLine.getCommandSpec());
        commandLine.parseArgs(words.subList(2, words.size()).toArray(String[]::new));
        assertEquals(experiment.data(2), options.data.name());
        assertEquals(experiment.network(), options.network.value());
        assertEquals(experiment.training(2), options.training.value());
        assertEquals(experiment.limit(), options.limit);
    }

    @Test
    void theFiguresAreDrawnFromTheModelsOfAFolderWithTheirPairsCounted() throws IOException {
        for (String name : List.of("baseline", "c4", "c6", "c6-disc")) {
            int order = name.equals("baseline") ? 1 : name.charAt(1) - '0';
            NetworkSpec spec = NetworkSpec.paper(new ImageShape(3, 32, 32), 10, new CyclicGroup(order))
                    .withSupport(name.equals("c6-disc") ? Support.DISC : Support.SQUARE);
            ModelFile.write(
                    new Model(
                            Parameters.initial(spec, 1),
                            Preparation.identity(spec.input()),
                            IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                            Map.of()),
                    folder.resolve("cifar10-" + name + ".npz"));
        }
        Path out = folder.resolve("out");
        Map<String, Object> json = whorl("paper", "figures", "--models", folder, "--out", out, "--json")
                .succeeded()
                .json();
        List<?> figures = (List<?>) json.get("figures");
        assertEquals(6, figures.size(), "four, those of R60 twice");
        List<Integer> layers = new ArrayList<>();
        List<Integer> learned = new ArrayList<>();
        for (Object each : figures) {
            Map<?, ?> figure = (Map<?, ?>) each;
            layers.add((Integer) figure.get("layer"));
            learned.add((Integer) figure.get("learned_filters"));
            assertEquals(60, figure.get("filters"));
            assertEquals(0, figure.get("learned_pairs"), "noise is no turn of other noise");
        }
        assertEquals(List.of(4, 4, 1, 1, 1, 1), layers);
        assertEquals(List.of(10, 10, 60, 15, 10, 10), learned);
        // Quarter turns are exact: every orbit of four is six pairs.
        assertEquals(15 * 6, ((Map<?, ?>) figures.get(3)).get("pairs"));
        for (String number : List.of("1", "1-disc", "2", "3", "4", "4-disc")) {
            for (String layout : List.of("grid", "orbits")) {
                for (String format : List.of("png", "svg", "pdf")) {
                    assertTrue(Files.size(out.resolve("figure" + number + "-" + layout + "." + format)) > 1000);
                }
            }
        }
        assertTrue(Files.readString(out.resolve("figures.md")).contains("turns of one another"));
    }

    @Test
    void aNetworkThatIsNotInTheTableIsWrongUsageAndNamesThoseThatAre() {
        Ran ran = whorl("paper", "table2", "--only", "mnist-c5", "--out", folder);
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("mnist-c4-dense") && ran.err().contains("mnist-c5"), ran.err());
    }

    @Test
    void dataThatIsNotThereFailsInOneLine() {
        Ran ran = whorl("paper", "table2", "--quick", "--mnist", folder.resolve("nothing"), "--out", folder);
        assertEquals(1, ran.exit());
        assertTrue(ran.errorLines().get(ran.errorLines().size() - 1).contains("nothing"), ran.err());
    }
}
