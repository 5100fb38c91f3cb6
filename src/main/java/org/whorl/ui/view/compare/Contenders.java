package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.SeriesStyle;
import org.whorl.file.SettingsFile;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.run.RunMoment;
import org.whorl.ui.model.run.SavedRuns;
import org.whorl.ui.task.BackgroundJob;

/** Which networks are compared, each in a slot of its own: chosen, read in the background, and remembered. FX thread only. */
final class Contenders {
    /** As many networks as are compared at most. */
    static final int SLOTS = 3;

    private final Supplier<Path> runs;
    private final Supplier<Optional<RunMoment>> inWindow;
    private final Path file;
    private final Executor background;
    private final Executor fxThread;
    private final List<ObjectProperty<Source>> slots = new ArrayList<>();
    private volatile Optional<SettingsFile.Found<ComparedNetworks>> recalled = Optional.empty();
    private final Contender[] contenders = new Contender[SLOTS];
    private final ReadOnlyObjectWrapper<List<Source>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /**
     * @param runs where runs are kept
     * @param inWindow the run in the window
     * @param file remembers what was compared
     * @param background reads models, and looks what there is
     * @param fxThread is told of them
     */
    Contenders(
            Supplier<Path> runs,
            Supplier<Optional<RunMoment>> inWindow,
            Path file,
            Executor background,
            Executor fxThread) {
        this.runs = runs;
        this.inWindow = inWindow;
        this.file = file;
        this.background = background;
        this.fxThread = fxThread;
        for (int i = 0; i < SLOTS; i++) {
            int slot = i;
            ObjectProperty<Source> chosen = new SimpleObjectProperty<>();
            chosen.addListener((o, was, is) -> load(slot, is));
            slots.add(chosen);
        }
    }

    /** How a slot's curves are drawn. */
    static SeriesStyle style(int slot) {
        return SeriesStyle.of(slot);
    }

    /**
     * Reads what was compared last time, before it is looked at.
     *
     * @param complain told why the file was put aside, where it was
     */
    void recall(Consumer<String> complain) {
        inBackground(() -> {
            SettingsFile.Found<ComparedNetworks> last = ComparedNetworks.read(file);
            recalled = Optional.of(last);
            last.problem().ifPresent(words -> fxThread.execute(() -> complain.accept(words)));
        });
    }

    /**
     * Chooses what was compared last time, or else what is shown and its like; found in the background.
     *
     * @param shown where the network that is shown comes from; empty where that is not known
     * @param set that it was trained on; empty where that is not known
     */
    void begin(Optional<Source> shown, Optional<String> set) {
        inBackground(() -> {
            SettingsFile.Found<ComparedNetworks> last = recalled.orElseGet(() -> ComparedNetworks.read(file));
            List<Source> sources =
                    last.value().orElseGet(() -> first(shown, set)).sources();
            Optional<String> aside = last.problem();
            fxThread.execute(() -> {
                for (int i = 0; i < Math.min(SLOTS, sources.size()); i++) {
                    slots.get(i).set(sources.get(i));
                }
                // After the slots, each of which takes back what was wrong with the one before.
                aside.ifPresent(problem::set);
            });
        });
        look();
    }

    /** Puts these into the slots, in order, and nothing into the others. */
    void choose(List<Source> sources) {
        for (int i = 0; i < SLOTS; i++) {
            slots.get(i).set(i < sources.size() ? sources.get(i) : null);
        }
        look();
    }

    /** Looks in the background for what is in the gallery and among the runs by now; disks can be slow. */
    void look() {
        Path folder = runs.get();
        inBackground(() -> {
            List<Source> now = new ArrayList<>();
            gallery().forEach(name -> now.add(new Source(Source.Kind.GALLERY, name)));
            try {
                SavedRuns.in(folder).forEach(run -> now.add(new Source(Source.Kind.RUN, run.toString())));
            } catch (IOException e) {
                fxThread.execute(() -> problem.set(e.getMessage()));
            }
            fxThread.execute(() -> found.set(List.copyOf(now)));
        });
    }

    /** Nothing that goes wrong there is swallowed. */
    private void inBackground(Runnable work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                String why = BackgroundJob.problem(e);
                fxThread.execute(() -> problem.set(why));
            }
        });
    }

    private ComparedNetworks first(Optional<Source> shown, Optional<String> set) {
        List<String> gallery = gallery();
        // A file that was opened has a name as well, but none that the gallery knows.
        Optional<Source> found = shown.filter(s -> s.kind() != Source.Kind.GALLERY || gallery.contains(s.place()));
        return ComparedNetworks.first(gallery, found, set);
    }

    private List<String> gallery() {
        try {
            return Gallery.names();
        } catch (IOException e) {
            fxThread.execute(() -> problem.set(e.getMessage()));
            return List.of();
        }
    }

    /** What the last {@link #look} found. */
    ReadOnlyObjectProperty<List<Source>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Everything there is to choose: the run in the window, what was found, and files that were opened. */
    List<Source> offers() {
        List<Source> offers = new ArrayList<>();
        if (inWindow.get().isPresent()) {
            offers.add(Source.WINDOW);
        }
        offers.addAll(found.get());
        slots.stream()
                .map(ObjectProperty::get)
                .filter(s -> s != null && !offers.contains(s))
                .forEach(offers::add);
        return offers;
    }

    /** What stands in a slot; null for nothing. */
    ObjectProperty<Source> slot(int index) {
        return slots.get(index);
    }

    private void load(int slot, Source source) {
        contenders[slot] = null;
        problem.set("");
        changed();
        if (source == null) {
            remember();
        } else if (source.equals(Source.WINDOW)) {
            takeFromWindow();
            remember();
        } else {
            background.execute(() -> {
                try {
                    Contender read = source.read();
                    fxThread.execute(() -> put(slot, source, read));
                } catch (Throwable e) {
                    String why = BackgroundJob.problem(e);
                    fxThread.execute(() -> problem.set("could not open " + source.label() + ": " + why));
                }
            });
        }
    }

    private void put(int slot, Source source, Contender read) {
        if (source.equals(slots.get(slot).get())) {
            contenders[slot] = read;
            remember();
            changed();
        }
    }

    /** Takes the run in the window as it is now, where it is compared. */
    void takeFromWindow() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (Source.WINDOW.equals(slots.get(slot).get())) {
                contenders[slot] = inWindow.get()
                        .map(now -> new Contender(Source.WINDOW, now.model(), now.epochs()))
                        .orElse(null);
                changed();
            }
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /** Writes what is chosen; in the background, since disks can be slow. */
    private void remember() {
        ComparedNetworks choices = new ComparedNetworks(
                slots.stream().map(ObjectProperty::get).filter(s -> s != null).toList());
        background.execute(() -> {
            try {
                choices.write(file);
            } catch (IOException e) {
                fxThread.execute(() -> problem.set("could not remember the choice: " + e.getMessage()));
            }
        });
    }

    /** The network in a slot; empty where none is chosen, or it has not been read. */
    Optional<Contender> at(int slot) {
        return Optional.ofNullable(contenders[slot]);
    }

    /** The slots whose networks have been read. */
    List<Integer> read() {
        return IntStream.range(0, SLOTS)
                .filter(i -> contenders[i] != null)
                .boxed()
                .toList();
    }

    /** The networks that have been read, in order. */
    List<Contender> all() {
        return Arrays.stream(contenders).filter(c -> c != null).toList();
    }

    /** A network's name, with its slot's letter where another has the same. */
    String name(int slot) {
        String name = contenders[slot].source().name();
        boolean twice = read().stream()
                .anyMatch(i -> i != slot && contenders[i].source().name().equals(name));
        return twice ? (char) ('A' + slot) + ": " + name : name;
    }

    /** Layers that every network has; at least 1. */
    int layers() {
        return all().stream().mapToInt(c -> c.spec().layers()).min().orElse(1);
    }

    /** One line about what went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Grows whenever another network is compared, or one has changed. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
