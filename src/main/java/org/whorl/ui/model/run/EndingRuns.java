package org.whorl.ui.model.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runs that are ending in the background, each with a last checkpoint that it may still have to write. FX thread only. */
final class EndingRuns {
    private final List<Run> ending = new ArrayList<>();

    /** Ends a run in the background; its folder stays. */
    void end(Run run) {
        ending.removeIf(Run::hasEnded);
        run.end();
        ending.add(run);
    }

    /** Waits for the runs that are kept in this folder, so that another can go on from there. */
    void await(Path folder) {
        ending.stream().filter(run -> run.isIn(folder)).forEach(Run::endNow);
    }
}
