package org.whorl.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.data.whitening.Whitening;
import org.whorl.file.ReplacedFile;
import org.whorl.file.StrictJson;
import org.whorl.group.GeneratorAngle;
import org.whorl.insight.ReconstructionQuality;
import org.whorl.insight.TestResult;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.ParameterCount;
import org.whorl.training.EpochMetrics;
import org.whorl.training.MetricsFile;
import org.whorl.training.TrainingException;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;

/**
 * Fills a table: trains what has not been trained yet, measures it, and writes the table's files after every run. Each run has a folder
 * of its own, from which it continues when it was stopped; a run that is done is not made again. The model of the first seed of Whorl's
 * own settings goes to {@code models/}, small enough to be given away, with what was measured while it was trained. For one thread.
 */
public final class Reproduction {
    private static final int MAX_OUTCOME = 1 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long PACE_MILLIS = 200;

    /** Images whose reconstruction is measured; more would change nothing but the waiting. */
    private static final int RECONSTRUCTED = 1000;

    private static final double WHOLE_TURN = 360;

    private static final Set<Measure> RECONSTRUCTION = EnumSet.of(Measure.FIRST_PSNR, Measure.PSNR, Measure.ZEROS);

    private final Table table;
    private final Path out;
    private final Function<String, Optional<Path>> dataFolder;
    private final Effort effort = new Effort();
    private final Map<Experiment, List<Outcome>> outcomes = new LinkedHashMap<>();

    /** One run of one experiment. */
    private record Run(Experiment experiment, long seed) {}

    /**
     * A table to fill.
     *
     * @param out folder for the table's files; runs are kept in {@code runs/} below it
     * @param dataFolder where a data set's files are, by its name; empty to look in the usual places
     */
    public Reproduction(Table table, Path out, Function<String, Optional<Path>> dataFolder) {
        this.table = table;
        this.out = out;
        this.dataFolder = dataFolder;
    }

    /** Where a run is kept. */
    public Path folder(Experiment experiment, long seed) {
        return folder(out, experiment, seed);
    }

    /** Where a run is kept, below the folder of its table's files. */
    public static Path folder(Path out, Experiment experiment, long seed) {
        return out.resolve("runs").resolve(experiment.folder(seed));
    }

    /** The cells that are filled, in the table's order; those of several seeds as soon as one has run. */
    public List<Result> results() {
        return table.cells().stream()
                .filter(cell -> outcomes.containsKey(cell.experiment()))
                .map(cell -> new Result(cell, outcomes.get(cell.experiment())))
                .toList();
    }

    /** Finds what earlier runs have filled. */
    public List<Result> find() throws IOException {
        outcomes.clear();
        for (Run run : runs((experiment, seed) -> true)) {
            Outcome outcome = known(run);
            if (outcome != null) {
                outcomes.computeIfAbsent(run.experiment, e -> new ArrayList<>()).add(outcome);
            }
        }
        return results();
    }

    /** The trainings of which a run was stopped on its way, from where it would go on. */
    public Set<Experiment> begun() throws IOException {
        Set<Experiment> begun = new LinkedHashSet<>();
        for (Run run : runs((experiment, seed) -> true)) {
            boolean onItsWay = Files.exists(folder(run.experiment, run.seed).resolve("checkpoint.npz"));
            if (onItsWay && known(run) == null) {
                begun.add(run.experiment);
            }
        }
        return begun;
    }

    private List<Run> runs(BiPredicate<Experiment, Long> wanted) {
        return table.experiments().stream()
                .flatMap(e ->
                        e.seeds().stream().filter(seed -> wanted.test(e, seed)).map(seed -> new Run(e, seed)))
                .toList();
    }

    /**
     * Fills cells; what earlier runs have filled is in the files and in the result as well.
     *
     * @param wanted the trainings to make
     * @throws CancellationException where the watch asked to stop; called again, it goes on from there
     * @throws TrainingException where a run fails
     */
    public List<Result> run(Predicate<Experiment> wanted, Watch watch) throws IOException, InterruptedException {
        return run((experiment, seed) -> wanted.test(experiment), watch);
    }

    /** The same for some of the seeds of a training only. */
    public List<Result> run(BiPredicate<Experiment, Long> wanted, Watch watch)
            throws IOException, InterruptedException {
        Files.createDirectories(out);
        find();
        List<Run> runs = new ArrayList<>();
        for (Run run : runs(wanted)) {
            if (known(run) == null) {
                runs.add(run);
            }
        }
        ResultFiles.write(table, results(), out);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            Outcome outcome = make(runs, i, watch);
            if (run.experiment.preset() == Preset.BEST
                    && run.seed == run.experiment.seeds().get(0)) {
                GalleryFile.write(
                        ModelFile.read(folder(run.experiment, run.seed).resolve("model.npz")), model(run));
                write(
                        model(run).resolveSibling(run.experiment.name() + ".metrics.csv"),
                        Files.readAllBytes(folder(run.experiment, run.seed).resolve(MetricsFile.NAME)));
            }
            write(folder(run.experiment, run.seed).resolve("result.json"), JSON.writeValueAsBytes(outcome));
            find();
            ResultFiles.write(table, results(), out);
        }
        return results();
    }

    /** The outcome of a run that was made before with the same settings; null where there is none. */
    private Outcome known(Run run) throws IOException {
        Path file = folder(run.experiment, run.seed).resolve("result.json");
        if (!Files.exists(file)) {
            return null;
        }
        Outcome outcome =
                StrictJson.read(file, MAX_OUTCOME, Outcome.class, "what a run came to (delete it to run again)");
        boolean same = outcome.command().equals(run.experiment.command(run.seed))
                && outcome.measured().keySet().containsAll(table.measures(run.experiment));
        return same ? outcome : null;
    }

    private Outcome make(List<Run> runs, int number, Watch watch) throws IOException, InterruptedException {
        Run run = runs.get(number);
        Experiment experiment = run.experiment;
        List<Experiment> toCome = runs.subList(number + 1, runs.size()).stream()
                .map(Run::experiment)
                .toList();
        try (TrainingSession session = new TrainingSession(
                experiment.network(),
                experiment.training(run.seed),
                progress -> load(run, progress),
                Optional.of(folder(experiment, run.seed)),
                true)) {
            session.start();
            while (true) {
                TrainingSnapshot now = session.snapshot();
                if (now.state() == TrainingState.FAILED) {
                    throw new TrainingException(experiment.name() + ", seed " + run.seed + ": "
                            + now.failure().orElse("training failed"));
                }
                if (now.state() == TrainingState.FINISHED) {
                    return measured(run, session, watch, runs, number);
                }
                if (now.state() == TrainingState.STOPPED) {
                    throw new CancellationException();
                }
                double whole = wholeRun(now);
                double left = now.secondsLeft() + effort.seconds(toCome, experiment, whole);
                if (!watch.at(new Watch.Moment(experiment, run.seed, number, runs.size(), now, left))) {
                    // The loop goes on until the session is at its end: a last checkpoint that failed has to be heard
                    // of.
                    session.stop();
                    session.await();
                    continue;
                }
                Thread.sleep(PACE_MILLIS);
            }
        }
    }

    /** Seconds that the whole of a run will have taken; NaN where not known yet. */
    private static double wholeRun(TrainingSnapshot now) {
        long all = (long) now.stepsPerEpoch() * now.epochs();
        return now.step() < all ? now.secondsLeft() * all / (all - now.step()) : Double.NaN;
    }

    private Path model(Run run) {
        return out.resolve("models").resolve(run.experiment.name() + ".npz");
    }

    private TrainTest load(Run run, Progress progress) throws IOException {
        String data = run.experiment.data(run.seed);
        TrainTest all = Datasets.load(data, dataFolder.apply(data), run.seed, progress);
        int limit = run.experiment.limit();
        return limit == 0 ? all : new TrainTest(all.name(), all.train().first(limit), all.test(), all.checksum());
    }

    private Outcome measured(Run run, TrainingSession session, Watch watch, List<Run> runs, int number)
            throws IOException {
        Model model = session.model().orElseThrow();
        TrainTest data = session.data().orElseThrow();
        List<EpochMetrics> epochs = session.history().epochsFrom(0);
        TrainingSnapshot end = session.snapshot();
        Progress progress = (what, done, total) ->
                watch.at(new Watch.Moment(run.experiment, run.seed, number, runs.size(), end, Double.NaN));
        Map<Measure, Double> measured = new EnumMap<>(Measure.class);
        Set<Measure> wanted = table.measures(run.experiment);
        if (wanted.contains(Measure.ACCURACY)) {
            measured.put(Measure.ACCURACY, epochs.get(epochs.size() - 1).testAccuracy());
        }
        if (wanted.contains(Measure.TURNED_ACCURACY)) {
            Dataset turned = ImageRotation.turnRandomly(data.test(), run.seed);
            TrainingSettings settings = run.experiment.training(run.seed);
            // As the training's own test: where each set is whitened by itself, so is this one.
            Preparation preparation = settings.whitening() == Whitening.EACH
                    ? Preparation.fit(turned, Whitening.EACH, settings.epsilon(), progress)
                    : model.preparation();
            measured.put(
                    Measure.TURNED_ACCURACY,
                    TestResult.of(model, preparation, turned, progress).accuracy());
        }
        if (wanted.stream().anyMatch(RECONSTRUCTION::contains)) {
            ReconstructionQuality last =
                    ReconstructionQuality.of(model, data.test().first(RECONSTRUCTED), progress);
            int layer = model.spec().layers() - 1;
            measured.put(Measure.FIRST_PSNR, last.psnr().get(0));
            measured.put(Measure.PSNR, last.psnr().get(layer));
            measured.put(Measure.ZEROS, 1 - last.activeFractions().get(layer));
        }
        if (wanted.contains(Measure.OBJECTIVE)) {
            measured.put(Measure.OBJECTIVE, epochs.get(epochs.size() - 1).testLoss());
        }
        if (wanted.stream().anyMatch(Measure::ofAngle)) {
            angles(model, measured);
        }
        double seconds = epochs.stream().mapToDouble(EpochMetrics::seconds).sum();
        effort.took(run.experiment, seconds);
        return new Outcome(
                run.seed,
                measured,
                ParameterCount.of(model.spec()),
                data.train().size(),
                data.test().size(),
                seconds,
                run.experiment.command(run.seed));
    }

    private static void angles(Model model, Map<Measure, Double> measured) {
        double found = model.parameters().generatorAngles().get(0);
        int order = model.spec().group().order();
        double turn = Math.abs(Math.IEEEremainder(found, WHOLE_TURN));
        measured.put(Measure.ANGLE, WHOLE_TURN / order + turn - GeneratorAngle.nearestClosed(turn, order));
        measured.put(Measure.DISTANCE, GeneratorAngle.distance(found, WHOLE_TURN / order, order));
        measured.put(Measure.CLOSURE, Math.abs(Math.IEEEremainder(order * found, WHOLE_TURN)));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        ReplacedFile.write(file, stream -> stream.write(bytes));
    }
}
