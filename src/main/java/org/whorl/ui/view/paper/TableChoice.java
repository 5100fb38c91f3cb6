package org.whorl.ui.view.paper;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import org.whorl.paper.PublishedResults;
import org.whorl.paper.Table;
import org.whorl.paper.Tables;

/**
 * A table that can be looked at.
 *
 * @param label for people, short
 * @param full all of it
 * @param quick the version on parts of the data
 * @param published where the results that come with Whorl are; empty where none do
 */
public record TableChoice(String label, Table full, Table quick, Optional<URL> published) {
    /** The paper's two tables, and our three. */
    public static List<TableChoice> all() {
        return List.of(
                of("Table 1", Tables.table1(false), Tables.table1(true)),
                of("Table 2", Tables.table2(false), Tables.table2(true)),
                of("Invariant head", Tables.invariant(false), Tables.invariant(true)),
                of("Reconstruction", Tables.reconstruct(false), Tables.reconstruct(true)),
                of("Learned generator", Tables.generator(false), Tables.generator(true)));
    }

    private static TableChoice of(String label, Table full, Table quick) {
        return new TableChoice(label, full, quick, PublishedResults.file(full));
    }

    /** One of its versions. */
    public Table table(boolean wantQuick) {
        return wantQuick ? quick : full;
    }
}
