package org.whorl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.bench.Bench;
import org.whorl.bench.BenchResult;
import org.whorl.bench.Sweep;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.group.FiniteGroup;
import org.whorl.network.NetworkSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the engine. */
@Command(name = "bench", description = "Measure training and inference, beside what this machine could do at most.")
final class BenchCommand extends ReportingCommand {
    @Option(
            names = "--shape",
            paramLabel = "CxHxW",
            defaultValue = "1x28x28",
            converter = ShapeConverter.class,
            description = "Shape of the images (default: ${DEFAULT-VALUE}).")
    private ImageShape shape;

    @Option(
            names = "--angle",
            paramLabel = "DEGREES",
            defaultValue = "90",
            converter = Angle.class,
            description = "Rotation angle (default: 90).")
    private FiniteGroup group;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Images a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--filters",
            paramLabel = "K",
            defaultValue = "60",
            description = "Filters in a bank (default: ${DEFAULT-VALUE}).")
    private int filters;

    @Option(
            names = "--layers",
            paramLabel = "L",
            defaultValue = "4",
            description = "Layers (default: ${DEFAULT-VALUE}).")
    private int layers;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long to measure, about (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Worker threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--sweep",
            description =
                    "Measure instead how a step's time grows: filters 15 to 240, 32 to 128 images a step, sides 14 to 56, layers 2"
                            + " to 8.")
    private boolean sweep;

    BenchCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw usage("--seconds: expected more than 0, at most 3600, found " + seconds);
        }
        if (filters < 1 || batch < 1 || batch > 4096 || threads < 1 || threads > 256) {
            throw usage("expected at least 1 filter, 1 to 4096 images a step and 1 to 256 threads, found " + filters
                    + ", " + batch + " and " + threads);
        }
        if (sweep) {
            return sweep(new Sweep(threads).run(seconds, progress));
        }
        NetworkSpec spec = checked(
                () -> NetworkSpec.paper(shape, 10, group).withFilters(filters).withLayers(layers));
        BenchResult result = new Bench(spec, batch, threads).run(seconds, progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("train_images_per_second", result.trainImagesPerSecond());
        json.put("nd4j_train_images_per_second", result.nd4jTrainImagesPerSecond());
        json.put("speedup_over_nd4j", result.speedupOverNd4j());
        json.put("inference_images_per_second", result.inferenceImagesPerSecond());
        json.put("gflop_per_image", result.gflopPerImage());
        json.put("gflops", result.gflops());
        json.put("fma_peak_gflops", result.fmaPeakGflops());
        json.put("matmul_gflops", result.matmulGflops());
        json.put("efficiency", result.efficiency());
        json.put("latency_ms_median", result.latencyMsMedian());
        json.put("latency_ms_p99", result.latencyMsP99());
        json.put("bytes_per_step", result.bytesPerStep());
        json.put("resident_mb", result.residentMb());
        json.put("kernels", result.kernels());
        json.put("shape", shape.toString());
        json.put("angle", group.generatorAngle());
        json.put("batch", batch);
        json.put("filters", spec.filters());
        json.put("layers", layers);
        json.put("threads", threads);
        return new Report(json, text(result));
    }

    private Report sweep(List<Sweep.Point> points) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "60 filters, 64 images of 28x28x1 a step, 4 layers, %d threads; one of them changed:%n"
                        + "%-16s %6s %12s %12s %16s",
                threads,
                "",
                "",
                "ms a step",
                "times before",
                "counted work"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Sweep.Point point : points) {
            boolean first = Double.isNaN(point.ratio());
            text.append(String.format(
                    Locale.ROOT,
                    first ? "%n%-16s %6d %12.1f" : "%n%-16s %6d %12.1f %12.2f %16.2f",
                    point.axis(),
                    point.value(),
                    point.milliseconds(),
                    point.ratio(),
                    point.countedRatio()));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("axis", point.axis());
            row.put("value", point.value());
            row.put("milliseconds", point.milliseconds());
            row.put("ratio", first ? null : point.ratio());
            row.put("counted_ratio", first ? null : point.countedRatio());
            rows.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sweep", rows);
        json.put("threads", threads);
        return new Report(json, text.toString());
    }

    private String text(BenchResult result) {
        return String.format(
                Locale.ROOT,
                "%s, %s, batch %d, %d threads, %s%n"
                        + "training   %8.0f images/s   %.4f GFLOP an image   %.1f GF/s%n"
                        + "peak       %8.1f GF/s in registers, %.1f GF/s in ND4J's matrix product; efficiency %.0f %%%n"
                        + "ND4J       %8.1f images/s of the same step by its own conv2d; speed-up %.1f%n"
                        + "inference  %8.0f images/s   one image in %.2f ms (median), %.2f ms (99 %%)%n"
                        + "memory     %8d bytes allocated a step, %.0f MB resident",
                shape,
                group.describe(),
                batch,
                threads,
                result.kernels(),
                result.trainImagesPerSecond(),
                result.gflopPerImage(),
                result.gflops(),
                result.fmaPeakGflops(),
                result.matmulGflops(),
                100 * result.efficiency(),
                result.nd4jTrainImagesPerSecond(),
                result.speedupOverNd4j(),
                result.inferenceImagesPerSecond(),
                result.latencyMsMedian(),
                result.latencyMsP99(),
                result.bytesPerStep(),
                result.residentMb());
    }
}
