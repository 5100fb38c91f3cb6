package org.whorl.paper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.network.ParameterCount;

/** Reads back the JSON files that a filled table leaves: those that come with Whorl hold its published numbers. */
public final class PublishedResults {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FOLDER = "/org/whorl/assets/paper/";

    private PublishedResults() {}

    /** The file of a table that comes with Whorl; empty where there is none. */
    public static Optional<URL> file(Table table) {
        return Optional.ofNullable(PublishedResults.class.getResource(FOLDER + table.name() + ".json"));
    }

    /**
     * Reads the results of a table.
     *
     * @param table whose file it is; not a quick one
     * @return the cells that the file fills, in the file's order; what is in no cell of the table any more is left out
     * @throws IOException naming file and field, where it is no such file
     */
    public static List<Result> read(Table table, URL file) throws IOException {
        JsonNode root;
        try (InputStream in = file.openStream()) {
            root = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": expected JSON, found " + e.getOriginalMessage(), e);
        }
        try {
            return results(table, root);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Result> results(Table table, JsonNode root) {
        if (root.path("format").asInt() != 1) {
            throw new IllegalArgumentException("format: expected 1, found " + found(root.path("format")));
        }
        if (!root.path("table").asText().equals(table.name())) {
            throw new IllegalArgumentException(
                    "table: expected \"" + table.name() + "\", found " + found(root.path("table")));
        }
        if (root.path("quick").asBoolean()) {
            throw new IllegalArgumentException("quick: expected false, since quick numbers mean nothing, found true");
        }
        List<Result> results = new ArrayList<>();
        int number = 0;
        for (JsonNode entry : root.path("cells")) {
            String where = "cells[" + number++ + "]";
            Optional<Cell> cell = table.cells().stream()
                    .filter(c -> c.row().equals(entry.path("row").asText())
                            && c.column().equals(entry.path("column").asText())
                            && lower(c.experiment().preset())
                                    .equals(entry.path("preset").asText())
                            && lower(c.measure()).equals(entry.path("measure").asText()))
                    .findFirst();
            if (cell.isPresent()) {
                results.add(new Result(cell.get(), outcomes(cell.get(), entry, where)));
            }
        }
        return results;
    }

    private static List<Outcome> outcomes(Cell cell, JsonNode entry, String where) {
        JsonNode count = entry.path("parameters");
        ParameterCount parameters = new ParameterCount(
                whole(count, "filters", where + ".parameters"),
                whole(count, "lambda", where + ".parameters"),
                whole(count, "norm", where + ".parameters"),
                whole(count, "head", where + ".parameters"),
                optional(count, "generator", where + ".parameters"));
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode run : entry.path("runs")) {
            String here = where + ".runs[" + outcomes.size() + "]";
            outcomes.add(new Outcome(
                    whole(run, "seed", here),
                    Map.of(cell.measure(), number(run, "value", here)),
                    parameters,
                    whole(entry, "train_images", where),
                    whole(entry, "test_images", where),
                    run.path("seconds").asDouble(Double.NaN),
                    run.path("command").asText()));
        }
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException(where + ".runs: expected at least one, found none");
        }
        return outcomes;
    }

    /** 0 where it is not there. */
    private static int optional(JsonNode node, String name, String where) {
        return node.has(name) ? whole(node, name, where) : 0;
    }

    private static int whole(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException(where + "." + name + ": expected a whole number, found " + found(value));
        }
        return value.intValue();
    }

    private static double number(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(where + "." + name + ": expected a number, found " + found(value));
        }
        return value.doubleValue();
    }

    private static String found(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
