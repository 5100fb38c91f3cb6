package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.figure.About;
import org.whorl.figure.CodeMapsFigure;
import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.ImageFigure;
import org.whorl.figure.LayerMaps;
import org.whorl.insight.ActiveFractions;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes everything that inputs go through, layer by layer. */
@Command(
        name = "codes",
        description =
                "Write the sparse codes of every layer, with residuals and reconstructions, as numbers and pictures.")
final class CodesCommand extends ReportingCommand {
    /** More pictures than that are too many to look at. */
    private static final int PICTURED = 16;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--input",
            paramLabel = "IMAGE|X.npy",
            required = true,
            description =
                    "A picture, which is prepared like the model's training images, or float32 numbers [N, C, H, W], "
                            + "which are used as they are.")
    private Path input;

    @Mixin
    private GroundOption ground;

    @Option(
            names = "--format",
            defaultValue = "png",
            description = "Of the pictures: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Mixin
    private PictureOptions picture;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path out;

    private enum Format {
        png,
        svg,
        pdf
    }

    CodesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        FigureOptions options = checked(picture::options);
        Model network = model.read();
        float[] inputs = NetworkInput.read(input, network, ground.ground());
        int size = network.spec().input().size();
        int count = inputs.length / size;
        CodeArrays.checkMemory(network.spec(), count);
        List<Trace> traces = trace(network, inputs, count, progress);
        new CodeArrays(network.spec(), traces).write(out);
        pictures(
                traces,
                network.spec().input(),
                options.with(About.of(model.file().getFileName().toString(), network.spec(), network.provenance()))
                        .with("Input", input.getFileName()));
        Report report = describe(network, traces);
        String range = NetworkInput.range(input, inputs);
        if (range.isEmpty()) {
            return report;
        }
        report.json().put("input_range", range);
        return new Report(report.json(), report.text() + System.lineSeparator() + range);
    }

    private List<Trace> trace(Model network, float[] inputs, int count, Progress progress) throws Failure {
        Inference inference = new Inference(network.spec());
        inference.load(network.parameters());
        int size = network.spec().input().size();
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Trace trace = inference.trace(Arrays.copyOfRange(inputs, i * size, (i + 1) * size));
            for (float logit : trace.logits()) {
                if (!Float.isFinite(logit)) {
                    throw new Failure(
                            input + ": image " + (i + 1) + ": expected numbers that the network can compute with, "
                                    + "found some so large that its output is " + logit);
                }
            }
            traces.add(trace);
            if (!progress.report("computing codes", i + 1, count)) {
                throw new CancellationException();
            }
        }
        return traces;
    }

    private void pictures(List<Trace> traces, ImageShape shape, FigureOptions options) throws IOException {
        int pictured = Math.min(PICTURED, traces.size());
        for (int i = 0; i < pictured; i++) {
            String suffix = (traces.size() == 1 ? "." : "-" + (i + 1) + ".") + format;
            Trace trace = traces.get(i);
            for (int l = 0; l < trace.layers().size(); l++) {
                Path folder = out.resolve("layer" + (l + 1));
                Trace.Layer layer = trace.layers().get(l);
                Map<String, Figure> figures = new LinkedHashMap<>();
                figures.put("code", CodeMapsFigure.of(trace, l));
                figures.put("momentum", CodeMapsFigure.of(trace, l, LayerMaps.MOMENTUM));
                figures.put("prethreshold", CodeMapsFigure.of(trace, l, LayerMaps.PRE_THRESHOLD));
                figures.put("residual", image(layer.residual(), shape));
                figures.put("reconstruction", image(layer.reconstruction(), shape));
                for (Map.Entry<String, Figure> each : figures.entrySet()) {
                    picture.captioned(each.getValue()).write(folder.resolve(each.getKey() + suffix), options);
                }
            }
        }
    }

    private static Figure image(float[] values, ImageShape shape) {
        return ImageFigure.of(values, shape.channels(), shape.height(), shape.width(), true);
    }

    private Report describe(Model network, List<Trace> traces) {
        List<Double> active = ActiveFractions.of(traces);
        List<Integer> predictions = traces.stream().map(Trace::prediction).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", out.toString());
        json.put("images", traces.size());
        json.put("layers", network.spec().layers());
        json.put("active_fractions", active);
        json.put("predictions", predictions);
        StringBuilder text =
                new StringBuilder(out + ": codes of " + traces.size() + (traces.size() == 1 ? " image" : " images"));
        for (int l = 0; l < active.size(); l++) {
            text.append(String.format(Locale.ROOT, "%nlayer %d  %5.1f %% active", l + 1, 100 * active.get(l)));
        }
        if (traces.size() == 1 && network.spec().objective().classifies()) {
            Trace only = traces.get(0);
            text.append(String.format(
                    Locale.ROOT,
                    "%npredicted %s (%.1f %%)",
                    network.classNames().get(only.prediction()),
                    100 * only.probabilities()[only.prediction()]));
        }
        return new Report(json, text.toString());
    }
}
