package org.whorl.ui.view.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.whorl.network.Model;
import org.whorl.training.MetricsFile;
import org.whorl.training.RunRecord;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.RunName;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.model.run.SavedRuns;
import org.whorl.ui.task.BackgroundJob;

/** Reads what cards say of networks, one after the other; what cannot be read becomes a card that says why. Needs no FX thread. */
final class CardReader {
    private static final List<String> WATCHED =
            List.of(SavedRuns.MODEL, MetricsFile.NAME, RunRecord.FILE, RunName.FILE, "checkpoint.npz");

    private final boolean dark;

    /**
     * @param dark whether pictures are for a dark window
     */
    CardReader(boolean dark) {
        this.dark = dark;
    }

    /** Everything there is: the runs, the newest first, then what comes with Whorl. */
    static List<ModelSource> sources(Path runs) throws IOException {
        List<ModelSource> all = new ArrayList<>();
        SavedRuns.in(runs).forEach(run -> all.add(ModelSource.run(run)));
        SavedRuns.broken(runs).forEach(run -> all.add(ModelSource.run(run)));
        Gallery.names().forEach(name -> all.add(new ModelSource(ModelSource.Kind.GALLERY, name)));
        return all;
    }

    /** A number that changes with what a card is read from. */
    static long stamp(ModelSource source) {
        if (source.kind() != ModelSource.Kind.RUN) {
            return 0;
        }
        long stamp = 1;
        for (String name : WATCHED) {
            Path file = Path.of(source.place()).resolve(name);
            stamp = 31 * stamp + file.toFile().lastModified();
            stamp = 31 * stamp + file.toFile().length();
        }
        return stamp;
    }

    NetworkCard read(ModelSource source) {
        long stamp = stamp(source);
        Optional<Instant> changed = changed(source);
        try {
            Optional<String> given = source.kind() == ModelSource.Kind.RUN
                    ? RunName.of(Path.of(source.place())).map(RunName::name)
                    : Optional.empty();
            Model model;
            NetworkFacts facts;
            if (source.kind() == ModelSource.Kind.RUN) {
                SavedRun run = SavedRun.read(Path.of(source.place()));
                model = run.model();
                facts = NetworkFacts.of(
                        model,
                        run.epochs(),
                        run.plannedEpochs(),
                        run.checkpoint().isPresent());
            } else {
                model = Gallery.read(source.place()).model();
                facts = NetworkFacts.of(model, List.of(), OptionalInt.empty(), false);
            }
            return new NetworkCard(
                    source, given, changed, Optional.of(facts), Optional.of(CardPicture.of(model, dark)), "", stamp);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new NetworkCard(
                    source,
                    Optional.empty(),
                    changed,
                    Optional.empty(),
                    Optional.empty(),
                    withoutPlace(source, BackgroundJob.problem(e)),
                    stamp);
        }
    }

    /** The card has its name already. */
    private static String withoutPlace(ModelSource source, String problem) {
        String inside = source.place() + "/";
        return problem.startsWith(inside)
                ? problem.substring(inside.length())
                : problem.startsWith(source.place() + ": ")
                        ? problem.substring(source.place().length() + 2)
                        : problem;
    }

    private static Optional<Instant> changed(ModelSource source) {
        if (source.kind() == ModelSource.Kind.GALLERY) {
            return Optional.empty();
        }
        Path folder = Path.of(source.place());
        for (String name : List.of(SavedRuns.MODEL, "checkpoint.npz", RunRecord.FILE, MetricsFile.NAME)) {
            try {
                return Optional.of(
                        Files.getLastModifiedTime(folder.resolve(name)).toInstant());
            } catch (IOException e) {
                // Then the next file says when.
            }
        }
        return Optional.empty();
    }
}
