package org.whorl.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;

import org.whorl.ui.model.run.ModelSource;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.task.BackgroundJob;

/** Says what was shown when the window was closed: a run that was interrupted in its middle before all else. */
final class LastTime {
    private final BackgroundJob<Optional<String>> reading = new BackgroundJob<>("whorl-last-time", Platform::runLater);
    private final StatusLine status;

    LastTime(StatusLine status) {
        this.status = status;
    }

    /** Offers to open it, at once; how far a run came is said as soon as it has been read. */
    void offer(ModelSource last, Runnable open) {
        status.offer(last, open, Optional.empty());
        if (last.kind() == ModelSource.Kind.RUN) {
            // Opening it says what is wrong with it.
            reading.replace(
                    "",
                    report -> SavedRun.read(Path.of(last.place())).interruption(),
                    words -> words.ifPresent(w -> status.offer(last, open, Optional.of(last.words() + " " + w))),
                    problem -> {});
        }
    }
}
