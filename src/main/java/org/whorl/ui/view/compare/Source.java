package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsFile;
import org.whorl.training.ResumePoint;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.SavedRuns;

/**
 * Where a network comes from.
 *
 * @param kind what kind of place
 * @param place the name in the gallery, the run's folder or the file; empty for the run in the window
 */
record Source(Kind kind, String place) {
    /** A kind of place. */
    enum Kind {
        GALLERY("gallery"),
        RUN("run"),
        FILE("file"),
        /** The run in the window, as it is now. */
        WINDOW("in the window");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** The run in the window. */
    static final Source WINDOW = new Source(Kind.WINDOW, "");

    /** A network that can be opened. */
    static Source of(ModelSource network) {
        return new Source(
                switch (network.kind()) {
                    case GALLERY -> Kind.GALLERY;
                    case RUN -> Kind.RUN;
                    case FILE -> Kind.FILE;
                },
                network.place());
    }

    /** The network's name. */
    String name() {
        return switch (kind) {
            case GALLERY -> place;
            case WINDOW -> "this run";
            case RUN, FILE -> String.valueOf(Path.of(place).getFileName());
        };
    }

    /** For people: “gallery · digits-c6”. */
    String label() {
        return kind.label + " · " + name();
    }

    /** The same for a list, with what tells most in front: “digits-c6 · gallery”. */
    String listed() {
        return name() + " · " + kind.label;
    }

    /** Reads the network, and its curves where there are any. Takes a moment. */
    Contender read() throws IOException {
        return switch (kind) {
            case GALLERY -> new Contender(this, Gallery.read(place).model(), Gallery.epochs(place));
            case RUN -> ofRun(Path.of(place));
            case WINDOW -> throw new IllegalStateException("the run in the window is in no file");
            case FILE -> {
                Path file = Path.of(place);
                Path parent = file.toAbsolutePath().getParent();
                // The model of a run, opened as a file, has its curves beside it.
                yield file.getFileName().toString().equals(SavedRuns.MODEL)
                                && Files.isRegularFile(parent.resolve(MetricsFile.NAME))
                        ? ofRun(parent)
                        : new Contender(this, ModelFile.read(file), List.of());
            }
        };
    }

    private Contender ofRun(Path folder) throws IOException {
        Path file = folder.resolve(SavedRuns.MODEL);
        // A run that was killed before it left a model has its network in the checkpoint.
        Model model = Files.isRegularFile(file) ? ModelFile.read(file) : ResumePoint.model(folder);
        Path metrics = folder.resolve(MetricsFile.NAME);
        List<EpochMetrics> epochs = Files.isRegularFile(metrics) ? MetricsFile.read(metrics) : List.of();
        return new Contender(this, model, epochs);
    }
}
