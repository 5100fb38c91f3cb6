package org.whorl.cli;

import org.whorl.data.picture.Ground;
import picocli.CommandLine.Option;

/** What lies under transparent parts of pictures. */
final class GroundOption {
    private enum Under {
        white,
        black
    }

    @Option(
            names = "--ground",
            defaultValue = "white",
            description = "Under transparent parts of pictures: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Under ground;

    Ground ground() {
        return ground == Under.black ? Ground.BLACK : Ground.WHITE;
    }
}
