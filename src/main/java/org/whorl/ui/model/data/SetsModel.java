package org.whorl.ui.model.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import org.whorl.data.DatasetInfo;
import org.whorl.data.set.FoundSet;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.task.BackgroundJob;

/**
 * The sets there are: where each was found, downloads under way, and files or folders that are opened or dropped. Needs no screen. FX
 * thread only.
 */
public final class SetsModel {
    private static final long REPORT_NANOS = 100_000_000;

    /**
     * What became of the files that were opened last.
     *
     * @param words for people; empty for nothing to say
     * @param share how far the reading has come, 0 to 1; −1 where that is not known
     * @param reading whether they are being read
     * @param problem whether they are no set
     */
    public record Opened(String words, double share, boolean reading, boolean problem) {
        static final Opened NOTHING = new Opened("", -1, false, false);
    }

    private final Settings settings;
    private final SelectedDataset chosen;
    private final SetSource source;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<List<DatasetInfo>> sets = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableMap<String, Download> downloads = FXCollections.observableHashMap();
    private final Map<String, BackgroundJob<Void>> loading = new HashMap<>();
    private final BackgroundJob<List<DatasetInfo>> listing;
    private final BackgroundJob<DataChoice> looking;
    private final ReadOnlyObjectWrapper<Opened> opened = new ReadOnlyObjectWrapper<>(Opened.NOTHING);
    private AtomicBoolean opening = new AtomicBoolean();

    /**
     * No sets yet.
     *
     * @param fx runs what is to run on the FX thread
     */
    public SetsModel(Settings settings, SelectedDataset chosen, SetSource source, Executor fx) {
        this.settings = settings;
        this.chosen = chosen;
        this.source = source;
        this.fx = fx;
        listing = new BackgroundJob<>("whorl-sets", fx);
        looking = new BackgroundJob<>("whorl-found", fx);
    }

    /** Looks again at which sets there are. */
    public void refresh() {
        listing.replace(
                "", report -> source.list(), sets::set, problem -> opened.set(new Opened(problem, -1, false, true)));
    }

    /** The sets that have names; empty before the first look. */
    public ReadOnlyObjectProperty<List<DatasetInfo>> setsProperty() {
        return sets.getReadOnlyProperty();
    }

    /** Whether a set with this name is known whose images are not on this machine. */
    public boolean lacks(String name) {
        String upright = new DataChoice(name, Optional.empty()).turned(false).name();
        return sets.get().stream().anyMatch(set -> set.name().equals(upright) && !set.available());
    }

    /** Which set is chosen. */
    public ObjectProperty<DataChoice> choiceProperty() {
        return settings.dataProperty();
    }

    /** Downloads by the name of the upright set, under way and ended; a set that has come is not among them. */
    public ObservableMap<String, Download> downloads() {
        return downloads;
    }

    /** What became of the files that were opened last. */
    public ReadOnlyObjectProperty<Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Downloads a set, or goes on with a download that was stopped; chosen and missing before, it is then read. */
    public void get(String name) {
        String upright = new DataChoice(name, Optional.empty()).turned(false).name();
        if (downloads.containsKey(upright) && downloads.get(upright).running()) {
            return;
        }
        downloads.put(upright, Download.BEGINNING);
        BackgroundJob<Void> job = new BackgroundJob<>("whorl-download", fx);
        loading.put(upright, job);
        job.stateProperty().addListener((o, was, is) -> {
            if (was.running() && !is.running() && is.problem().isEmpty() && downloads.containsKey(upright)) {
                end(upright, "Stopped. What has come is kept, and Resume goes on from there.", false);
            }
        });
        job.replace(
                "",
                report -> {
                    download(upright, report);
                    return null;
                },
                done -> came(upright),
                problem -> end(upright, problem, true));
    }

    private void download(String name, BackgroundJob.Report report) throws IOException {
        DownloadMeter meter = new DownloadMeter();
        long[] last = {0};
        source.get(name, (what, done, total) -> {
            long now = System.nanoTime();
            Download state = meter.report(what, done, total, now);
            if (now - last[0] >= REPORT_NANOS) {
                last[0] = now;
                report.tell(() -> downloads.computeIfPresent(name, (n, d) -> d.running() ? state : d));
            }
            return report.report(what, done, total);
        });
    }

    private void end(String name, String why, boolean problem) {
        downloads.computeIfPresent(name, (n, d) -> d.ended(why, problem));
    }

    private void came(String name) {
        downloads.remove(name);
        refresh();
        if (chosen.stateProperty().get().problem()
                && settings.dataProperty().get().turned(false).name().equals(name)) {
            chosen.read();
        }
    }

    /** Stops a download; what has come is kept. */
    public void cancel(String name) {
        String upright = new DataChoice(name, Optional.empty()).turned(false).name();
        Optional.ofNullable(loading.get(upright)).ifPresent(BackgroundJob::cancel);
    }

    /** Reads what files or a folder hold; a whole set becomes the chosen one, anything else changes nothing but {@link #openedProperty}. */
    public void open(List<Path> paths) {
        opening.set(false);
        AtomicBoolean mine = new AtomicBoolean(true);
        opening = mine;
        String words = "Looking at " + paths.get(0).getFileName() + " …";
        opened.set(new Opened(words, -1, true, false));
        looking.replace(
                words,
                report -> {
                    FoundSet found = FoundSet.of(paths);
                    return new DataChoice(found.name(), found.folder());
                },
                choice -> load(choice, mine),
                problem -> say(mine, new Opened(problem, -1, false, true)));
    }

    private void load(DataChoice choice, AtomicBoolean mine) {
        chosen.load(
                choice, mine, (words, share) -> say(mine, new Opened(words, share, true, false)), (data, problem) -> {
                    if (data == null) {
                        boolean stopped = !mine.get();
                        say(mine, new Opened(problem, -1, false, !stopped));
                    } else if (mine == opening && mine.get()) {
                        // It is on the shelf now, so that choosing it shows it at once.
                        say(mine, new Opened(choice.title() + " is chosen.", 1, false, false));
                        settings.dataProperty().set(choice);
                    }
                });
    }

    private void say(AtomicBoolean mine, Opened now) {
        if (mine == opening) {
            opened.set(now);
        }
    }

    /** Stops reading what was opened. */
    public void cancelOpening() {
        opening.set(false);
    }
}
