package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a run had come when it was last kept, and from where it can go on.
 *
 * @param step steps done
 * @param epoch epochs completed
 */
public record Checkpoint(int step, int epoch) {
    /**
     * Reads the checkpoint of a run's folder; empty where there is none.
     *
     * @throws IOException in one line, where it cannot be read
     */
    public static Optional<Checkpoint> of(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!run.hasCheckpoint()) {
            return Optional.empty();
        }
        Position position = run.position();
        return Optional.of(new Checkpoint(position.step(), position.epoch()));
    }
}
