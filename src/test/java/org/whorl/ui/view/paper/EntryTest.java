package org.whorl.ui.view.paper;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.whorl.paper.PublishedResults;
import org.whorl.paper.Result;
import org.whorl.paper.Table;
import org.whorl.paper.Tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EntryTest {
    private static final Table TABLE = Tables.table1(false);

    private static Result published(String experiment) throws IOException {
        return PublishedResults.read(TABLE, PublishedResults.file(TABLE).orElseThrow()).stream()
                .filter(r -> r.cell().experiment().name().equals(experiment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCommandRepeatsThePublishedNumber() throws IOException {
        Result old = published("rot-mnist-c4");
        Entry entry = new Entry(old.cell(), false, Optional.of(old), Optional.empty());
        assertEquals(old.outcomes().get(0).command(), entry.command());
        assertTrue(entry.command().contains("--start noise"), entry.command());
    }

    @Test
    void withoutAPublishedNumberTheCommandIsTheCells() throws IOException {
        Result old = published("rot-mnist-c4");
        Entry entry = new Entry(old.cell(), true, Optional.of(old), Optional.empty());
        assertEquals(old.cell().experiment().command(1), entry.command());
    }
}
