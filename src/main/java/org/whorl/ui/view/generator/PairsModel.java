package org.whorl.ui.view.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.patch.FolderPairs;
import org.whorl.data.patch.PatchPairs;
import org.whorl.data.patch.PatchTransformation;
import org.whorl.data.set.Datasets;
import org.whorl.group.Generator;
import org.whorl.insight.LearnedGenerator;
import org.whorl.network.GeneratorFile;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.BackgroundJob;

/** Learns a generator from pairs of patches, in the background. Needs no screen. FX thread only. */
final class PairsModel {
    /** Pairs to learn from. */
    static final int PAIRS = 4000;

    /** Pairs to measure on. */
    private static final int OTHERS = 1000;

    private static final int USUAL_SIDE = 8;

    /** Factors to scale by. */
    static final List<Double> FACTORS = List.of(0.5, 0.6, 0.75, 0.8, 1.25, 1.5, 1.75, 2.0);

    /** Pixels to shift by. */
    static final List<Integer> PIXELS = List.of(-4, -3, -2, -1, 0, 1, 2, 3, 4);

    /**
     * What was learned.
     *
     * @param data the set's name as on the command line, or the folders'
     * @param title the same for people
     * @param words what was done to the partners
     * @param degrees by which they were turned; empty where they were not, or it is not said
     * @param generator what explains them
     */
    record Result(String data, String title, String words, OptionalDouble degrees, LearnedGenerator generator) {}

    /** What pairs are made of, and by what. */
    private record Source(DataChoice data, PatchTransformation by) {
        String words() {
            return data.title() + ", " + by.describe();
        }
    }

    private final LabState lab;
    private final Settings settings;
    private final SelectedDataset chosen;
    private final ObjectProperty<Optional<String>> set = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<PairKind> kind = new SimpleObjectProperty<>(PairKind.TURN);
    private final ObjectProperty<Integer> down = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> right = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Double> factor = new SimpleObjectProperty<>(1.25);
    private final ObjectProperty<Optional<Path>> pictures = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> partners = new SimpleObjectProperty<>(Optional.empty());
    private final BackgroundJob<Result> learning;
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<Source> learnedFrom = Optional.empty();

    PairsModel(LabState lab, Settings settings, SelectedDataset chosen, Executor fx) {
        this.lab = lab;
        this.settings = settings;
        this.chosen = chosen;
        learning = new BackgroundJob<>("whorl-generator", fx);
    }

    /** The set to cut patches from, one that comes with Whorl or was found; empty for the chosen one. */
    ObjectProperty<Optional<String>> setProperty() {
        return set;
    }

    ObjectProperty<PairKind> kindProperty() {
        return kind;
    }

    ObjectProperty<Integer> downProperty() {
        return down;
    }

    ObjectProperty<Integer> rightProperty() {
        return right;
    }

    ObjectProperty<Double> factorProperty() {
        return factor;
    }

    /** The folder of the pictures, where partners have a folder of their own. */
    ObjectProperty<Optional<Path>> picturesProperty() {
        return pictures;
    }

    /** The folder of the partners, which have the names of their pictures. */
    ObjectProperty<Optional<Path>> partnersProperty() {
        return partners;
    }

    /** Whether what is chosen is enough to learn from. */
    boolean isComplete() {
        return kind.get() != PairKind.FOLDERS
                || pictures.get().isPresent() && partners.get().isPresent();
    }

    /** How the learning stands. */
    ReadOnlyObjectProperty<BackgroundJob.State> stateProperty() {
        return learning.stateProperty();
    }

    /** What was learned last; empty before. */
    ReadOnlyObjectProperty<Optional<Result>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What partners are made by, as it is chosen now; not where they have a folder of their own. */
    private PatchTransformation transformation() {
        return switch (kind.get()) {
            case TURN ->
                new PatchTransformation.Turn(
                        settings.network().groupProperty().get().generatorAngle());
            case MIRROR -> new PatchTransformation.Mirror();
            case SHIFT -> new PatchTransformation.Shift(down.get(), right.get());
            case SCALE -> new PatchTransformation.Scale(factor.get());
            case FOLDERS -> throw new IllegalStateException("pairs: expected partners that are made, found a folder");
        };
    }

    /** The side of the patches: that of the filters that are shown, so that these can be turned by A. */
    private int side() {
        if (lab.getShown() == null || lab.getShown().spec().dense()) {
            return USUAL_SIDE;
        }
        int kernel = lab.getShown().spec().kernel();
        return kernel >= 2 && kernel <= Generator.MAX_SIDE ? kernel : USUAL_SIDE;
    }

    /** What pairs would be made of now; empty where they lie in folders. */
    private Optional<Source> source() {
        return kind.get() == PairKind.FOLDERS
                ? Optional.empty()
                : Optional.of(new Source(
                        set.get()
                                .map(name -> new DataChoice(name, Optional.empty()))
                                .orElse(settings.dataProperty().get()),
                        transformation()));
    }

    /** Pairs of what are chosen now, where those that were learned from are others; empty where they are these. */
    Optional<String> chosenSince() {
        // While what is offered is exchanged, nothing is chosen for a moment.
        return result.get().isEmpty() || learnedFrom.isEmpty() || set.get() == null
                ? Optional.empty()
                : source().filter(now -> !now.equals(learnedFrom.get())).map(Source::words);
    }

    /** Learns; instead of what is being learned. Nothing where something is still to be chosen. */
    void learn() {
        if (isComplete()) {
            Optional<Source> from = source();
            learning.replace("reading images", kind.get() == PairKind.FOLDERS ? fromFolders() : fromSet(), found -> {
                learnedFrom = from;
                result.set(Optional.of(found));
            });
        }
    }

    private BackgroundJob.Work<Result> fromSet() {
        PatchTransformation transformation = transformation();
        DataChoice choice = set.get()
                .map(name -> new DataChoice(name, Optional.empty()))
                .orElse(settings.dataProperty().get());
        Optional<TrainTest> here =
                chosen.stateProperty().get().data().filter(data -> set.get().isEmpty());
        long seed = settings.training().getValue().seed();
        int side = side();
        boolean any = transformation.anyDirection();
        OptionalDouble degrees = transformation instanceof PatchTransformation.Turn turn
                ? OptionalDouble.of(turn.degrees())
                : OptionalDouble.empty();
        return report -> {
            Progress going = going(report);
            TrainTest data = here.isPresent() ? here.get() : Datasets.load(choice.name(), choice.folder(), seed, going);
            return solved(
                    PatchPairs.of(data.train(), transformation, side, any, PAIRS, seed, going),
                    PatchPairs.of(data.test(), transformation, side, any, OTHERS, seed + 1, going),
                    data.name(),
                    choice.title(),
                    transformation.describe(),
                    degrees,
                    going);
        };
    }

    private BackgroundJob.Work<Result> fromFolders() {
        Path from = pictures.get().orElseThrow();
        Path to = partners.get().orElseThrow();
        int side = side();
        String folders = from.getFileName() + " and " + to.getFileName();
        return report -> {
            Progress going = going(report);
            FolderPairs pairs = FolderPairs.read(from, to, side, going);
            return solved(
                    PatchPairs.teaching(side, pairs.from(), pairs.to()),
                    PatchPairs.measuring(side, pairs.from(), pairs.to()),
                    folders,
                    folders,
                    "as given",
                    OptionalDouble.empty(),
                    going);
        };
    }

    private static Progress going(Progress report) {
        return (what, done, total) -> {
            if (!report.report(what, done, total)) {
                throw new CancellationException();
            }
            return true;
        };
    }

    private static Result solved(
            PatchPairs pairs,
            PatchPairs others,
            String data,
            String title,
            String words,
            OptionalDouble degrees,
            Progress going) {
        return new Result(data, title, words, degrees, LearnedGenerator.of(pairs, others, OptionalInt.empty(), going));
    }

    /** Writes what was learned, as {@code whorl generator} does. */
    void keep(Path file) throws IOException {
        Result kept = result.get().orElseThrow();
        LearnedGenerator learned = kept.generator();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("transformation", kept.words());
        about.put("data", kept.data());
        about.putAll(learned.about(kept.degrees()));
        GeneratorFile.write(learned.generator(), learned.fit(), about, file);
    }

    /** The same, to make copies of filters with. */
    Generator generator() {
        return result.get().orElseThrow().generator().generator().checkedOrder();
    }

    void cancel() {
        learning.cancel();
    }
}
