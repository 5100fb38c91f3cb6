package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.whorl.data.Progress;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorMeasures;
import org.whorl.insight.CopyNorms;
import org.whorl.insight.StepBound;
import org.whorl.kernel.Kernels;
import org.whorl.network.Copies;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.ParameterCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what runs here, and what a model is. */
@Command(name = "info", description = "Say which version, Java and kernels run here, and what a model is.")
final class InfoCommand extends ReportingCommand {
    @Option(names = "--model", paramLabel = "M.npz", description = "Describe this model too.")
    private Path file;

    InfoCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        Map<String, Object> json = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        Kernels kernels = Kernels.best();
        json.put("version", Version.current());
        json.put("jdk", Runtime.version().toString());
        json.put("java_vendor", System.getProperty("java.vendor"));
        json.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        json.put("cores", Runtime.getRuntime().availableProcessors());
        json.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
        json.put("kernels", kernels.name());
        json.put("kernels_reason", kernels.reason());
        text.append(String.format(
                Locale.ROOT,
                "Whorl %s%nJava %s (%s)%n%s, %d cores, at most %d MB%nkernels: %s%n         %s",
                json.get("version"),
                json.get("jdk"),
                json.get("java_vendor"),
                json.get("os"),
                json.get("cores"),
                json.get("max_heap_mb"),
                kernels.name(),
                kernels.reason()));
        if (file != null) {
            Model model = ModelFile.read(file);
            describe(model, json, text);
        }
        return new Report(json, text.toString());
    }

    private void describe(Model model, Map<String, Object> json, StringBuilder text) {
        NetworkSpec spec = model.spec();
        ParameterCount count = ParameterCount.of(spec);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("filters", count.filters());
        parameters.put("lambda", count.lambda());
        parameters.put("norm", count.norm());
        parameters.put("head", count.head());
        if (count.generator() > 0) {
            parameters.put("generator", count.generator());
        }
        parameters.put("total", count.total());
        json.put("model", file.toString());
        json.put("parameters", parameters);
        Map<String, Object> about = about(model);
        json.put("spec", about);
        List<Double> learned = model.parameters().generatorAngles();
        if (learned.size() == 1) {
            json.put("generator_angle", learned.get(0));
        } else if (!learned.isEmpty()) {
            json.put("generator_angles", learned);
        }
        json.put("classes", model.classNames());
        json.put("whitened", model.preparation().whitening() != null);
        json.put("provenance", new java.util.TreeMap<>(model.provenance()));
        StepBound bound = StepBound.of(model.parameters());
        json.put("sigma_max", bound.sigmaMax());
        json.put("largest_step", bound.largestStep());
        text.append(String.format(
                Locale.ROOT,
                "%n%n%s%n%s, %d filters from %d, %d layers%nparameters: filters %d + lambda %d + norm %d + head %d%s = %d",
                file,
                Copies.describe(model.parameters()),
                spec.filters(),
                spec.baseFilters(),
                spec.layers(),
                count.filters(),
                count.lambda(),
                count.norm(),
                count.head(),
                count.generator() > 0 ? " + generator " + count.generator() : "",
                count.total()));
        text.append(String.format(
                Locale.ROOT,
                "%nstep · σ_max by layer: %s; FISTA descends for sure up to a step of %.2g, 1/σ_max",
                IntStream.range(0, spec.layers())
                        .mapToObj(l -> String.format(Locale.ROOT, "%.2f", bound.ofLayer(l)))
                        .collect(Collectors.joining(", ")),
                bound.largestStep()));
        if (spec.generator().hasMatrices()) {
            CopyNorms norms = CopyNorms.of(model.parameters());
            json.put("copy_norms", norms.layers());
            for (int l = 0; l < spec.layers(); l++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%nlayer %d: norms of the copies, the first being 1: %s",
                        l + 1,
                        norms.layers().get(l).stream()
                                .map(norm -> String.format(Locale.ROOT, "%.3g", norm))
                                .collect(Collectors.joining(", "))));
            }
        }
        model.parameters().generator().ifPresent(matrix -> {
            double closure = GeneratorMeasures.closure(matrix.asMatrix(), matrix.order());
            json.put("closure", closure);
            var rotation = GeneratorMeasures.nearestRotation(matrix, spec.support());
            json.put("nearest_rotation", Map.of("degrees", rotation.degrees(), "cosine", rotation.cosine()));
            text.append(String.format(
                    Locale.ROOT,
                    "%ncopies by a matrix A: A^%d is I to %.1e; of all rotations nearest to that by %.2f°, cosine %.3f",
                    matrix.order(),
                    closure,
                    rotation.degrees(),
                    rotation.cosine()));
        });
        about.forEach((key, value) -> text.append(String.format(Locale.ROOT, "%n  %-18s %s", key, value)));
        new TreeMap<>(model.provenance())
                .forEach((key, value) -> text.append(String.format(Locale.ROOT, "%n  %-18s %s", key, value)));
    }

    /** The settings, but for an angle and a group that are not the network's: null where they are none, or differ by layer. */
    private static Map<String, Object> about(Model model) {
        NetworkSpec spec = model.spec();
        Map<String, Object> about = NetworkSettings.ALL.about(spec);
        if (spec.generator() != GeneratorKind.FIXED) {
            List<Copies> copies = IntStream.range(0, spec.layers())
                    .mapToObj(l -> Copies.of(model.parameters(), l))
                    .distinct()
                    .toList();
            Copies first = copies.get(0);
            about.put(
                    "angle",
                    copies.size() > 1 || first.angle().isEmpty()
                            ? null
                            : first.angle().getAsDouble());
            boolean group = first.areRotations()
                    ? copies.stream().allMatch(Copies::closes)
                    : model.parameters().generator().filter(Generator::closes).isPresent();
            about.put("group", group ? spec.group().symbol() : null);
        }
        return about;
    }
}
