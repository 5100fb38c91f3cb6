package org.whorl.training;

import java.io.IOException;
import java.nio.file.Path;

/** Where a run is kept. It is asked for just before the first step, so that a run that makes none leaves nothing behind. */
@FunctionalInterface
public interface RunPlace {
    /**
     * The run's folder, which may not exist yet. Called on the session's thread, and before the images are trained on where the run is
     * to be resumed.
     *
     * @throws IOException where there can be none
     */
    Path folder() throws IOException;
}
