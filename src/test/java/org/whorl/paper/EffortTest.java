package org.whorl.paper;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EffortTest {
    private final Effort effort = new Effort();

    @Test
    void everyNetworkOfEveryTableTakesWork() {
        for (Table table : AllTables.of(false)) {
            for (Experiment experiment : table.experiments()) {
                assertTrue(effort.of(experiment) > 0, experiment.data());
            }
        }
    }

    @Test
    void theTimeLeftFollowsTheWorkThatTheLastRunWas() {
        List<Experiment> all = Tables.table1(true).experiments();
        Experiment first = all.get(0);
        assertTrue(Double.isNaN(effort.seconds(all, first, 0)), "nothing known before the first");
        effort.took(first, 10);
        assertEquals(10, effort.seconds(List.of(first), first, 0), 1e-9);
        double all10 = all.stream().mapToDouble(effort::of).sum() / effort.of(first) * 10;
        assertEquals(all10, effort.seconds(all, first, 0), 1e-9 * all10);
    }
}
