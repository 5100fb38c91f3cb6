package org.whorl.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err progress and errors
 * @param live whether errors go to a terminal, where a bar can be drawn over itself
 */
record Terminal(PrintWriter out, PrintWriter err, boolean live) {
    Terminal {
        out = new PrintWriter(new PlainWriter(out), true);
        err = new PrintWriter(new PlainWriter(err), true);
    }

    /** The process's own streams. */
    static Terminal ofThisProcess() {
        // The launcher looks whether standard error is a terminal; without it, a console stands for all three streams.
        boolean live = System.getProperty("whorl.terminal") == null
                ? System.console() != null
                : Boolean.getBoolean("whorl.terminal");
        return new Terminal(writer(System.out), writer(System.err), live);
    }

    private static PrintWriter writer(PrintStream stream) {
        // Names of files and the degree sign come out as the terminal's own encoding has them.
        String encoding = System.getProperty("native.encoding");
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintWriter(stream, true, charset);
    }
}
