package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    /** How the gallery calls what is compared to see the idea, behind the name of a set. */
    private static final List<String> KINDS = List.of("-baseline", "-c4", "-c6");

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

    /**
     * What to begin with: the network that is shown, and of those trained on its set the baseline, quarter turns and sixth turns; where
     * nothing is known of it, those of a set that has all three, else the gallery's first two.
     *
     * @param shown where the network that is shown comes from; empty where that is not known
     * @param set that it was trained on; empty where that is not known
     */
    static ComparedNetworks first(List<String> gallery, Optional<Source> shown, Optional<String> set) {
        List<Source> own = new ArrayList<>();
        shown.ifPresent(own::add);
        set.ifPresent(name -> KINDS.stream()
                .map(kind -> name + kind)
                .filter(gallery::contains)
                .map(ComparedNetworks::inGallery)
                .filter(source -> !own.contains(source))
                .forEach(own::add));
        if (!own.isEmpty()) {
            return new ComparedNetworks(own.subList(0, Math.min(Contenders.SLOTS, own.size())));
        }
        for (String data : List.of("cifar10", "rot-mnist", "mnist", "digits")) {
            List<String> three = KINDS.stream().map(kind -> data + kind).toList();
            if (gallery.containsAll(three)) {
                return ofGallery(three);
            }
        }
        return ofGallery(gallery.subList(0, Math.min(2, gallery.size())));
    }

    private static Source inGallery(String name) {
        return new Source(Source.Kind.GALLERY, name);
    }

    private static ComparedNetworks ofGallery(List<String> names) {
        return new ComparedNetworks(
                names.stream().map(ComparedNetworks::inGallery).toList());
    }
}
