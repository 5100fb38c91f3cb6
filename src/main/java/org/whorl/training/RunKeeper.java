package org.whorl.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.whorl.network.Model;
import org.whorl.network.Parameters;

/** What is kept of a session in its folder, where it has one, and when. */
final class RunKeeper implements AutoCloseable {
    /** Between checkpoints within an epoch. */
    private static final double CHECKPOINT_SECONDS = 30;

    private final Optional<RunPlace> place;
    private final Publication publication;
    private final PatientDisk disk;
    private Optional<RunFolder> folder = Optional.empty();
    private RunRecord description;
    private StepCurves steps;
    private long lastCheckpoint;
    private boolean begun;

    /**
     * Nothing is kept yet.
     *
     * @param place where a run is to be kept; empty for nowhere. Asked when it begins or goes on
     */
    RunKeeper(Optional<RunPlace> place, Publication publication, PatientDisk disk) {
        this.place = place;
        this.publication = publication;
        this.disk = disk;
    }

    /**
     * Says what is kept, and takes the folder of a run that is to go on.
     *
     * @return whether there is a checkpoint to go on from; the run begins anew where there is none
     * @throws TrainingException where the folder's run is another, or another process holds it
     */
    boolean of(RunRecord run, boolean resume) throws IOException {
        description = run;
        if (!resume || !findCheckpoint()) {
            return false;
        }
        description = run.withChanges(folder.orElseThrow().checkSame(run));
        return true;
    }

    private boolean findCheckpoint() throws IOException {
        folder = found();
        if (folder.isEmpty() || !Files.isDirectory(folder.get().folder())) {
            return false;
        }
        folder.get().own();
        return folder.get().hasCheckpoint();
    }

    private Optional<RunFolder> found() throws IOException {
        return place.isPresent() ? Optional.of(new RunFolder(place.get().folder())) : Optional.empty();
    }

    /** The run as it is kept, with the changes of its settings. */
    RunRecord description() {
        return description;
    }

    /** Where the steps of a run that begins are kept; until its first checkpoint time counts from now. */
    void steps(StepCurves curves) {
        steps = curves;
        lastCheckpoint = System.nanoTime();
    }

    /** Adds a step. */
    void add(StepMetrics metrics) {
        steps.add(metrics);
    }

    /** Whether the run has a folder by now, or needs none. */
    boolean hasBegun() {
        return begun;
    }

    /** Puts a trainer where the run was, and makes again what follows from its checkpoint. */
    void goOn(Trainer trainer) throws IOException {
        begun = true;
        RunFolder run = folder.orElseThrow();
        Parameters first = trainer.parameters().copy();
        run.restore(trainer).forEach(publication.history()::add);
        publication.searched(trainer.angleStarts());
        steps = run.steps(trainer);
        publication.keptIn(run.folder());
        publication.publish(trainer);
        Model model = publication.model().orElseThrow();
        disk.keep(run.folder(), () -> {
            run.prepare(description);
            run.derive(trainer, publication.history().epochsFrom(0), first, model);
            steps.write(run.folder());
        });
    }

    /** Before the first step and no earlier, once: a network that is never trained leaves no folder. */
    void begin(Trainer trainer) throws IOException {
        if (begun) {
            return;
        }
        if (folder.isEmpty()) {
            folder = found();
        }
        if (folder.isPresent()) {
            folder.get().begin(description, trainer.parameters());
            publication.keptIn(folder.get().folder());
        }
        begun = true;
    }

    /** Records how settings were changed, before anything is done with them. */
    void changed(List<SettingsChange> changes) throws IOException {
        boolean news = !description.changes().equals(changes);
        description = description.withChanges(changes);
        if (begun && folder.isPresent() && news) {
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(description);
                folder.get().write(description);
            });
        }
    }

    /** Keeps the filters as they are after so many epochs. */
    void filters(Trainer trainer, int epoch) throws IOException {
        if (folder.isPresent()) {
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(description);
                folder.get().keepFilters(trainer.parameters(), epoch);
            });
        }
    }

    /** Whether the last checkpoint is some time ago. */
    boolean isDue() {
        return (System.nanoTime() - lastCheckpoint) / 1e9 > CHECKPOINT_SECONDS;
    }

    /** Within an epoch; the model stays that of the epoch before, unless there is none yet. */
    void checkpoint(Trainer trainer) throws IOException {
        keep(trainer, folder.isPresent() && !folder.get().hasModel());
    }

    /**
     * Writes what the run needs to go on.
     *
     * @param model whether to write the model as well
     */
    void keep(Trainer trainer, boolean model) throws IOException {
        if (folder.isPresent()) {
            if (model) {
                publication.publish(trainer);
            }
            disk.keep(folder.get().folder(), () -> {
                folder.get().prepare(description);
                // The checkpoint first: all the rest follows from it.
                folder.get().checkpoint(trainer, publication.history().epochsFrom(0), steps);
                if (model || !folder.get().hasModel()) {
                    folder.get().writeModel(publication.model().orElseThrow());
                }
            });
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Lets others write there. */
    @Override
    public void close() {
        folder.ifPresent(RunFolder::close);
    }
}
