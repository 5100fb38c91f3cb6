package org.whorl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.whorl.data.Progress;
import org.whorl.figure.FigureOptions;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.paper.Cell;
import org.whorl.paper.Experiment;
import org.whorl.paper.FigureFiles;
import org.whorl.paper.Measure;
import org.whorl.paper.PaperFigure;
import org.whorl.paper.Preset;
import org.whorl.paper.Reproduction;
import org.whorl.paper.Result;
import org.whorl.paper.Table;
import org.whorl.paper.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the paper's tables and figures. */
@Command(
        name = "paper",
        description =
                "Make the paper's Table 1 or 2, its Figures 1–4, or our tables on the invariant head, on reconstruction and on"
                        + " the learned generator, by training every network in them. Runs that were stopped go on, those that are done are not made again.")
final class PaperCommand extends ReportingCommand {
    /** What can be made. */
    enum Target {
        TABLE1,
        TABLE2,
        INVARIANT,
        RECONSTRUCT,
        GENERATOR,
        FIGURES
    }

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}.")
    private Target target;

    @Option(
            names = "--quick",
            description =
                    "Parts of the data, two or three epochs, Whorl's settings: shows in minutes that everything runs.")
    private boolean quick;

    @Option(names = "--preset", description = "Only one preset's rows: ${COMPLETION-CANDIDATES} (default: all).")
    private Preset preset;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only the networks of these names, such as mnist-c4 or rot-mnist-c6 (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            split = ",",
            description = "Only the runs of these seeds (default: all that a cell has).")
    private List<Long> seeds = List.of();

    @Option(names = "--mnist", paramLabel = "DIR", description = "Where MNIST's files are.")
    private Path mnist;

    @Option(names = "--cifar10", paramLabel = "DIR", description = "Where CIFAR-10's files are.")
    private Path cifar10;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description =
                    "For figures: draw cifar10-baseline.npz, cifar10-c4.npz, cifar10-c6.npz and cifar10-c6-disc.npz from here, and"
                            + " train nothing.")
    private Path models;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the files go; runs are kept in runs/ there.")
    private Path out;

    @Mixin
    private PictureOptions picture;

    PaperCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        return target == Target.FIGURES ? figures(progress) : table();
    }

    private Report table() throws Exception {
        Table table =
                switch (target) {
                    case TABLE1 -> Tables.table1(quick);
                    case TABLE2 -> Tables.table2(quick);
                    case INVARIANT -> Tables.invariant(quick);
                    case GENERATOR -> Tables.generator(quick);
                    default -> Tables.reconstruct(quick);
                };
        List<Result> results = fill(table, wanted(table));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", table.name());
        json.put("quick", quick);
        json.put("cells", results.stream().map(PaperCommand::json).toList());
        json.put("file", out.resolve(table.name() + ".json").toString());
        return new Report(
                json,
                Files.readString(out.resolve(table.name() + ".md")).strip()
                        + System.lineSeparator()
                        + System.lineSeparator()
                        + out.resolve(table.name() + ".md"));
    }

    private Predicate<Experiment> wanted(Table table) {
        List<String> names =
                table.experiments().stream().map(Experiment::name).distinct().toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw usage("--only: expected some of " + String.join(", ", names) + ", found " + name);
            }
        }
        Predicate<Experiment> wanted = experiment -> (preset == null || experiment.preset() == preset)
                && (only.isEmpty() || only.contains(experiment.name()));
        if (table.experiments().stream().noneMatch(wanted)) {
            throw usage("--preset: expected one that " + table.name() + (quick ? " has with --quick" : " has")
                    + ", found " + preset.name().toLowerCase(Locale.ROOT));
        }
        List<Long> known = table.experiments().stream()
                .filter(wanted)
                .flatMap(experiment -> experiment.seeds().stream())
                .distinct()
                .toList();
        if (!seeds.isEmpty() && seeds.stream().noneMatch(known::contains)) {
            throw usage("--seeds: expected some of " + known + ", found " + seeds);
        }
        return wanted;
    }

    private static Map<String, Object> json(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", result.cell().row());
        json.put("column", result.cell().column());
        json.put("preset", result.cell().experiment().preset().name().toLowerCase(Locale.ROOT));
        json.put("mean", result.mean());
        json.put("deviation", result.deviation());
        json.put("published", result.cell().published());
        json.put("seeds", result.outcomes().size());
        return json;
    }

    private List<Result> fill(Table table, Predicate<Experiment> wanted) throws IOException, InterruptedException {
        Reproduction reproduction = new Reproduction(table, out, this::dataFolder);
        try (ProgressLine line = new ProgressLine(terminal());
                Interruption interruption = Interruption.of(terminal().err())) {
            RunsDisplay display = new RunsDisplay(line);
            return reproduction.run(
                    (e, seed) -> wanted.test(e) && (seeds.isEmpty() || seeds.contains(seed)), moment -> {
                        display.show(moment);
                        return !interruption.wanted();
                    });
        }
    }

    private Optional<Path> dataFolder(String data) {
        return Optional.ofNullable(data.endsWith("mnist") ? mnist : cifar10);
    }

    private Report figures(Progress progress) throws Exception {
        FigureOptions options = checked(picture::options);
        if (models == null) {
            List<Cell> cells = new ArrayList<>();
            for (PaperFigure figure : PaperFigure.ALL) {
                cells.add(
                        new Cell(figure.network(), "CIFAR-10", figure.experiment(quick), Measure.ACCURACY, Double.NaN));
            }
            fill(new Table("figures-networks", "The networks of Figures 1–4", quick, cells), all -> true);
        }
        List<Map<String, Object>> made;
        try {
            made = FigureFiles.write(this::model, out, options, quick, progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("quick", quick);
        json.put("figures", made);
        StringBuilder text = new StringBuilder();
        made.forEach(figure -> text.append(figure.get("caption")).append(System.lineSeparator()));
        return new Report(json, text.append(out.resolve("figures.md")).toString());
    }

    private Model model(PaperFigure figure) {
        Experiment experiment = figure.experiment(quick);
        Path file = models != null
                ? models.resolve(experiment.name() + ".npz")
                : new Reproduction(new Table("figures", "", quick, List.of()), out, this::dataFolder)
                        .folder(experiment, experiment.seeds().get(0))
                        .resolve("model.npz");
        try {
            return ModelFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
