package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.whorl.cli.PairOptions.Material;
import org.whorl.data.Progress;
import org.whorl.data.patch.PatchPairs;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.group.GeneratorFit;
import org.whorl.insight.LearnedGenerator;
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

    GeneratorCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        if (order != null && (order < 1 || order > CyclicGroup.MAX_ORDER)) {
            throw usage("--order: expected 1 to " + CyclicGroup.MAX_ORDER + ", found " + order);
        }
        checkOut();
        Material material;
        try {
            material = pairs.material(progress);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
        PatchPairs train = material.train();
        OptionalInt asked = order == null ? OptionalInt.empty() : OptionalInt.of(order);
        LearnedGenerator learned = checked(() -> LearnedGenerator.of(train, material.test(), asked, progress));
        OptionalDouble degrees =
                material.degrees() == null ? OptionalDouble.empty() : OptionalDouble.of(material.degrees());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transformation", material.words());
        json.put("data", material.name());
        json.putAll(learned.about(degrees));
        json.put("seed", pairs.seed());
        json.put("file", out.toString());
        Generator generator = checked(() -> learned.generator().checkedOrder());
        GeneratorFile.write(generator, learned.fit(), json, out);
        String doubt = learned.doubt()
                .map(words -> String.format(Locale.ROOT, "%nnotice: %s", words))
                .orElse("");
        return new Report(json, words(material, json, learned.order()) + doubt);
    }

    /** Only a generator of before gives way: what else lies there, the pairs themselves or a model, would be lost. */
    private void checkOut() {
        if (!out.toString().endsWith(".npz")) {
            throw usage("--out: expected a name that ends in .npz, found " + out);
        }
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw usage("--out: expected a file in a folder that is there, found no folder " + folder);
        }
        if (Files.exists(out)) {
            try {
                GeneratorFile.read(out);
            } catch (IOException e) {
                throw usage("--out: expected a new file, or a generator to be replaced, found another file, " + out
                        + "; choose another name");
            }
        }
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
