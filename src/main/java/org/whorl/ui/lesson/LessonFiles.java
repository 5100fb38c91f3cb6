package org.whorl.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads lessons: those that come with Whorl, and a teacher's own. Files are hostile until they are read. */
public final class LessonFiles {
    private static final String FOLDER = "/org/whorl/assets/lessons/";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_FILES = 200;
    private static final int MAX_NESTING = 8;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(1 << 16)
                            .maxNumberLength(30)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LessonFiles() {}

    /** The lessons that come with Whorl, in the order to take them. */
    public static List<Lesson> builtIn() throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        try (InputStream list = LessonFiles.class.getResourceAsStream(FOLDER + "lessons.json")) {
            if (list == null) {
                return List.of();
            }
            for (String name : MAPPER.readValue(list, String[].class)) {
                try (InputStream in = LessonFiles.class.getResourceAsStream(FOLDER + name)) {
                    if (in == null) {
                        throw new IOException("lessons.json: expected the name of a file beside it, found " + name);
                    }
                    lessons.add(parse(name, in.readNBytes(LARGEST)));
                }
            }
        }
        return List.copyOf(lessons);
    }

    /** A folder's files that may be lessons, {@code *.json} by name; none where there is no such folder. */
    public static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    /**
     * Reads one lesson.
     *
     * @throws IOException naming the file, what was expected and what was found
     */
    public static Lesson read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new IOException(file + ": expected a lesson of at most " + LARGEST + " bytes, found " + size);
        }
        return parse(file.toString(), Files.readAllBytes(file));
    }

    private static Lesson parse(String name, byte[] json) throws IOException {
        try {
            return MAPPER.readValue(json, Lesson.class);
        } catch (JsonMappingException e) {
            String place = e.getPath().stream()
                    .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex() + 1) : r.getFieldName())
                    .collect(Collectors.joining("."));
            String reason = e.getCause() instanceof IllegalArgumentException refused
                    ? refused.getMessage()
                    : (place.isEmpty() ? "" : place + ": ") + e.getOriginalMessage();
            throw new IOException(name + ": " + reason.replaceAll("\\s+", " "), e);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    name + ": expected JSON, found at line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": "
                            + e.getOriginalMessage().replaceAll("\\s+", " "),
                    e);
        }
    }
}
