package org.whorl.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.network.ParameterCount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PublishedResultsTest {
    private static final Table TABLE = Tables.table2(false);
    private static final ParameterCount COUNT = new ParameterCount(4, 3, 2, 1);

    @TempDir
    Path folder;

    private static Result result(int cell, double... values) {
        Cell of = TABLE.cells().get(cell);
        return new Result(
                of,
                java.util.stream.IntStream.range(0, values.length)
                        .mapToObj(i -> new Outcome(
                                i + 1L, Map.of(of.measure(), values[i]), COUNT, 60000, 10000, 12, "whorl train " + i))
                        .toList());
    }

    private IOException refused(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("table2.json"), json);
        return assertThrows(
                IOException.class,
                () -> PublishedResults.read(TABLE, file.toUri().toURL()));
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        List<Result> written = List.of(result(0, 0.98, 0.981, 0.979), result(3, 0.375));
        ResultFiles.write(TABLE, written, folder);
        assertEquals(
                written,
                PublishedResults.read(
                        TABLE, folder.resolve("table2.json").toUri().toURL()));
    }

    @Test
    void cellsThatTheTableDoesNotHaveAnyMoreAreLeftOut() throws IOException {
        ResultFiles.write(TABLE, List.of(result(0, 0.98), result(1, 0.38)), folder);
        Path file = folder.resolve("table2.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"Baseline\"", "\"R72-NN\""));
        assertEquals(
                List.of(result(1, 0.38)),
                PublishedResults.read(TABLE, file.toUri().toURL()));
    }

    @Test
    void quickNumbersAreNotPublished() throws IOException {
        ResultFiles.write(Tables.table2(true), List.of(), folder);
        IOException e = refused(Files.readString(folder.resolve("table2.json")));
        assertTrue(e.getMessage().contains("table2.json: quick: expected false"), e.getMessage());
    }

    @Test
    void aFieldThatIsWrongIsNamed() throws IOException {
        ResultFiles.write(TABLE, List.of(result(0, 0.98)), folder);
        String good = Files.readString(folder.resolve("table2.json"));
        IOException e = refused(good.replace("\"value\" : 0.98", "\"value\" : \"high\""));
        assertTrue(
                e.getMessage().contains("cells[0].runs[0].value: expected a number, found \"high\""), e.getMessage());
        assertTrue(refused("{").getMessage().contains("expected JSON"));
        assertTrue(refused("{\"format\":1,\"table\":\"table1\"}").getMessage().contains("table: expected \"table2\""));
    }

    @Test
    void whatComesWithWhorlCanBeRead() throws IOException {
        for (Table table : AllTables.of(false)) {
            if (PublishedResults.file(table).isPresent()) {
                List<Result> results = PublishedResults.read(
                        table, PublishedResults.file(table).get());
                assertTrue(!results.isEmpty(), table.name() + " has a file that fills no cell");
            }
        }
    }
}
