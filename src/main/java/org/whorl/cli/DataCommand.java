package org.whorl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What has to do with data sets. */
@Command(
        name = "data",
        description = "List the data sets, get one, or check a folder.",
        subcommands = {DataListCommand.class, DataGetCommand.class, DataCheckCommand.class})
final class DataCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
