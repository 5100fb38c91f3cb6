package org.whorl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.Datasets;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.insight.AccuracyByAngle;
import org.whorl.insight.EquivarianceError;
import org.whorl.network.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how a model's codes and its accuracy follow when images turn. */
@Command(
        name = "symmetry",
        description =
                "Measure equivariance error and accuracy by the angle that test images are turned by. Between the "
                        + "angles of the model's group, orbits are shifted by a fraction.")
final class SymmetryCommand extends ReportingCommand {
    @Mixin
    private ModelOption model;

    @Option(
            names = "--angles",
            paramLabel = "START:STOP:STEP",
            defaultValue = "0:360:15",
            converter = Angles.Converter.class,
            description = "Degrees, without STOP; or a list with commas between (default: ${DEFAULT-VALUE}).")
    private Angles angles;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "Images to turn (default: what the model was trained on).")
    private String data;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data set's files are.")
    private java.nio.file.Path folder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "The first N test images (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of angles and splits (default: ${DEFAULT-VALUE}).")
    private long seed;

    SymmetryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        if (limit < 1) {
            throw usage("--limit: expected at least 1 image, found " + limit);
        }
        Model network = model.read();
        String name = data != null ? data : String.valueOf(network.provenance().get("data"));
        Dataset images = Datasets.load(name, java.util.Optional.ofNullable(folder), seed, progress)
                .test()
                .first(limit);
        List<EquivarianceError> errors = EquivarianceError.of(network, images, angles.degrees(), progress);
        List<Double> accuracy = AccuracyByAngle.of(network, images, angles.degrees(), progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("angles", angles.degrees());
        json.put("error", errors.stream().map(EquivarianceError::code).toList());
        json.put("accuracy", accuracy);
        json.put("layer_errors", errors.stream().map(EquivarianceError::layers).toList());
        json.put("generator_angle", network.spec().group().generatorAngle());
        json.put("images", images.size());
        json.put("data", name);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d images of %s%n%8s  %10s  %10s",
                network.spec().group().describe(),
                images.size(),
                name,
                "angle",
                "error",
                "accuracy"));
        IntStream.range(0, accuracy.size()).forEach(i -> {
            double angle = angles.degrees().get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%n%7s°  %10.2e  %8.2f %%%s",
                    CyclicGroup.format(angle),
                    errors.get(i).code(),
                    100 * accuracy.get(i),
                    isElement(network.spec().group(), angle) ? "  element of the group" : ""));
        });
        return new Report(json, text.toString());
    }

    private static boolean isElement(CyclicGroup group, double angle) {
        double steps = angle / group.generatorAngle();
        return Math.abs(steps - Math.rint(steps)) < 1e-9;
    }
}
