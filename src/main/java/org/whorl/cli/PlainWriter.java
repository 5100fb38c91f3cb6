package org.whorl.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

import org.whorl.file.PlainText;

/** Writes “?” for control characters, whatever they came out of; but for the ends of lines, tabs, and going back to a line's beginning. */
final class PlainWriter extends FilterWriter {
    PlainWriter(Writer out) {
        super(out);
    }

    private static int plain(int c) {
        return c == '\n' || c == '\r' || c == '\t' || PlainText.isSafe(c) ? c : '?';
    }

    @Override
    public void write(int c) throws IOException {
        out.write(plain(c));
    }

    @Override
    public void write(char[] letters, int offset, int length) throws IOException {
        char[] plain = new char[length];
        for (int i = 0; i < length; i++) {
            plain[i] = (char) plain(letters[offset + i]);
        }
        out.write(plain, 0, length);
    }

    @Override
    public void write(String letters, int offset, int length) throws IOException {
        write(letters.toCharArray(), offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        // Such a writer keeps its errors to itself.
        if (out instanceof PrintWriter writer && writer.checkError()) {
            throw new IOException("could not be written");
        }
    }
}
