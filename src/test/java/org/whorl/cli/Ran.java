package org.whorl.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A command as it ended, run inside this process. */
record Ran(int exit, String out, String err) {
    /** Runs a command; paths may be given as they are. */
    static Ran whorl(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int exit = Commands.run(new Terminal(new PrintWriter(out), new PrintWriter(err), false), words);
        return new Ran(exit, out.toString(), err.toString());
    }

    /** Runs a command given in one line, without blanks in any word. */
    static Ran line(String words) {
        return whorl((Object[]) words.trim().split(" +"));
    }

    Ran succeeded() {
        assertEquals(0, exit, err);
        return this;
    }

    /** For what it was given, not for how it was called. */
    void failed(String words) {
        assertEquals(1, exit, err);
        assertTrue(err.contains(words), err);
    }

    /** In one line, for how it was called. */
    void refused(String words) {
        assertEquals(2, exit, err);
        assertEquals(1, errorLines().size(), err);
        assertTrue(err.contains(words), err);
    }

    /** The one object on standard output; fails where there is anything else. */
    Map<String, Object> json() throws JsonProcessingException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(out, new TypeReference<>() {});
    }

    List<String> errorLines() {
        return err.lines().toList();
    }

    /** The last name of a path that a command reported. */
    static String name(Object path) {
        return Path.of(String.valueOf(path)).getFileName().toString();
    }
}
