package org.whorl.cli;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Option;

/** The options that name a data set. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "NAME",
            required = true,
            description =
                    "digits, leaves, shapes, atoms, mnist, rot-mnist, fashion-mnist, cifar10, patches-NAME or folder:DIR.")
    private String name;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Where its files are.")
    private Path folder;

    String name() {
        return name;
    }

    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }
}
