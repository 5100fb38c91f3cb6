package org.whorl.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table to be filled by training.
 *
 * @param name of its files: {@code table1}
 * @param title for people
 * @param quick whether it is the short version on parts of the data, which shows that everything runs and nothing else
 * @param cells in the order of reading, row by row
 */
public record Table(String name, String title, boolean quick, List<Cell> cells) {
    public Table {
        cells = List.copyOf(cells);
    }

    /** The trainings behind the cells, each once. */
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>();
        cells.forEach(cell -> all.add(cell.experiment()));
        return new ArrayList<>(all);
    }

    /** What has to be measured of a training. */
    public Set<Measure> measures(Experiment experiment) {
        Set<Measure> measures = new LinkedHashSet<>();
        cells.stream()
                .filter(cell -> cell.experiment().equals(experiment))
                .forEach(cell -> measures.add(cell.measure()));
        return measures;
    }
}
