package org.whorl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.whorl.data.DatasetInfo;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.data.set.SetName;
import picocli.CommandLine.Command;

/** Lists the data sets that have names. */
@Command(name = "list", description = "List the data sets, and where copies of them were found.")
final class DataListCommand extends ReportingCommand {
    DataListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) {
        List<Object> sets = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-14s %-8s %7s %7s  %s", "name", "images", "train", "test", "found"));
        for (DatasetInfo info : Datasets.list()) {
            Map<String, Object> set = new LinkedHashMap<>();
            set.put("name", info.name());
            set.put("title", info.title());
            set.put("licence", info.licence());
            set.put("shape", info.shape().toString());
            set.put("train", info.train());
            set.put("test", info.test());
            set.put("available", info.available());
            set.put("found", info.found().map(Path::toString).orElse(null));
            sets.add(set);
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-14s %-8s %,7d %,7d  %s",
                    info.name(),
                    info.shape(),
                    info.train(),
                    info.test(),
                    info.builtIn()
                            ? SetName.parse(info.name()).isDrawn() ? "drawn when it is asked for" : "comes with Whorl"
                            : info.found().map(Path::toString).orElse("no: whorl data get, or --data-dir")));
        }
        text.append("\nleaves:OPTIONS  of a side, images=N, seed=N, colour, planted=DEGREES, every=DEGREES"
                + "\nshapes:OPTIONS  of a side, images=N, seed=N, upright"
                + "\natoms:OPTIONS   of a side, images=N, seed=N, order=N, every=DEGREES, kinds=N"
                + "\nfolder:DIR     pictures, one sub-folder a class\nidx:IMAGES,LABELS  two files in MNIST's format");
        return new Report(Map.of("sets", sets), text.toString());
    }
}
