package org.whorl.ui.view.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.data.Dataset;
import org.whorl.data.TrainTest;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.Series;
import org.whorl.figure.SeriesStyle;
import org.whorl.figure.SymmetryFigure;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.insight.SymmetryProfile;
import org.whorl.network.Copies;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.symmetry.MeasuredNetwork;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

/** What the Symmetry view measures and draws; without a screen. FX thread only. */
final class SymmetryModel {
    /** Choices for the number of images that are classified; an eighth as many have their codes compared. */
    static final List<Integer> IMAGES = List.of(80, 200, 800);

    private final LabState lab;
    private final LongSupplier seed;
    private final SymmetryMeasurements measuring;
    private final ObjectProperty<Overlay> overlay = new SimpleObjectProperty<>(Overlay.INTERPOLATIONS);
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> images = new SimpleObjectProperty<>(IMAGES.get(1));
    private final BooleanProperty oneOrbit = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<ShownNetwork>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<MeasuredNetwork> wanted = List.of();

    /**
     * @param seed of the untrained network that stands for “before training”
     */
    SymmetryModel(LabState lab, LongSupplier seed, SymmetryMeasurements measuring) {
        this.lab = lab;
        this.seed = seed;
        this.measuring = measuring;
        lab.shownProperty().addListener((o, was, is) -> {
            fitLayer(was == null, is.spec().layers());
            if (obstacle().isPresent()) {
                forget();
            }
        });
        if (lab.getShown() != null) {
            fitLayer(true, lab.getShown().spec().layers());
        }
    }

    /** Begins with the last layer, whose code is the network's, and keeps to those that there are. */
    private void fitLayer(boolean first, int layers) {
        if (first || layer.get() >= layers) {
            layer.set(layers - 1);
        }
    }

    ObjectProperty<Overlay> overlayProperty() {
        return overlay;
    }

    /** The layer whose codes are compared, from 0. */
    ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    /** How many test images are classified at each angle. */
    ObjectProperty<Integer> imagesProperty() {
        return images;
    }

    /** Whether only the maps of the selected orbit are shown, rather than all. */
    BooleanProperty oneOrbitProperty() {
        return oneOrbit;
    }

    /** The network that is or was measured, as it was then. */
    ReadOnlyObjectProperty<Optional<ShownNetwork>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    SymmetryMeasurements measuring() {
        return measuring;
    }

    /** Why nothing can be measured; empty where something can. */
    Optional<Obstacle> obstacle() {
        ShownNetwork shown = lab.getShown();
        if (shown == null) {
            return Optional.of(
                    Obstacle.notYet("Open a model or press Start: what it does when images turn is drawn here."));
        }
        if (images(shown).isEmpty()) {
            return Optional.of(Obstacle.notYet(shown.trainedOn()
                    .map(set ->
                            "Images are turned here, and how far codes and answers follow is drawn for every angle. "
                                    + shown.title() + " was trained on " + set + ", whose images are not here yet.")
                    .orElse("Choose images of " + shown.spec().input() + " under Data, the kind that " + shown.title()
                            + " takes: they are what is turned.")));
        }
        if (shown.spec().input().height() != shown.spec().input().width()) {
            return Optional.of(new Obstacle(
                    "Cannot be turned",
                    "Only square images can be turned onto themselves; these are "
                            + shown.spec().input() + "."));
        }
        return Optional.empty();
    }

    private static Optional<Dataset> images(ShownNetwork shown) {
        return shown.data()
                .map(TrainTest::test)
                .filter(test ->
                        test.size() > 0 && test.shape().equals(shown.spec().input()));
    }

    /** Whether the network that is shown is another one than was measured, not a later state of the same. */
    boolean isOtherNetwork() {
        ShownNetwork shown = lab.getShown();
        return shown != null
                && (subject.get().isEmpty()
                        || !subject.get().get().title().equals(shown.title())
                        || !subject.get().get().spec().equals(shown.spec())
                        || images(shown).isPresent()
                                && images(subject.get().get())
                                        .filter(old -> old == images(shown).get())
                                        .isEmpty());
    }

    /** Whether the network is not what it was when it was measured; a copy of the same numbers is. */
    boolean isStale() {
        return subject.get().isPresent()
                && lab.getShown() != null
                && !Arrays.equals(
                        subject.get().get().parameters().values(),
                        lab.getShown().parameters().values());
    }

    /** Lets go of what was measured: it is of another network than the one that is shown, which has no curves to take its place. */
    private void forget() {
        measuring.cancel();
        subject.set(Optional.empty());
        wanted = List.of();
    }

    /** Measures the network as it is now, unless something is in the way. */
    void measure() {
        if (obstacle().isPresent()) {
            return;
        }
        subject.set(Optional.of(lab.getShown()));
        complete();
    }

    /** Measures what another choice asks for, of the network that was measured. */
    void complete() {
        wanted = subject.get()
                .flatMap(shown -> images(shown).map(test -> variants(shown, test)))
                .orElse(List.of());
        measuring.measure(wanted);
    }

    /** The networks whose curves are drawn; the one that is shown first. */
    List<MeasuredNetwork> wanted() {
        return wanted;
    }

    private List<MeasuredNetwork> variants(ShownNetwork shown, Dataset test) {
        NetworkSpec spec = shown.spec();
        List<MeasuredNetwork> all = new ArrayList<>();
        String own = spec.interpolation().name().toLowerCase(Locale.ROOT);
        switch (overlay.get()) {
            case LAYERS -> all.add(measured(shown.title(), shown, shown.parameters(), test));
            case INTERPOLATIONS -> {
                all.add(measured(own, shown, shown.parameters(), test));
                for (Interpolation other : Interpolation.values()) {
                    // Copies by learned angles have one interpolation, and those by matrices none.
                    if (other != spec.interpolation() && spec.generator() == GeneratorKind.FIXED) {
                        all.add(measured(
                                other.name().toLowerCase(Locale.ROOT),
                                shown,
                                shown.parameters().with(spec.withInterpolation(other)),
                                test));
                    }
                }
            }
            case TRAINING -> {
                all.add(measured("as it is now", shown, shown.parameters(), test));
                long number = seed.getAsLong();
                Parameters untrained = Parameters.initial(spec, number);
                shown.parameters()
                        .generator()
                        .filter(given -> spec.generator() == GeneratorKind.MATRIX)
                        .ifPresent(untrained::setGenerator);
                all.add(measured("untrained, seed " + number, shown, untrained, test));
            }
            default -> throw new IllegalStateException(overlay.get().toString());
        }
        return all;
    }

    private MeasuredNetwork measured(String name, ShownNetwork shown, Parameters parameters, Dataset test) {
        Model model = new Model(parameters, shown.preparation(), shown.classNames(), Map.of());
        int classified = shown.otherClasses().isPresent() ? 0 : images.get();
        return new MeasuredNetwork(name, model, test, images.get() / 8, classified);
    }

    /** Equivariance error against angle, of what has been measured so far. */
    PolarFigure errors() {
        List<Series> series = new ArrayList<>();
        for (MeasuredNetwork measured : wanted()) {
            SymmetryProfile profile = measuring.profile(measured).orElse(SymmetryProfile.EMPTY);
            if (overlay.get() == Overlay.LAYERS) {
                int layers = measured.model().spec().layers();
                IntStream.range(0, layers)
                        .forEach(l ->
                                series.add(SymmetryFigure.errors("layer " + (l + 1), SeriesStyle.of(l), profile, l)));
            } else {
                int shownLayer = Math.min(layer.get(), measured.model().spec().layers() - 1);
                series.add(SymmetryFigure.errors(measured.name(), SeriesStyle.of(series.size()), profile, shownLayer));
            }
        }
        return new PolarFigure(
                "Equivariance error of " + errorsOf(),
                words(false),
                series,
                PolarFigure.limitFor(series),
                false,
                elements(),
                false);
    }

    /** Whose error is drawn, for people. */
    String errorsOf() {
        return overlay.get() == Overlay.LAYERS ? "every layer" : "layer " + (layer.get() + 1);
    }

    /** Accuracy against angle. */
    PolarFigure accuracies() {
        List<Series> series = new ArrayList<>();
        for (MeasuredNetwork measured : wanted()) {
            series.add(SymmetryFigure.accuracy(
                    measured.name(),
                    SeriesStyle.of(series.size()),
                    measuring.profile(measured).orElse(SymmetryProfile.EMPTY)));
        }
        return new PolarFigure("Accuracy of turned images", words(true), series, 1, true, elements(), false);
    }

    /** The angles to mark, in degrees. */
    private List<Double> elements() {
        return SymmetryFigure.elements(subject.get().map(s -> s.spec().group()).orElse(CyclicGroup.TRIVIAL));
    }

    private String words(boolean accuracy) {
        return subject.get()
                .map(shown -> {
                    int count = images(shown).map(Dataset::size).orElse(0);
                    return shown.title() + ", " + Copies.describe(shown.parameters()) + "; "
                            + (accuracy
                                    ? Math.min(count, images.get()) + " test images, turned"
                                    : "‖f(g·x) − g·f(x)‖ / ‖f(x)‖ over " + Math.min(count, images.get() / 8)
                                            + " test images")
                            + ". Angles are counter-clockwise.";
                })
                .orElse("Nothing has been measured yet.");
    }

    /** All measured numbers as a table; empty where there are none. */
    Optional<String> csv() {
        return measuring.csv(wanted);
    }
}
