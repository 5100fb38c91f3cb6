package org.whorl.ui.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsFile;

/** The trained models that come with Whorl. */
public final class Gallery {
    private static final String FOLDER = "/org/whorl/assets/models";
    /** What follows a model's name in that of the table of its training. */
    private static final String METRICS = ".metrics.csv";

    private Gallery() {}

    /**
     * A model and its name.
     *
     * @param name of its file, without the ending: {@code rot-digits-c6}
     */
    public record Exhibit(String name, Model model) {}

    /** The names of all models that are there, in order. One caller at a time, since a jar is opened as a file system only once. */
    public static synchronized List<String> names() throws IOException {
        URL url = Gallery.class.getResource(FOLDER);
        if (url == null) {
            return List.of();
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException(url + ": " + e.getMessage(), e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".npz"))
                    .map(n -> n.substring(0, n.length() - ".npz".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Reads one model. */
    public static Exhibit read(String name) throws IOException {
        String path = FOLDER + "/" + name + ".npz";
        try (InputStream in = Gallery.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException(name + ": found no such model among those that come with Whorl");
            }
            return new Exhibit(name, ModelFile.read(name + ".npz", in));
        }
    }

    /** What was measured after each epoch of a model's training; none where it was not kept. */
    public static List<EpochMetrics> epochs(String name) throws IOException {
        String file = name + METRICS;
        try (InputStream in = Gallery.class.getResourceAsStream(FOLDER + "/" + file)) {
            return in == null ? List.of() : MetricsFile.read(file, in);
        }
    }

    /**
     * The model to open with: of those trained on these data the one with the most rotations, else any; none where there is none.
     *
     * @param data the name of the data set that is chosen
     */
    public static Optional<Exhibit> opening(String data) throws IOException {
        Optional<String> name = names().stream()
                .max(Comparator.comparing((String n) -> n.startsWith(data + "-"))
                        .thenComparing(n -> n.contains("digits"))
                        .thenComparing(n -> n.endsWith("-c6"))
                        .thenComparing(n -> n.endsWith("-c4")));
        return name.isPresent() ? Optional.of(read(name.get())) : Optional.empty();
    }
}
