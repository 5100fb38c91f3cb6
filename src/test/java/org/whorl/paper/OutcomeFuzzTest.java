package org.whorl.paper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.file.StrictJson;
import org.whorl.file.fuzz.Feeding;
import org.whorl.file.fuzz.Spoiling;

/** What a run of a table came to, spoilt. */
class OutcomeFuzzTest {
    private static final String GOOD = """
            {"seed": 1, "measured": {"ACCURACY": 0.99, "TURNED_ACCURACY": 0.4},
             "parameters": {"filters": 960, "lambda": 240, "norm": 720, "head": 9610, "generator": 0},
             "trainImages": 60000, "testImages": 10000, "seconds": 61.5, "command": "whorl train --data mnist"}
            """;

    @TempDir
    Path folder;

    @Test
    void spoiltOutcomesAreRefusedOrRead() throws Exception {
        new Feeding(folder, "result.json")
                .feed(
                        5_000,
                        1,
                        GOOD.getBytes(StandardCharsets.UTF_8),
                        Spoiling::text,
                        file -> StrictJson.read(file, 1 << 20, Outcome.class, "what a run came to"))
                .finish();
    }
}
