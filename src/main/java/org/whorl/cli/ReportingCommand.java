package org.whorl.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.whorl.data.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share: the options on output and errors, and how a report is printed. */
abstract class ReportingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Option(names = "--debug", description = "Show where an error came from.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private final Terminal terminal;

    ReportingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Adds to its specification what annotations cannot say, before anything is parsed. */
    void complete(CommandSpec command) {
        EnumOptions.in(command);
    }

    /**
     * Does the work.
     *
     * @param progress told on standard error
     */
    abstract Report report(Progress progress) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Report report;
        try (ProgressLine progress = new ProgressLine(terminal)) {
            report = report(progress);
        }
        terminal.out().println(json ? Json.write(report.json()) : report.text());
        return 0;
    }

    final Terminal terminal() {
        return terminal;
    }

    /** Wrong usage: exit code 2. */
    final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Whether the command line has an option of this name. */
    final boolean said(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** Makes settings that check themselves; what they refuse is wrong usage. */
    final <T> T checked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }
}
