package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.whorl.file.ReplacedFile;
import org.whorl.file.SettingsFile;
import org.whorl.file.StrictJson;

/**
 * Which networks were compared, to be there again next time.
 *
 * @param sources what was chosen, in order
 */
record ComparedNetworks(List<Source> sources) {
    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    ComparedNetworks {
        sources = List.copyOf(sources);
    }

    /** Reads what was written; what cannot be understood is put aside and said. */
    static SettingsFile.Found<ComparedNetworks> read(Path file) {
        return SettingsFile.read(file, f -> {
            Source[] sources = StrictJson.read(f, MOST_BYTES, Source[].class, "which networks were compared");
            for (Source source : sources) {
                if (source == null || source.kind() == null || source.place() == null) {
                    throw new IllegalArgumentException("expected a kind and a place of each network, found none");
                }
                // A place that can be none on this system says so here, and not where it is shown.
                try {
                    source.name();
                } catch (InvalidPathException e) {
                    throw new IllegalArgumentException(
                            "expected a file or folder of this system, found " + source.place(), e);
                }
            }
            return new ComparedNetworks(List.of(sources));
        });
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] json = JSON.writeValueAsBytes(sources);
        ReplacedFile.write(file, out -> out.write(json));
    }

    /** What to begin with: the baseline, quarter turns and sixth turns of one data set where the gallery has them, else its first two. */
    static ComparedNetworks first(List<String> gallery) {
        for (String data : List.of("cifar10", "rot-mnist", "mnist", "digits")) {
            List<String> three = List.of(data + "-baseline", data + "-c4", data + "-c6");
            if (gallery.containsAll(three)) {
                return ofGallery(three);
            }
        }
        return ofGallery(gallery.subList(0, Math.min(2, gallery.size())));
    }

    private static ComparedNetworks ofGallery(List<String> names) {
        return new ComparedNetworks(
                names.stream().map(n -> new Source(Source.Kind.GALLERY, n)).toList());
    }
}
