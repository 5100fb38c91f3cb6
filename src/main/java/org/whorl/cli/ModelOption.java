package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import picocli.CommandLine.Option;

/** The option that names the model a command is about. */
final class ModelOption {
    @Option(names = "--model", paramLabel = "M.npz", required = true, description = "The model.")
    private Path file;

    Path file() {
        return file;
    }

    Model read() throws IOException {
        if (file.toString().isEmpty()) {
            throw new IOException("--model: expected a file, found an empty name");
        }
        return ModelFile.read(file);
    }
}
