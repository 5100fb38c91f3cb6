package org.whorl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

import org.whorl.file.FileProblem;
import org.whorl.file.PlainText;
import org.whorl.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * All commands. Exit codes: 0 done, 1 failed, 2 wrong usage; an error is one line on standard error.
 */
@Command(
        name = "whorl",
        description = "A laboratory for unfolded networks whose filters are rotations of one another. "
                + "Without a command, opens the window.",
        versionProvider = Version.class,
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            FiltersCommand.class,
            FilmCommand.class,
            CodesCommand.class,
            SymmetryCommand.class,
            PaperCommand.class,
            InfoCommand.class,
            DataCommand.class,
            GeneratorCommand.class,
            BenchCommand.class,
        })
public final class Commands {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    private Commands() {}

    /** Runs a command with the process's own streams, and returns its exit code. */
    public static int run(String... arguments) {
        return run(Terminal.ofThisProcess(), arguments);
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine commands = new CommandLine(new Commands(), new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (ReportingCommand.class.isAssignableFrom(type)) {
                    Constructor<K> constructor = type.getDeclaredConstructor(Terminal.class);
                    return constructor.newInstance(terminal);
                }
                return CommandLine.defaultFactory().create(type);
            }
        });
        for (CommandLine each : commands.getSubcommands().values()) {
            if (each.getCommand() instanceof ReportingCommand command) {
                command.complete(each.getCommandSpec());
            }
        }
        // A caption that begins with @ is a caption, not a file of more arguments.
        commands.setExpandAtFiles(false);
        commands.setOut(terminal.out());
        commands.setErr(terminal.err());
        commands.setParameterExceptionHandler((e, args) -> wrongUsage(e, terminal.err()));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, terminal.err()));
        int exit = execute(commands, terminal, arguments);
        boolean written = !terminal.out().checkError();
        if (!written) {
            terminal.err().println("whorl: expected to write to standard output, found it full or closed");
        }
        terminal.err().flush();
        return written || exit != 0 ? exit : FAILED;
    }

    private static int execute(CommandLine commands, Terminal terminal, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err()
                    .println("whorl: expected more memory than the "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB that Java may use; give it more with WHORL_JAVA_OPTS=-Xmx8g");
            return FAILED;
        }
    }

    private static int wrongUsage(ParameterException e, PrintWriter err) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        String hint = e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + unmatched.getSuggestions().get(0) + "?"
                : " (see " + name + " --help)";
        err.println(name + ": " + line(e.getMessage()) + hint);
        return WRONG_USAGE;
    }

    private static int failed(Exception e, CommandLine command, PrintWriter err) {
        String words = words(e);
        if (!words.isEmpty()) {
            err.println(command.getCommandSpec().qualifiedName() + ": " + line(words));
        }
        if (command.getParseResult().hasMatchedOption("--debug")) {
            e.printStackTrace(err);
        }
        return FAILED;
    }

    private static String words(Exception e) {
        if (e instanceof CancellationException) {
            return "cancelled";
        }
        if (e instanceof FileSystemException file && file.getFile() != null) {
            return FileProblem.describe(file);
        }
        if (e instanceof IOException
                || e instanceof Failure
                || e instanceof TrainingException
                || e instanceof IllegalArgumentException) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        return "unexpected " + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage())
                + "; --debug shows where";
    }

    /** Whatever a message holds, it stays one line that a terminal only shows. */
    private static String line(String message) {
        return PlainText.line(message);
    }
}
