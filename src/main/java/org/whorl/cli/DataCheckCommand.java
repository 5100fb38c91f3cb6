package org.whorl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.whorl.data.Progress;
import org.whorl.data.format.ImageFolder;
import org.whorl.data.set.DataCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads everything in a folder of data and says what it is. */
@Command(
        name = "check",
        description = "Read a folder of data, and say its counts, shapes, class balance, mean and standard deviation.")
final class DataCheckCommand extends ReportingCommand {
    /** More names of files than that are too many to read. */
    private static final int NAMED = 10;

    @Parameters(paramLabel = "DIR", description = "MNIST's or CIFAR-10's files, or pictures in one sub-folder a class.")
    private Path folder;

    @Mixin
    private GroundOption ground;

    DataCheckCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        DataCheck check = DataCheck.of(folder, ground.ground(), progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", check.source().toString());
        json.put("kind", check.kind());
        json.put("classes", check.classNames());
        List<Object> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder(check.source() + ": " + check.kind());
        for (DataCheck.Part part : check.parts()) {
            parts.add(json(part));
            text.append(describe(part, check.classNames()));
        }
        json.put("parts", parts);
        json.put("skipped", check.skipped());
        json.put("checksum", check.checksum());
        if (!check.skipped().isEmpty()) {
            text.append(
                    String.format(Locale.ROOT, "%n%d skipped", check.skipped().size()));
            check.skipped().stream()
                    .limit(NAMED)
                    .forEach(line -> text.append(String.format(Locale.ROOT, "%n  %s", line)));
        }
        boolean alike =
                check.parts().stream().allMatch(part -> part.std().stream().allMatch(std -> std < 1e-6));
        json.put("all_alike", alike);
        if (alike) {
            text.append(String.format(Locale.ROOT, "%n%s", ImageFolder.ALL_ALIKE));
        }
        if (!check.checksum().isEmpty()) {
            text.append(String.format(Locale.ROOT, "%nSHA-256 %s", check.checksum()));
        }
        return new Report(json, text.toString());
    }

    private static Map<String, Object> json(DataCheck.Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", part.name());
        json.put("images", part.images());
        json.put("shape", part.shape().toString());
        json.put("class_counts", part.classCounts());
        json.put("imbalance", part.imbalance());
        json.put("mean", part.mean());
        json.put("std", part.std());
        return json;
    }

    private static String describe(DataCheck.Part part, List<String> classNames) {
        StringBuilder classes = new StringBuilder();
        for (int c = 0; c < part.classCounts().size(); c++) {
            classes.append(c == 0 ? "" : ", ")
                    .append(classNames.get(c))
                    .append(": ")
                    .append(part.classCounts().get(c));
        }
        return String.format(
                Locale.ROOT,
                "%n%-6s %,d images of %s, mean %s, standard deviation %s%n       %s",
                part.name(),
                part.images(),
                part.shape(),
                numbers(part.mean()),
                numbers(part.std()),
                classes);
    }

    private static String numbers(List<Double> values) {
        return values.stream().map(v -> String.format(Locale.ROOT, "%.4f", v)).collect(Collectors.joining(" "));
    }
}
