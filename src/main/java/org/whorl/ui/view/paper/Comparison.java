package org.whorl.ui.view.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.whorl.data.DatasetInfo;
import org.whorl.data.set.Datasets;
import org.whorl.paper.Cell;
import org.whorl.paper.Experiment;
import org.whorl.paper.Preset;
import org.whorl.paper.PublishedResults;
import org.whorl.paper.Reproduction;
import org.whorl.paper.Result;
import org.whorl.paper.Table;
import org.whorl.ui.model.data.Gallery;

/**
 * A table with the paper's numbers, those that come with Whorl and those from here.
 *
 * @param table which
 * @param entries its cells, in its order
 * @param begun trainings that were stopped on their way here
 * @param sets what is known of data sets, by name
 * @param models names of the trained models that come with Whorl
 * @param problem what could not be read, in a sentence; empty where all could
 */
public record Comparison(
        Table table,
        List<Entry> entries,
        Set<Experiment> begun,
        Map<String, DatasetInfo> sets,
        Set<String> models,
        Optional<String> problem) {
    /** A table with nothing but the paper's numbers, before anything else is read. */
    public static Comparison unread(Table table) {
        List<Entry> entries = table.cells().stream()
                .map(cell -> new Entry(cell, table.quick(), Optional.empty(), Optional.empty()))
                .toList();
        return new Comparison(table, entries, Set.of(), Map.of(), Set.of(), Optional.empty());
    }

    /**
     * Reads every number that there is. What cannot be read is left out and becomes the problem.
     *
     * @param out where runs of this table are kept
     */
    public static Comparison read(TableChoice choice, boolean quick, Path out) {
        Table table = choice.table(quick);
        List<String> problems = new ArrayList<>();
        List<Result> published = List.of();
        List<Result> here = List.of();
        Set<Experiment> begun = Set.of();
        Set<String> models = Set.of();
        try {
            if (choice.published().isPresent()) {
                published =
                        PublishedResults.read(choice.full(), choice.published().get());
            }
            models = Set.copyOf(Gallery.names());
        } catch (IOException e) {
            problems.add(e.getMessage());
        }
        try {
            Reproduction reproduction = new Reproduction(table, out, data -> Optional.empty());
            here = reproduction.find();
            begun = reproduction.begun();
        } catch (IOException e) {
            problems.add(e.getMessage());
        }
        List<Entry> entries = new ArrayList<>();
        for (Cell cell : table.cells()) {
            entries.add(new Entry(cell, quick, of(cell, published), of(cell, here)));
        }
        Map<String, DatasetInfo> sets = new LinkedHashMap<>();
        Datasets.list().forEach(info -> sets.put(info.name(), info));
        return new Comparison(
                table, entries, begun, sets, models, problems.stream().findFirst());
    }

    /** The result for the same place; the trainings may differ, since quick ones are shown beside the published. */
    private static Optional<Result> of(Cell cell, List<Result> results) {
        return results.stream()
                .filter(r -> r.cell().row().equals(cell.row())
                        && r.cell().column().equals(cell.column())
                        && r.cell().experiment().preset() == cell.experiment().preset())
                .findFirst();
    }

    /** Whose settings it has rows for. */
    public List<Preset> presets() {
        return entries.stream()
                .map(e -> e.cell().experiment().preset())
                .distinct()
                .toList();
    }

    public List<String> rows() {
        return entries.stream().map(e -> e.cell().row()).distinct().toList();
    }

    public List<String> columns() {
        return entries.stream().map(e -> e.cell().column()).distinct().toList();
    }

    /** What stands in a place; empty where the table has no such place. */
    public Optional<Entry> entry(Preset preset, String row, String column) {
        return entries.stream()
                .filter(e -> e.cell().experiment().preset() == preset
                        && e.cell().row().equals(row)
                        && e.cell().column().equals(column))
                .findFirst();
    }

    /** The trainings behind a row, each once. */
    public Set<Experiment> experiments(Preset preset, String row) {
        Set<Experiment> all = new LinkedHashSet<>();
        entries.stream()
                .map(Entry::cell)
                .filter(c -> c.experiment().preset() == preset && c.row().equals(row))
                .forEach(c -> all.add(c.experiment()));
        return all;
    }

    /** How many runs of a training are done here. */
    public int done(Experiment experiment) {
        return entries.stream()
                .filter(e -> e.cell().experiment().equals(experiment))
                .flatMap(e -> e.here().stream())
                .mapToInt(result -> result.outcomes().size())
                .max()
                .orElse(0);
    }

    /** Whether any published number is there. */
    public boolean anyPublished() {
        return entries.stream().anyMatch(e -> e.published().isPresent());
    }
}
