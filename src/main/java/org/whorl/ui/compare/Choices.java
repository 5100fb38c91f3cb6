package org.whorl.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.whorl.file.ReplacedFile;

/**
 * Which networks were compared, to be there again next time.
 *
 * @param sources what was chosen, in order
 */
record Choices(List<Source> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Choices {
        sources = List.copyOf(sources);
    }

    /** Reads what was written; empty where nothing was, or where it cannot be understood. */
    static Optional<Choices> read(Path file) {
        try {
            Source[] sources = JSON.readValue(Files.readAllBytes(file), Source[].class);
            boolean whole = Arrays.stream(sources).allMatch(s -> s != null && s.kind() != null && s.place() != null);
            return whole ? Optional.of(new Choices(List.of(sources))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Nothing yet, or written by another version: begin as on the first day.
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] json = JSON.writeValueAsBytes(sources);
        ReplacedFile.write(file, out -> out.write(json));
    }

    /** What to begin with: the baseline, quarter turns and sixth turns of one data set where the gallery has them, else its first two. */
    static Choices first(List<String> gallery) {
        for (String data : List.of("cifar10", "rot-mnist", "mnist", "digits")) {
            List<String> three = List.of(data + "-baseline", data + "-c4", data + "-c6");
            if (gallery.containsAll(three)) {
                return ofGallery(three);
            }
        }
        return ofGallery(gallery.subList(0, Math.min(2, gallery.size())));
    }

    private static Choices ofGallery(List<String> names) {
        return new Choices(
                names.stream().map(n -> new Source(Source.Kind.GALLERY, n)).toList());
    }
}
