package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.whorl.data.Progress;
import org.whorl.figure.About;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterFilm;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Series;
import org.whorl.figure.SeriesStyle;
import org.whorl.network.Copies;
import org.whorl.training.EpochMetrics;
import org.whorl.training.FilterHistory;
import org.whorl.training.MetricsFile;
import org.whorl.training.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes how a run's filters formed, as an animated GIF or as numbered pictures. */
@Command(
        name = "film",
        description =
                "Write how a run's filters formed, a frame an epoch: an animated GIF, a video, or a folder of numbered PNGs.")
final class FilmCommand extends ReportingCommand {
    @Option(names = "--run", paramLabel = "RUN", required = true, description = "The run's folder.")
    private Path run;

    @Option(
            names = "--layer",
            paramLabel = "L",
            defaultValue = "1",
            description = "From 1 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(
            names = "--layout",
            defaultValue = "orbit",
            description =
                    "A row an orbit, or the paper's square grid: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Layout layout;

    @Option(
            names = "--scale",
            defaultValue = "bank",
            description = "One colour scale for the film, or one for each filter: ${COMPLETION-CANDIDATES} (default: "
                    + "${DEFAULT-VALUE}).")
    private Scaling scaling;

    @Option(
            names = "--fps",
            paramLabel = "N",
            defaultValue = "5",
            description = "Frames a second of a GIF (default: ${DEFAULT-VALUE}).")
    private double framesPerSecond;

    @Option(names = "--loss", description = "With the curve of the training loss beside the filters.")
    private boolean loss;

    @Mixin
    private PictureOptions picture;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "A name that ends in .gif or, where there is ffmpeg, in .mp4; or a folder for numbered PNGs.")
    private Path out;

    FilmCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        FigureOptions options = checked(picture::options);
        if (!(framesPerSecond >= 0.1 && framesPerSecond <= 50)) {
            throw usage("--fps: expected 0.1 to 50, found " + framesPerSecond);
        }
        FilterHistory history = FilterHistory.open(run);
        if (layer < 1 || layer > history.spec().layers()) {
            throw usage("--layer: expected 1 to " + history.spec().layers() + ", found " + layer);
        }
        if (history.epochs().isEmpty()) {
            throw new Failure(run + ": expected filters of at least one epoch in its history, found none");
        }
        String name = run.toAbsolutePath().normalize().getFileName().toString();
        new FilterFilm(
                        name,
                        history.epochs(),
                        history::at,
                        layer - 1,
                        layout,
                        scaling,
                        Palette.BLUE_ORANGE,
                        loss ? curve() : null)
                .write(
                        out,
                        framesPerSecond,
                        options.with(About.of(
                                name, history.spec(), RunRecord.read(run).provenance())),
                        progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", out.toString());
        json.put("layer", layer);
        json.put("frames", history.epochs().size());
        json.put("epochs", history.epochs());
        return new Report(
                json,
                out + ": layer " + layer + ", " + history.epochs().size() + " frames, "
                        + Copies.describe(
                                history.at(history.epochs().get(history.epochs().size() - 1))));
    }

    private Series curve() throws IOException {
        List<EpochMetrics> epochs = MetricsFile.read(run.resolve(MetricsFile.NAME));
        return new Series(
                "training loss",
                SeriesStyle.FIRST,
                epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                epochs.stream().mapToDouble(EpochMetrics::trainLoss).toArray());
    }
}
