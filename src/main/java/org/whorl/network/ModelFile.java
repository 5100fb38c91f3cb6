package org.whorl.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads and writes the model file, a NumPy archive. */
public final class ModelFile {
    private ModelFile() {}

    public static Model read(Path file) throws IOException {
        throw new IOException();
    }

    public static Model read(String name, InputStream stream) throws IOException {
        throw new IOException();
    }

    /** Writes beside the target, then moves. */
    public static void write(Model model, Path file) throws IOException {
        throw new IOException();
    }
}
