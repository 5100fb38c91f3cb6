package org.whorl.paper;

import java.util.ArrayList;
import java.util.List;

/** What has to be said beside the numbers of a table, so that readers do not take more out of them than they say. */
public final class TableNotes {
    private static final String CIFAR = "CIFAR-10";

    private TableNotes() {}

    /** The notes on a table, a sentence or two each. */
    public static List<String> of(Table table) {
        List<String> notes = new ArrayList<>();
        boolean colours =
                table.cells().stream().anyMatch(cell -> cell.experiment().data().endsWith("cifar10"));
        boolean column = table.cells().stream().anyMatch(cell -> cell.column().equals(CIFAR));
        if (column) {
            notes.add(
                    "The order of the CIFAR-10 column is the reverse of the paper’s. All three networks have 60 filters a layer, of"
                            + " which the baseline learns 46,080 weights and R60 7,680, or 6,240 on the disc: with all 50,000 images and long training the"
                            + " larger number wins; after short training on few images R60 was level with it.");
        }
        if (colours) {
            notes.add("The pixels of our CIFAR-10 were stored as JPEG before they were measured.");
        }
        if (table.cells().stream().anyMatch(cell -> cell.measure() == Measure.ACCURACY)) {
            notes.add("σ is binomial, √(p (1 − p) / n) for n test images; ± is the deviation over seeds.");
        }
        return notes;
    }
}
