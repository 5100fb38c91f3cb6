package org.whorl.ui.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.whorl.file.StrictJson;

/** Reads lessons: those that come with Whorl, and a teacher's own. Files are hostile until they are read. */
public final class LessonFiles {
    private static final String FOLDER = "/org/whorl/assets/lessons/";
    private static final int LARGEST = 1 << 20;
    private static final int MOST_FILES = 200;
    private static final String WHAT = "a lesson";

    private LessonFiles() {}

    /** The lessons that come with Whorl, in the order to take them. */
    public static List<Lesson> builtIn() throws IOException {
        List<Lesson> lessons = new ArrayList<>();
        try (InputStream list = LessonFiles.class.getResourceAsStream(FOLDER + "lessons.json")) {
            if (list == null) {
                return List.of();
            }
            for (String name : StrictJson.parse(
                    "lessons.json", list.readNBytes(LARGEST), String[].class, "the names of lessons")) {
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
        return StrictJson.read(file, LARGEST, Lesson.class, WHAT);
    }

    private static Lesson parse(String name, byte[] json) throws IOException {
        return StrictJson.parse(name, json, Lesson.class, WHAT);
    }
}
