package org.whorl.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.file.Csv;
import org.whorl.file.ReplacedFile;
import org.whorl.kernel.Kernels;
import org.whorl.network.ParameterCount;

/** A table's results as files: {@code NAME.json} for programs, {@code NAME.csv} for spreadsheets, {@code NAME.md} for people. */
final class ResultFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultFiles() {}

    static void write(Table table, List<Result> results, Path folder) throws IOException {
        write(folder.resolve(table.name() + ".json"), JSON.writeValueAsString(json(table, results)) + "\n");
        write(folder.resolve(table.name() + ".csv"), csv(results));
        write(folder.resolve(table.name() + ".md"), markdown(table, results));
    }

    private static void write(Path file, String text) throws IOException {
        ReplacedFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, Object> json(Table table, List<Result> results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", 1);
        json.put("table", table.name());
        json.put("title", table.title());
        json.put("quick", table.quick());
        String version = ResultFiles.class.getPackage().getImplementationVersion();
        json.put("version", version == null ? "unpackaged" : version);
        json.put("jdk", Runtime.version().toString());
        json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("kernels", Kernels.best().name());
        json.put("cells", results.stream().map(ResultFiles::json).toList());
        return json;
    }

    private static Map<String, Object> json(Result result) {
        Cell cell = result.cell();
        Experiment experiment = cell.experiment();
        Outcome first = result.outcomes().get(0);
        ParameterCount count = first.parameters();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", cell.row());
        json.put("column", cell.column());
        json.put("preset", experiment.preset().name().toLowerCase(Locale.ROOT));
        json.put("measure", cell.measure().name().toLowerCase(Locale.ROOT));
        json.put("published", Double.isNaN(cell.published()) ? null : cell.published());
        json.put("mean", result.mean());
        json.put("deviation", Double.isNaN(result.deviation()) ? null : result.deviation());
        json.put("experiment", experiment.name());
        json.put("data", experiment.data(first.seed()));
        Map<String, Integer> parameters = new LinkedHashMap<>();
        parameters.put("filters", count.filters());
        parameters.put("lambda", count.lambda());
        parameters.put("norm", count.norm());
        parameters.put("head", count.head());
        if (count.generator() > 0) {
            parameters.put("generator", count.generator());
        }
        parameters.put("total", count.total());
        json.put("parameters", parameters);
        json.put("epochs", experiment.training().epochs());
        json.put("whitening", experiment.training().whitening().name().toLowerCase(Locale.ROOT));
        json.put("augmentation", augmentation(experiment));
        json.put("train_images", first.trainImages());
        json.put("test_images", first.testImages());
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Outcome outcome : result.outcomes()) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("seed", outcome.seed());
            run.put("value", outcome.measured().get(cell.measure()));
            run.put("seconds", Double.isNaN(outcome.seconds()) ? null : Math.rint(outcome.seconds()));
            run.put("command", outcome.command());
            runs.add(run);
        }
        json.put("runs", runs);
        return json;
    }

    private static List<String> augmentation(Experiment experiment) {
        return experiment.training().augmentation().stream()
                .map(a -> a.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static String csv(List<Result> results) {
        StringBuilder csv =
                new StringBuilder("row,column,preset,measure,published,mean,deviation,seeds,parameters,epochs,"
                        + "whitening,augmentation,train_images,test_images,command\n");
        for (Result result : results) {
            Cell cell = result.cell();
            Experiment experiment = cell.experiment();
            Outcome first = result.outcomes().get(0);
            List<Object> fields = new ArrayList<>();
            fields.add(cell.row());
            fields.add(cell.column());
            fields.add(experiment.preset().name().toLowerCase(Locale.ROOT));
            fields.add(cell.measure().name().toLowerCase(Locale.ROOT));
            fields.add(empty(cell.published()));
            fields.add(result.mean());
            fields.add(empty(result.deviation()));
            fields.add(seeds(result, " "));
            fields.add(first.parameters().total());
            fields.add(experiment.training().epochs());
            fields.add(experiment.training().whitening().name().toLowerCase(Locale.ROOT));
            fields.add(String.join(" ", augmentation(experiment)));
            fields.add(first.trainImages());
            fields.add(first.testImages());
            fields.add(first.command());
            csv.append(Csv.line(fields));
        }
        return csv.toString();
    }

    private static Object empty(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    private static String seeds(Result result, String between) {
        return result.outcomes().stream().map(o -> Long.toString(o.seed())).collect(Collectors.joining(between));
    }

    /** The table as it reads in the paper, one for each preset, then how each network was trained. */
    static String markdown(Table table, List<Result> results) {
        StringBuilder text = new StringBuilder("# " + table.title() + "\n");
        if (table.quick()) {
            text.append(
                    "\n**Quick run on parts of the data: it shows that everything runs, its numbers mean nothing.**\n");
        }
        for (Preset preset : Preset.values()) {
            List<Result> mine = results.stream()
                    .filter(r -> r.cell().experiment().preset() == preset)
                    .toList();
            if (!mine.isEmpty()) {
                text.append("\n## Settings: ")
                        .append(preset.label())
                        .append("\n\n")
                        .append(capital(preset.words()))
                        .append(".\n\n")
                        .append(grid(mine));
            }
        }
        text.append(
                "\n## How each was trained\n\n| network | seeds | parameters | images | epochs | whitening | command |\n"
                        + "|---|---|---|---|---|---|---|\n");
        Set<Experiment> seen = new LinkedHashSet<>();
        for (Result result : results) {
            Experiment e = result.cell().experiment();
            if (seen.add(e)) {
                Outcome first = result.outcomes().get(0);
                text.append(String.format(
                        Locale.ROOT,
                        "| %s (%s) | %s | %,d | %,d | %d | %s | `%s` |%n",
                        e.name(),
                        e.preset().label(),
                        seeds(result, ", "),
                        first.parameters().total(),
                        first.trainImages(),
                        e.training().epochs(),
                        e.training().whitening().name().toLowerCase(Locale.ROOT),
                        first.command()));
            }
        }
        return text.toString();
    }

    private static String grid(List<Result> results) {
        List<String> rows = results.stream().map(r -> r.cell().row()).distinct().toList();
        List<String> columns =
                results.stream().map(r -> r.cell().column()).distinct().toList();
        // What the paper does not have needs no columns of dashes.
        boolean paper = results.stream().anyMatch(r -> !Double.isNaN(r.cell().published()));
        StringBuilder text = new StringBuilder("| |");
        columns.forEach(c -> text.append(' ').append(c).append(paper ? " | paper |" : " |"));
        text.append("\n|---|")
                .append((paper ? "---|---|" : "---|").repeat(columns.size()))
                .append('\n');
        for (String row : rows) {
            text.append("| ").append(row).append(" |");
            for (String column : columns) {
                Result result = results.stream()
                        .filter(r ->
                                r.cell().row().equals(row) && r.cell().column().equals(column))
                        .findFirst()
                        .orElse(null);
                text.append(' ').append(result == null ? "" : result.format()).append(" |");
                if (paper) {
                    text.append(' ').append(published(result)).append(" |");
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String published(Result result) {
        return result == null || Double.isNaN(result.cell().published())
                ? "–"
                : result.cell().measure().format(result.cell().published());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
