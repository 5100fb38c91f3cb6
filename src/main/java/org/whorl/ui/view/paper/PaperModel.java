package org.whorl.ui.view.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.paper.Experiment;
import org.whorl.paper.Preset;
import org.whorl.paper.Reproduction;
import org.whorl.paper.Result;
import org.whorl.paper.Watch;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.task.BackgroundJob;

/**
 * Which table of the paper is looked at, every number that there is for it, and the part of it that is being run; without a screen. Files
 * are read and networks are trained on other threads. FX thread only.
 */
public final class PaperModel {
    private final List<TableChoice> choices;
    private final Supplier<Path> runsFolder;
    private final Supplier<DataChoice> data;
    private final Executor fxThread;
    private final BackgroundJob<List<DrawnFigure>> reading;
    private final ObjectProperty<TableChoice> choice;
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.BEST);
    private final BooleanProperty quick = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Comparison> comparison;
    private final ObjectProperty<Optional<Entry>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunState>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<DrawnFigure>> figures = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<TableRun> run = Optional.empty();
    private boolean closed;

    /**
     * A model that shows the first table, with the paper's numbers alone until {@link #refresh}.
     *
     * @param choices the tables, at least one
     * @param runsFolder where a person's runs are kept; those of tables are in {@code paper/} below
     * @param data the data set that is chosen in the settings, since its folder is used for tables of the same set
     * @param fxThread runs what other threads report
     */
    public PaperModel(
            List<TableChoice> choices, Supplier<Path> runsFolder, Supplier<DataChoice> data, Executor fxThread) {
        this.choices = List.copyOf(choices);
        this.runsFolder = runsFolder;
        this.data = data;
        this.fxThread = fxThread;
        reading = new BackgroundJob<>("whorl-paper", fxThread);
        choice = new SimpleObjectProperty<>(choices.get(0));
        comparison =
                new ReadOnlyObjectWrapper<>(Comparison.unread(choices.get(0).full()));
        choice.addListener(o -> turnTo());
        quick.addListener(o -> turnTo());
        preset.addListener(o -> reselect());
        reselect();
    }

    private void turnTo() {
        problem.set("");
        missing.set(Optional.empty());
        show(Comparison.unread(choice.get().table(quick.get())));
        refresh();
    }

    private void show(Comparison next) {
        comparison.set(next);
        if (!next.presets().contains(preset.get())) {
            preset.set(next.presets().get(0));
        }
        reselect();
    }

    /** Keeps the place that is selected where the table has it, with its newest numbers; else its first. */
    private void reselect() {
        if (preset.get() == null) {
            // A box lets go of it for a moment while its items change.
            return;
        }
        Comparison now = comparison.get();
        Optional<Entry> same = selected.get()
                .flatMap(e -> now.entry(preset.get(), e.cell().row(), e.cell().column()));
        selected.set(same.or(
                () -> now.entry(preset.get(), now.rows().get(0), now.columns().get(0))));
    }

    /** Reads the numbers and the figures' networks again, on another thread. */
    public void refresh() {
        if (closed) {
            return;
        }
        TableChoice wanted = choice.get();
        boolean wantedQuick = quick.get();
        Path out = out(wantedQuick);
        Path fullRuns = out(false);
        Path quickRuns = out(true);
        reading.follow(
                report -> {
                    Comparison read = Comparison.read(wanted, wantedQuick, out);
                    report.tell(() -> {
                        if (choice.get().equals(wanted) && quick.get() == wantedQuick) {
                            show(read);
                        }
                    });
                    return DrawnFigure.all(fullRuns, quickRuns);
                },
                figures::set,
                problem::set);
    }

    private Path out(boolean quickRuns) {
        Path paper = runsFolder.get().resolve("paper");
        // Apart, since the files of both have the same names.
        return quickRuns ? paper.resolve("quick") : paper;
    }

    /** Runs what has not been run here yet of a row. */
    public void runRow(String row) {
        run(comparison.get().experiments(preset.get(), row));
    }

    /** Runs the training behind a cell. */
    public void runCell(Entry entry) {
        run(Set.of(entry.cell().experiment()));
    }

    /** Runs all rows with the preset that is shown. */
    public void runAll() {
        run(comparison.get().rows().stream()
                .flatMap(row -> comparison.get().experiments(preset.get(), row).stream())
                .collect(Collectors.toSet()));
    }

    private void run(Set<Experiment> wanted) {
        if (running.get().isPresent()) {
            return;
        }
        problem.set("");
        missing.set(Optional.empty());
        boolean isQuick = quick.get();
        var table = choice.get().table(isQuick);
        DataChoice chosen = data.get();
        TableRun next = new TableRun(
                table, wanted, out(isQuick), name -> folder(chosen, name), fxThread, this::moved, this::ended);
        run = Optional.of(next);
        running.set(Optional.of(new RunState(table, wanted, Optional.empty(), false)));
        next.start();
    }

    /** The folder that a person has chosen, where it is for these images, turned or not. */
    private static Optional<Path> folder(DataChoice chosen, String name) {
        String base = name.replaceFirst("^rot-", "");
        return chosen.name().replaceFirst("^rot-", "").equals(base) ? chosen.folder() : Optional.empty();
    }

    private void moved(Watch.Moment moment) {
        running.get().ifPresent(before -> {
            boolean another = before.moment().map(m -> m.run() != moment.run()).orElse(false);
            running.set(
                    Optional.of(new RunState(before.table(), before.wanted(), Optional.of(moment), before.stopping())));
            if (another) {
                refresh();
            }
        });
    }

    private void ended(Optional<String> failure) {
        missing.set(run.flatMap(TableRun::missing));
        run = Optional.empty();
        running.set(Optional.empty());
        problem.set(failure.orElse(""));
        refresh();
    }

    /** Stops the run, with a checkpoint from which it goes on when it is run again. */
    public void cancel() {
        run.ifPresent(TableRun::stop);
        running.set(running.get().map(r -> new RunState(r.table(), r.wanted(), r.moment(), true)));
    }

    /** Stops the run and waits for its checkpoint. */
    public void close() {
        cancel();
        run.ifPresent(TableRun::await);
        closed = true;
    }

    /** How much of a row has been run here, with what is under way, 0 to 1. */
    public double share(String row) {
        Comparison now = comparison.get();
        double done = 0;
        int all = 0;
        for (Experiment experiment : now.experiments(preset.get(), row)) {
            all += experiment.seeds().size();
            done += now.done(experiment)
                    + running.get()
                            .filter(r -> r.runs(experiment))
                            .map(RunState::share)
                            .orElse(0.0);
        }
        return Math.min(1, done / all);
    }

    /** Whether a training of a row is under way or waits for its turn. */
    public boolean isWanted(String row) {
        Set<Experiment> mine = comparison.get().experiments(preset.get(), row);
        return running.get()
                .map(r -> r.wanted().stream().anyMatch(mine::contains))
                .orElse(false);
    }

    /** Whether a training of a row is under way. */
    public boolean isRunning(String row) {
        Set<Experiment> mine = comparison.get().experiments(preset.get(), row);
        return running.get().map(r -> mine.stream().anyMatch(r::runs)).orElse(false);
    }

    /** Whether a training of a row was stopped on its way and would go on. */
    public boolean isBegun(String row) {
        return comparison.get().experiments(preset.get(), row).stream()
                .anyMatch(comparison.get().begun()::contains);
    }

    /** The model that was trained here for a cell; empty where none was. */
    public Optional<Path> ownModel(Entry entry) {
        return entry.here().map(Result::outcomes).map(outcomes -> {
            Experiment experiment = entry.cell().experiment();
            long seed = outcomes.get(0).seed();
            return Reproduction.folder(out(entry.quick()), experiment, seed).resolve("model.npz");
        });
    }

    /** The name of the model that comes with Whorl for a cell; empty where none does. */
    public Optional<String> galleryModel(Entry entry) {
        Experiment experiment = entry.cell().experiment();
        return experiment.preset() == Preset.BEST && comparison.get().models().contains(experiment.name())
                ? Optional.of(experiment.name())
                : Optional.empty();
    }

    /** The tables that there are to choose from. */
    public List<TableChoice> choices() {
        return choices;
    }

    public ObjectProperty<TableChoice> choiceProperty() {
        return choice;
    }

    /** Whose settings are shown; always one that the table has. */
    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** Whether runs are on parts of the data, to see in minutes that everything works. */
    public BooleanProperty quickProperty() {
        return quick;
    }

    /** The table with its numbers. */
    public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** The place whose details are shown. */
    public ObjectProperty<Optional<Entry>> selectedProperty() {
        return selected;
    }

    /** What is being run; empty where nothing is. */
    public ReadOnlyObjectProperty<Optional<RunState>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the last run failed, in a sentence; empty where it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The name of the set that the last run lacked; empty where it lacked none. */
    public ReadOnlyObjectProperty<Optional<String>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** The paper's figures whose networks are there. */
    public ReadOnlyObjectProperty<List<DrawnFigure>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }
}
