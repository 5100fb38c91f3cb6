package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.kernel.Kernels;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import org.whorl.training.AngleDefaults;
import org.whorl.training.DataSource;
import org.whorl.training.EarlierRun;
import org.whorl.training.EpochMetrics;
import org.whorl.training.RunPlan;
import org.whorl.training.RunRecord;
import org.whorl.training.SettingsChange;
import org.whorl.training.TrainingSession;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Trains a network and keeps the run in a folder. */
@Command(name = "train", description = "Train a network; the run folder gets its metrics, history and model.")
final class TrainCommand extends ReportingCommand {
    @Mixin
    private DataOptions data;

    private final SettingOptions<NetworkSpec> network = new SettingOptions<>(NetworkSettings.ALL);
    private final SettingOptions<TrainingSettings> training = new SettingOptions<>(TrainingSettings.ALL);

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Train on the first N images only; the test set stays whole.")
    private Integer limit;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The run folder (default: run, or run-2, run-3 … where that is there already).")
    private Path run;

    @Option(
            names = "--resume",
            description = "Go on from the run folder's checkpoint, with the same options as before.")
    private boolean resume;

    @Option(
            names = "--changes",
            paramLabel = "RUN",
            description =
                    "Change settings at the steps at which another run, kept in this folder, recorded that it did.")
    private Path changes;

    @Option(
            names = "--init",
            paramLabel = "MODEL",
            description = "Begin with the parameters of a model of the same network instead of random ones.")
    private Path init;

    private boolean keepsEarlier;
    private Path earlier;
    private String chosen = "";

    TrainCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void complete(CommandSpec command) {
        super.complete(command);
        network.addTo(command);
        training.addTo(command);
    }

    @Override
    Report report(Progress progress) throws Exception {
        Optional<GivenMatrix> matrix = GivenMatrix.read(network);
        NetworkSpec spec = checked(() -> AngleDefaults.in(
                matrix.map(m -> m.in(network.values(), this::said)).orElseGet(network::values), this::saidOption));
        TrainingSettings settings = checked(() -> AngleDefaults.in(training.value(), spec, this::saidOption));
        if (!spec.generator().learnsAngle()) {
            for (String option : List.of("--start-angles", "--start-steps", "--angle-rate", "--closure", "--no-snap")) {
                if (said(option)) {
                    throw usage(
                            option + ": expected --generator learned or learned-by-layer beside it, found an angle that"
                                    + " is not learned; leave it out");
                }
            }
        }
        if (spec.generator().learnsOne()) {
            chosen = System.lineSeparator() + AngleDefaults.describe(spec, settings);
        }
        matrix.ifPresent(m -> chosen = System.lineSeparator() + m.describe(spec));
        if (run != null && run.toString().isBlank()) {
            throw usage("--out: expected a folder for the run, found nothing");
        }
        if (limit != null && limit < 1) {
            throw usage("--limit: expected at least 1 image, found " + limit);
        }
        if (run == null) {
            if (resume) {
                throw usage("--resume: expected --out with the folder of the run to go on with, found none");
            }
            run = freeFolder();
        }
        DataSource source = p -> load(settings.seed(), p);
        Optional<Model> initial = init == null ? Optional.empty() : Optional.of(ModelFile.read(init));
        List<SettingsChange> recorded =
                changes == null ? List.of() : RunRecord.read(changes).changes();
        RunPlan plan = new RunPlan(
                spec,
                settings,
                source,
                initial,
                matrix.map(GivenMatrix::generator),
                recorded,
                Optional.of(() -> run),
                resume);
        keepsEarlier = !resume && Files.exists(run.resolve("checkpoint.npz"));
        earlier = EarlierRun.next(run);
        try (TrainingSession session = new TrainingSession(plan)) {
            Interruption interruption = Interruption.of(session, terminal().err());
            try {
                session.start();
                new TrainingDisplay(session, terminal(), this::header).follow();
                session.await();
            } finally {
                interruption.close();
            }
            if (interruption.wanted() && session.snapshot().state() == TrainingState.STOPPED) {
                // Said already, and once is enough.
                throw new Failure("", null);
            }
            return finished(session);
        }
    }

    private boolean saidOption(String name) {
        return said("--" + name);
    }

    private static Path freeFolder() {
        Path free = Path.of("run");
        for (int number = 2; Files.exists(free); number++) {
            free = Path.of("run-" + number);
        }
        return free;
    }

    private TrainTest load(long seed, Progress progress) throws IOException {
        TrainTest all = Datasets.load(data.name(), data.folder(), seed, progress);
        return limit == null ? all : all.limited(limit);
    }

    private String header(NetworkSpec spec) {
        ParameterCount count = ParameterCount.of(spec);
        return String.format(
                Locale.ROOT,
                "%s, %s, %d filters from %d, %d layers%n"
                        + "%,d parameters: filters %,d, thresholds %,d%s, norms %,d, head %,d%s%nkernels: %s%s%s",
                data.name(),
                spec.describeOrbits(),
                spec.filters(),
                spec.baseFilters(),
                spec.layers(),
                count.total(),
                count.filters(),
                count.lambda(),
                spec.thresholdLearned() ? "" : " (fixed)",
                count.norm(),
                count.head(),
                count.generator() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", generator %,d%s",
                                count.generator(),
                                spec.generator() == GeneratorKind.MATRIX ? " (fixed)" : ""),
                Kernels.best().name(),
                chosen,
                keepsEarlier ? System.lineSeparator() + run + ": the run that was here is kept in " + earlier : "");
    }

    private Report finished(TrainingSession session) throws Failure {
        TrainingSnapshot end = session.snapshot();
        if (end.state() == TrainingState.FAILED) {
            throw new Failure(
                    end.failure().orElse("training failed"), session.cause().orElse(null));
        }
        List<EpochMetrics> epochs = session.history().epochsFrom(0);
        if (end.state() != TrainingState.FINISHED || epochs.isEmpty()) {
            throw new Failure(run + ": expected " + end.epochs() + " epochs, stopped after " + end.epoch()
                    + "; go on with --resume");
        }
        EpochMetrics last = epochs.get(epochs.size() - 1);
        int parameters =
                end.parameters().map(p -> ParameterCount.of(p.spec()).total()).orElse(0);
        double speed = epochs.stream()
                .mapToDouble(EpochMetrics::imagesPerSecond)
                .average()
                .orElse(Double.NaN);
        Path model = run.resolve("model.npz");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("test_accuracy", last.testAccuracy());
        json.put("train_accuracy", last.trainAccuracy());
        json.put("loss", last.trainLoss());
        json.put("test_loss", last.testLoss());
        if (!Double.isNaN(last.testPsnr())) {
            json.put("test_psnr", last.testPsnr());
        }
        if (last.generatorAngles().size() == 1) {
            json.put("generator_angle", last.generatorAngles().get(0));
        } else if (!last.generatorAngles().isEmpty()) {
            json.put("generator_angles", last.generatorAngles());
        }
        if (!session.angleStarts().isEmpty()) {
            json.put("angle_starts", session.angleStarts());
        }
        json.put("epochs", last.epoch());
        json.put("parameters", parameters);
        json.put("images_per_second", speed);
        json.put("model", model.toString());
        json.put("kernels", Kernels.best().name());
        String found = Double.isNaN(last.testAccuracy())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "test accuracy %.2f %%, training accuracy %.2f %%, ",
                        100 * last.testAccuracy(),
                        100 * last.trainAccuracy());
        String psnr = Double.isNaN(last.testPsnr())
                ? ""
                : String.format(Locale.ROOT, "reconstruction %.2f dB PSNR, ", last.testPsnr());
        String angle = last.generatorAngles().isEmpty()
                ? ""
                : last.generatorAngles().stream()
                        .map(a -> String.format(Locale.ROOT, "%.2f°", a))
                        .collect(Collectors.joining(", ", "angle ", ", "));
        return new Report(
                json,
                found
                        + angle
                        + psnr
                        + String.format(
                                Locale.ROOT,
                                "loss %.4f, %d parameters, %.0f images/s%n%s",
                                last.trainLoss(),
                                parameters,
                                speed,
                                model));
    }
}
