package org.whorl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.whorl.data.whitening.Preparation;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;

/** Models that have not been trained. */
final class Untrained {
    private Untrained() {}

    /** Writes a model of the first seed, whose images stay as they are and whose classes are called by their numbers. */
    static Path write(Path file, NetworkSpec spec) throws IOException {
        List<String> classes =
                IntStream.range(0, spec.classes()).mapToObj(String::valueOf).toList();
        ModelFile.write(
                new Model(
                        Parameters.initial(spec, 1),
                        Preparation.identity(spec.input()),
                        classes,
                        Map.of("data", "digits", "seed", 1)),
                file);
        return file;
    }
}
