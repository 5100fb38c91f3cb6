package org.whorl.paper;

import java.util.List;

/** Every table that can be made, for what has to hold of all. */
public final class AllTables {
    private AllTables() {}

    /** In the order of the window. */
    public static List<Table> of(boolean quick) {
        return List.of(
                Tables.table1(quick),
                Tables.table2(quick),
                Tables.invariant(quick),
                Tables.reconstruct(quick),
                Tables.generator(quick));
    }
}
