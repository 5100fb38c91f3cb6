package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a run had come when its checkpoint was written, from where it can go on.
 *
 * @param step steps done
 * @param epoch epochs completed
 */
public record Reached(int step, int epoch) {
    /**
     * Reads the checkpoint of a run's folder; empty where there is none.
     *
     * @throws IOException in one line, where it cannot be read
     */
    public static Optional<Reached> of(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!run.hasCheckpoint()) {
            return Optional.empty();
        }
        Position position = run.position();
        return Optional.of(new Reached(position.step(), position.epoch()));
    }
}
