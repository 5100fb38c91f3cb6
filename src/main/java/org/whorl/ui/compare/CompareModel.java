package org.whorl.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.data.TrainTest;
import org.whorl.figure.Layout;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.Scaling;
import org.whorl.figure.Series;
import org.whorl.figure.SeriesStyle;
import org.whorl.figure.SymmetryFigure;
import org.whorl.insight.SymmetryProfile;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.run.Gallery;
import org.whorl.ui.run.KeptRuns;
import org.whorl.ui.symmetry.Measured;
import org.whorl.ui.symmetry.Measuring;

/** Which networks are compared, and what is known of them; without a screen. FX thread only. */
final class CompareModel {
    /** As many networks as are compared at most. */
    static final int SLOTS = 3;

    private static final int IMAGES = 400;

    private final Lab lab;
    private final Supplier<Path> runs;
    private final Path file;
    private final Measuring measuring;
    private final Executor background;
    private final Executor fxThread;
    private final List<ObjectProperty<Source>> slots = new ArrayList<>();
    private final Contender[] contenders = new Contender[SLOTS];
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ORBIT);
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(Scaling.BANK);
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(Quantity.TEST_ACCURACY);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    /**
     * @param runs where runs are kept
     * @param file remembers what was compared
     * @param background reads models
     * @param fxThread is told of them
     */
    CompareModel(Lab lab, Supplier<Path> runs, Path file, Measuring measuring, Executor background, Executor fxThread) {
        this.lab = lab;
        this.runs = runs;
        this.file = file;
        this.measuring = measuring;
        this.background = background;
        this.fxThread = fxThread;
        for (int i = 0; i < SLOTS; i++) {
            int slot = i;
            ObjectProperty<Source> chosen = new SimpleObjectProperty<>();
            chosen.addListener((o, was, is) -> load(slot, is));
            slots.add(chosen);
        }
    }

    /** Chooses what was compared last time, or what shows the idea. */
    void begin() {
        List<Source> sources =
                Choices.read(file).orElseGet(() -> Choices.first(gallery())).sources();
        for (int i = 0; i < Math.min(SLOTS, sources.size()); i++) {
            slots.get(i).set(sources.get(i));
        }
    }

    private List<String> gallery() {
        try {
            return Gallery.names();
        } catch (IOException e) {
            problem.set(e.getMessage());
            return List.of();
        }
    }

    /** Everything there is to choose: the gallery, the runs, and files that were opened. */
    List<Source> offers() {
        List<Source> offers = new ArrayList<>();
        gallery().forEach(name -> offers.add(new Source(Source.Kind.GALLERY, name)));
        try {
            KeptRuns.in(runs.get()).forEach(run -> offers.add(new Source(Source.Kind.RUN, run.toString())));
        } catch (IOException e) {
            problem.set(e.getMessage());
        }
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
            return;
        }
        background.execute(() -> {
            try {
                Contender read = source.read();
                fxThread.execute(() -> put(slot, source, read));
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                fxThread.execute(() -> problem.set("could not open " + source.label() + ": " + e.getMessage()));
            }
        });
    }

    private void put(int slot, Source source, Contender read) {
        if (source.equals(slots.get(slot).get())) {
            contenders[slot] = read;
            layer.set(Math.min(layer.get(), layers() - 1));
            remember();
            changed();
        }
    }

    private void changed() {
        measuring.cancel();
        changes.set(changes.get() + 1);
    }

    /** Writes what is chosen; in the background, since disks can be slow. */
    private void remember() {
        Choices choices = new Choices(
                slots.stream().map(ObjectProperty::get).filter(s -> s != null).toList());
        background.execute(() -> {
            try {
                choices.write(file);
            } catch (IOException e) {
                fxThread.execute(() -> problem.set("could not remember the choice: " + e.getMessage()));
            }
        });
    }

    /** The networks that have been read, by their slots. */
    List<Optional<Contender>> bySlot() {
        return Arrays.stream(contenders).map(Optional::ofNullable).toList();
    }

    /** The networks that have been read, in order. */
    List<Contender> contenders() {
        return Arrays.stream(contenders).filter(c -> c != null).toList();
    }

    /** A network's name, with its slot's letter where another has the same. */
    String name(int slot) {
        String name = contenders[slot].source().name();
        boolean twice = IntStream.range(0, SLOTS)
                .anyMatch(i -> i != slot
                        && contenders[i] != null
                        && contenders[i].source().name().equals(name));
        return twice ? (char) ('A' + slot) + ": " + name : name;
    }

    /** How a slot's curves are drawn. */
    static SeriesStyle style(int slot) {
        return SeriesStyle.of(slot);
    }

    /** Layers that every network has; at least 1. */
    int layers() {
        return contenders().stream().mapToInt(c -> c.spec().layers()).min().orElse(1);
    }

    /** The layer whose filters are shown, from 0. */
    ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    /** Which curve is drawn. */
    ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    Measuring measuring() {
        return measuring;
    }

    /** One line about what went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Grows whenever another network is compared. */
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The test images that all networks are measured with: those that are chosen under Data. */
    private Optional<Dataset> images() {
        return Optional.ofNullable(lab.getShown())
                .flatMap(Shown::data)
                .map(TrainTest::test)
                .filter(test ->
                        test.size() > 0 && test.shape().height() == test.shape().width());
    }

    private Optional<Measured> measured(int slot) {
        return images().filter(test -> contenders[slot] != null && fits(contenders[slot], test))
                .map(test -> new Measured(name(slot), contenders[slot].model(), test, 0, IMAGES));
    }

    private static boolean fits(Contender contender, Dataset test) {
        return contender.spec().input().equals(test.shape())
                && contender.spec().classes() >= test.classNames().size()
                && contender.spec().objective().classify() > 0;
    }

    private List<Measured> measured() {
        return IntStream.range(0, SLOTS)
                .mapToObj(this::measured)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Measures the accuracy by angle of all networks that take the images. */
    void measure() {
        measuring.measure(measured());
    }

    /** What has been measured as a table; empty where nothing has. */
    Optional<String> accuracyCsv() {
        return measuring.csv(measured());
    }

    /** On what accuracy by angle is measured, and who cannot take part; for people. */
    String measuredOn() {
        if (images().isEmpty()) {
            return "Choose square images under Data to measure with.";
        }
        Dataset test = images().get();
        List<String> out = IntStream.range(0, SLOTS)
                .filter(i -> contenders[i] != null && !fits(contenders[i], test))
                .mapToObj(i -> name(i) + " (" + contenders[i].spec().input() + ")")
                .toList();
        String on = Math.min(IMAGES, test.size()) + " test images of "
                + lab.getShown().data().orElseThrow().name();
        return out.isEmpty() ? on : on + "; not for " + String.join(", ", out);
    }

    /** Accuracy against angle of what has been measured so far. */
    PolarFigure accuracies() {
        List<Series> series = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            int at = slot;
            measured(slot)
                    .ifPresent(m -> series.add(SymmetryFigure.accuracy(
                            m.name(), style(at), measuring.profile(m).orElse(SymmetryProfile.EMPTY))));
        }
        return new PolarFigure("Accuracy of turned images", measuredOn() + ".", series, 1, true, List.of(), false);
    }

    /** The curves of all networks that have some. */
    List<Series> curves() {
        List<Series> curves = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (contenders[slot] != null && !contenders[slot].epochs().isEmpty()) {
                var epochs = contenders[slot].epochs();
                curves.add(new Series(
                        name(slot),
                        style(slot),
                        epochs.stream().mapToDouble(e -> e.epoch()).toArray(),
                        epochs.stream().mapToDouble(quantity.get()::of).toArray()));
            }
        }
        return curves;
    }
}
