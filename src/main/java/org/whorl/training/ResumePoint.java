package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.whorl.data.whitening.Preparation;
import org.whorl.network.Model;
import org.whorl.network.Parameters;

/**
 * How far a run had come when its checkpoint was written, from where it can go on.
 *
 * @param step steps done
 * @param epoch epochs completed
 */
public record ResumePoint(int step, int epoch) {
    /**
     * Reads the checkpoint of a run's folder; empty where there is none.
     *
     * @throws IOException in one line, where it cannot be read
     */
    public static Optional<ResumePoint> of(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!run.hasCheckpoint()) {
            return Optional.empty();
        }
        Position position = run.position();
        return Optional.of(new ResumePoint(position.step(), position.epoch()));
    }

    /** Whether a run's folder has a checkpoint. */
    public static boolean isIn(Path folder) {
        return new RunFolder(folder).hasCheckpoint();
    }

    /**
     * The network of a run that was killed before it left a model, as its checkpoint has it. What prepares its images follows from the
     * images, and is not known before the run goes on: until then they are taken as they are.
     *
     * @throws IOException in one line, where the folder holds no such run
     */
    public static Model model(Path folder) throws IOException {
        RunRecord record = RunRecord.read(folder);
        Parameters parameters = new RunFolder(folder).parameters(record.network());
        List<String> names = IntStream.range(0, record.network().classes())
                .mapToObj(String::valueOf)
                .toList();
        return new Model(parameters, Preparation.identity(record.network().input()), names, record.provenance());
    }
}
