package org.whorl.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.whorl.data.Progress;
import org.whorl.data.download.Downloads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gets a data set from its publishers. */
@Command(name = "get", description = "Download a data set from its publishers into the cache, where train finds it.")
final class DataGetCommand extends ReportingCommand {
    @Parameters(paramLabel = "NAME", description = "mnist, fashion-mnist or cifar10.")
    private String name;

    DataGetCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    Report report(Progress progress) throws Exception {
        Path folder = Downloads.get(name, progress);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("folder", folder.toString());
        return new Report(json, name + ": " + folder);
    }
}
