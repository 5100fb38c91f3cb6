package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.RealMatrix;
import org.whorl.data.Datasets;
import org.whorl.data.PatchPairs;
import org.whorl.data.PatchTransformation;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;
import org.whorl.group.GeneratorMeasures;
import org.whorl.network.GeneratorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns the generator of a group from pairs of pictures. */
@Command(
        name = "generator",
        description =
                "Learn what takes pictures to their partners, a matrix, from pairs: patches of a data set and the "
                        + "same patches turned, mirrored, shifted or scaled, or two arrays. Says which group it generates; "
                        + "`train --generator A.npz` makes orbits with it.")
final class GeneratorCommand extends ReportingCommand {
    @Option(names = "--data", paramLabel = "NAME", description = "Images to cut patches from.")
    private String data;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where the data set's files are.")
    private Path folder;

    @Option(
            names = "--pairs",
            paramLabel = "X.npy,Y.npy",
            split = ",",
            description = "Instead of a data set: pictures and their partners, [N, s, s] or [N, 1, s, s].")
    private List<Path> pairs;

    @Option(
            names = "--transform",
            defaultValue = "turn",
            description = "What was done to the partners: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind transform;

    @Option(
            names = "--angle",
            paramLabel = "DEGREES|random",
            defaultValue = "90",
            description =
                    "To turn by, counter-clockwise; random draws a divisor of 360 by the seed, for guessing games "
                            + "(default: ${DEFAULT-VALUE}).")
    private String angle;

    @Option(
            names = "--shift",
            paramLabel = "DOWN,RIGHT",
            split = ",",
            defaultValue = "0,1",
            description = "Pixels to shift by; what leaves comes in at the other side (default: ${DEFAULT-VALUE}).")
    private List<Integer> shift;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "1.25",
            description = "To scale by, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--kernel",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of the patches, 2 to 15 (default: ${DEFAULT-VALUE}).")
    private int kernel;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Pairs to learn from; a quarter as many more measure the error (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "Of the group (default: read off the eigen-angles of the matrix).")
    private Integer order;

    @Option(names = "--upright", description = "Do not turn each patch at random before.")
    private boolean upright;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the patches (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "A.npz", required = true, description = "The file to write.")
    private Path out;

    /** With a smaller cosine to the nearest rotation a matrix is none, and has no angle. */
    private static final double ROTATION = 0.9;

    private enum Kind {
        turn,
        mirror,
        shift,
        scale
    }

    /** What was learned from, what measures it, and how people call it. */
    private record Material(PatchPairs train, PatchPairs test, String name, String words, Double degrees) {}

    GeneratorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        if ((data == null) == (pairs == null)) {
            throw usage("generator: expected --data NAME or --pairs X.npy,Y.npy, found "
                    + (data == null ? "neither" : "both"));
        }
        if (count < 1 || count > 1_000_000) {
            throw usage("--count: expected 1 to 1000000 pairs, found " + count);
        }
        if (kernel < 2 || kernel > 15) {
            throw usage("--kernel: expected 2 to 15, found " + kernel);
        }
        if (order != null && (order < 1 || order > CyclicGroup.MAX_ORDER)) {
            throw usage("--order: expected 1 to " + CyclicGroup.MAX_ORDER + ", found " + order);
        }
        Material material = pairs == null ? cut(progress) : read();
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
        json.put("seed", seed);
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

    private Material cut(Progress progress) throws Exception {
        PatchTransformation transformation = checked(this::transformation);
        TrainTest set = Datasets.load(data, Optional.ofNullable(folder), seed, progress);
        boolean anyDirection = transformation.onDisc() && !upright;
        PatchPairs train = PatchPairs.of(set.train(), transformation, kernel, anyDirection, count, seed, progress);
        PatchPairs test = PatchPairs.of(
                set.test(), transformation, kernel, anyDirection, Math.max(1, count / 4), seed + 1, progress);
        return new Material(
                train,
                test,
                data,
                transformation.describe(),
                transformation instanceof PatchTransformation.Turn turn ? turn.degrees() : null);
    }

    private PatchTransformation transformation() {
        switch (transform) {
            case mirror:
                return new PatchTransformation.Mirror();
            case shift:
                if (shift.size() != 2) {
                    throw usage("--shift: expected two numbers, DOWN,RIGHT, found " + shift.size());
                }
                return new PatchTransformation.Shift(shift.get(0), shift.get(1));
            case scale:
                return new PatchTransformation.Scale(scale);
            default:
                return new PatchTransformation.Turn(degrees());
        }
    }

    private double degrees() {
        if (angle.equals("random")) {
            List<Integer> divisors = CyclicGroup.wholeDegrees().stream()
                    .filter(a -> a >= 20 && a <= 180)
                    .toList();
            return divisors.get(new Random(seed).nextInt(divisors.size()));
        }
        try {
            return Double.parseDouble(angle);
        } catch (NumberFormatException e) {
            throw usage("--angle: expected degrees or random, found " + angle);
        }
    }

    /** Every fifth pair of the arrays measures, the others teach. */
    private Material read() throws Exception {
        if (pairs.size() != 2) {
            throw usage("--pairs: expected two files, X.npy,Y.npy, found " + pairs.size());
        }
        NpyArray x = Npy.read(pairs.get(0));
        NpyArray y = Npy.read(pairs.get(1));
        List<Integer> shape = x.shape();
        int side = shape.isEmpty() ? 0 : shape.get(shape.size() - 1);
        boolean pictures = shape.size() == 3 || shape.size() == 4 && shape.get(1) == 1;
        if (!pictures || shape.get(shape.size() - 2) != side || !shape.equals(y.shape()) || side < 2 || side > 15) {
            throw usage(
                    "--pairs: expected two arrays of one shape, [N, s, s] or [N, 1, s, s] with s from 2 to 15, found "
                            + shape + " and " + y.shape());
        }
        if (shape.get(0) < 5) {
            throw usage("--pairs: expected at least 5 pairs, found " + shape.get(0));
        }
        return new Material(
                PatchPairs.of(side, part(x, side, false), part(y, side, false)),
                PatchPairs.of(side, part(x, side, true), part(y, side, true)),
                pairs.get(0) + " and " + pairs.get(1),
                "as given",
                null);
    }

    private static float[] part(NpyArray array, int side, boolean fifth) {
        int size = side * side;
        int[] numbers = IntStream.range(0, array.shape().get(0))
                .filter(n -> (n % 5 == 4) == fifth)
                .toArray();
        float[] values = new float[numbers.length * size];
        for (int n = 0; n < numbers.length; n++) {
            System.arraycopy(array.values(), numbers[n] * size, values, n * size, size);
        }
        return values;
    }
}
