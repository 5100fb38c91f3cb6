package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.apache.commons.math3.linear.RealMatrix;
import org.whorl.cli.PairOptions.Material;
import org.whorl.data.PatchPairs;
import org.whorl.data.Progress;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;
import org.whorl.group.GeneratorMeasures;
import org.whorl.network.GeneratorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns the generator of a group from pairs of pictures. */
@Command(
        name = "generator",
        description =
                "Learn what takes pictures to their partners, a matrix, from pairs: patches of a data set and the "
                        + "same patches turned, mirrored, shifted or scaled, two arrays, or two folders of pictures. Says which group it generates; "
                        + "`train --generator A.npz` makes orbits with it.")
final class GeneratorCommand extends ReportingCommand {
    @Mixin
    private PairOptions pairs;

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "Of the group (default: read off the eigen-angles of the matrix).")
    private Integer order;

    @Option(names = "--out", paramLabel = "A.npz", required = true, description = "The file to write.")
    private Path out;

    /** With a smaller cosine to the nearest rotation a matrix is none, and has no angle. */
    private static final double ROTATION = 0.9;

    GeneratorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        if (order != null && (order < 1 || order > CyclicGroup.MAX_ORDER)) {
            throw usage("--order: expected 1 to " + CyclicGroup.MAX_ORDER + ", found " + order);
        }
        Material material;
        try {
            material = pairs.material(progress);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
        PatchPairs train = material.train();
        GeneratorFit fit = checked(() -> GeneratorFit.of(train.from(), train.to()));
        OptionalInt found = order == null ? fit.order() : OptionalInt.of(order);
        RealMatrix matrix = found.isPresent() ? fit.cyclic(found.getAsInt()) : fit.orthogonal();
        Generator generator = Generator.of(train.side(), train.support(), matrix, found.orElse(0));
        Map<String, Object> json = measures(material, fit, found, matrix);
        json.put("file", out.toString());
        GeneratorFile.write(generator, fit, json, out);
        return new Report(json, words(material, json, found));
    }

    private Map<String, Object> measures(Material material, GeneratorFit fit, OptionalInt found, RealMatrix matrix) {
        PatchPairs test = material.test();
        var nearest =
                GeneratorMeasures.nearestRotation(fit.leastSquares(), fit.covariance(), test.side(), test.support());
        Map<String, Object> errors = new LinkedHashMap<>();
        errors.put("least_squares", GeneratorMeasures.error(fit.leastSquares(), test.from(), test.to()));
        errors.put("orthogonal", GeneratorMeasures.error(fit.orthogonal(), test.from(), test.to()));
        errors.put("cyclic", found.isPresent() ? GeneratorMeasures.error(matrix, test.from(), test.to()) : Double.NaN);
        RealMatrix bicubic = GeneratorMeasures.rotation(
                test.side(), material.degrees() == null ? nearest.degrees() : material.degrees(), test.support());
        errors.put("bicubic", GeneratorMeasures.error(bicubic, test.from(), test.to()));
        Map<String, Object> spectrum = new LinkedHashMap<>();
        for (int n = 2; n <= 24; n++) {
            spectrum.put(String.valueOf(n), fit.distance(n));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transformation", material.words());
        json.put("data", material.name());
        json.put("angle", material.degrees());
        json.put("nearest_angle", nearest.degrees());
        json.put("nearest_cosine", nearest.cosine());
        json.put(
                "recovered_angle",
                nearest.cosine() < ROTATION ? null : Math.toDegrees(fit.angle(Math.toRadians(nearest.degrees()))));
        json.put("order", found.isPresent() ? found.getAsInt() : null);
        json.put("generator_angle", found.isPresent() ? 360.0 / found.getAsInt() : null);
        json.put("closure", found.isPresent() ? GeneratorMeasures.closure(matrix, found.getAsInt()) : Double.NaN);
        json.put(
                "closure_least_squares",
                found.isPresent() ? GeneratorMeasures.closure(fit.leastSquares(), found.getAsInt()) : Double.NaN);
        json.put("test_error", errors);
        json.put("order_distance", spectrum);
        json.put(
                "eigen_angles",
                fit.form().planes().stream()
                        .map(plane -> Math.toDegrees(plane.angle()))
                        .sorted()
                        .toList());
        json.put("kernel", test.side());
        json.put("pairs", material.train().from().length);
        json.put("seed", pairs.seed());
        return json;
    }

    private String words(Material material, Map<String, Object> json, OptionalInt found) {
        String group = found.isEmpty()
                ? "no group of up to " + GeneratorFit.MAX_ORDER + " elements: its eigen-angles fit none"
                : String.format(
                        Locale.ROOT,
                        "%s of order %d, A^%2$d = I to %.1e",
                        order == null ? "by its eigen-angles a group" : "rounded to a group",
                        found.getAsInt(),
                        (Double) json.get("closure"));
        String rotation = json.get("recovered_angle") == null
                ? "no rotation"
                : String.format(Locale.ROOT, "a rotation by %.2f°", (Double) json.get("recovered_angle"));
        String errors = ((Map<?, ?>) json.get("test_error"))
                .entrySet().stream()
                        .filter(each -> !Double.isNaN((Double) each.getValue()))
                        .map(each -> String.format(
                                Locale.ROOT, "%s %.4f", each.getKey().toString().replace('_', ' '), each.getValue()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d pairs of %s, %s%n%s%n%s, cosine to the nearest %.3f%nnot explained of %d others: %s%n%s",
                material.train().from().length,
                material.name(),
                material.words(),
                group,
                rotation,
                (Double) json.get("nearest_cosine"),
                material.test().from().length,
                errors,
                out);
    }
}
