package org.whorl.ui.view.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.whorl.file.Csv;
import org.whorl.paper.Cell;
import org.whorl.paper.Measure;
import org.whorl.paper.Preset;
import org.whorl.paper.Result;

/** A table with its numbers as text, to keep or to paste somewhere else. */
final class ComparisonText {
    private ComparisonText() {}

    /** Comma-separated values, a line a cell; shares are fractions of 1, and what is not known is empty. */
    static String csv(Comparison comparison) {
        StringBuilder csv = new StringBuilder(
                "row,column,preset,measure,paper,whorl,whorl_deviation,whorl_seeds,here,here_deviation,here_seeds,"
                        + "here_quick,command\n");
        for (Entry entry : comparison.entries()) {
            Cell cell = entry.cell();
            List<Object> fields = new ArrayList<>(List.of(
                    cell.row(),
                    cell.column(),
                    lower(cell.experiment().preset()),
                    lower(cell.measure()),
                    number(cell.published())));
            fields.addAll(numbers(entry.published()));
            fields.addAll(numbers(entry.here()));
            fields.add(entry.quick());
            fields.add(entry.command());
            csv.append(Csv.line(fields));
        }
        return csv.toString();
    }

    private static List<Object> numbers(Optional<Result> result) {
        return result.<List<Object>>map(r -> List.of(
                        r.mean(),
                        number(r.deviation()),
                        r.outcomes().stream().map(o -> Long.toString(o.seed())).collect(Collectors.joining(" "))))
                .orElse(List.of("", "", ""));
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    /** The table in Markdown, a part for each preset: for every column the paper's number, Whorl's, and the one from here. */
    static String markdown(Comparison comparison) {
        StringBuilder text = new StringBuilder("# " + comparison.table().title() + "\n");
        if (comparison.table().quick()) {
            text.append("\nThe numbers from here are of quick runs on parts of the data and mean nothing.\n");
        }
        for (Preset preset : comparison.presets()) {
            text.append("\n## Settings: ").append(preset.label()).append("\n\n|");
            for (String column : comparison.columns()) {
                text.append(" | ").append(column).append(": paper | Whorl | here");
            }
            text.append(" |\n|---|")
                    .append("---|---|---|".repeat(comparison.columns().size()))
                    .append('\n');
            for (String row : comparison.rows()) {
                text.append("| ").append(row).append(" |");
                for (String column : comparison.columns()) {
                    text.append(comparison
                            .entry(preset, row, column)
                            .map(ComparisonText::three)
                            .orElse(" | | |"));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String three(Entry entry) {
        Measure measure = entry.cell().measure();
        return " " + (entry.inPaper() ? measure.format(entry.cell().published()) : "–") + " | "
                + entry.published().map(Result::format).orElse("–") + " | "
                + entry.here().map(Result::format).orElse("–") + " |";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
