package org.whorl.ui.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Dataset;
import org.whorl.data.TrainTest;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.Series;
import org.whorl.figure.SymmetryFigure;
import org.whorl.insight.SymmetryProfile;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.symmetry.MeasuredNetwork;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

/**
 * The accuracy by angle of the networks that are compared. The run in the window goes on learning: of it, what was measured last stays
 * until it is measured again, under the epoch that it had. FX thread only.
 */
final class Accuracies {
    private static final int IMAGES = 400;

    private final LabState lab;
    private final Contenders contenders;
    private final SymmetryMeasurements measuring;
    private final MeasuredNetwork[] ofWindow = new MeasuredNetwork[Contenders.SLOTS];

    Accuracies(LabState lab, Contenders contenders, SymmetryMeasurements measuring) {
        this.lab = lab;
        this.contenders = contenders;
        this.measuring = measuring;
        for (int i = 0; i < Contenders.SLOTS; i++) {
            int slot = i;
            contenders.slot(slot).addListener(o -> {
                ofWindow[slot] = null;
                measuring.cancel();
            });
        }
    }

    SymmetryMeasurements measuring() {
        return measuring;
    }

    /** The test images that all networks are measured with: those that are chosen under Data. */
    private Optional<Dataset> images() {
        return Optional.ofNullable(lab.getShown())
                .flatMap(ShownNetwork::data)
                .map(TrainTest::test)
                .filter(test ->
                        test.size() > 0 && test.shape().height() == test.shape().width());
    }

    private Optional<MeasuredNetwork> now(int slot) {
        return images().flatMap(test -> contenders
                .at(slot)
                .filter(c -> fits(c, test))
                .map(c -> new MeasuredNetwork(nameNow(slot, c), c.model(), test, 0, IMAGES)));
    }

    private String nameNow(int slot, Contender contender) {
        return contender.source().equals(Source.WINDOW)
                ? contenders.name(slot)
                        + contender.said("epochs").map(n -> ", epoch " + n).orElse("")
                : contenders.name(slot);
    }

    private Optional<MeasuredNetwork> measured(int slot) {
        Optional<MeasuredNetwork> before = Optional.ofNullable(ofWindow[slot])
                .filter(m -> images().filter(i -> i == m.images()).isPresent());
        return contenders.at(slot).isPresent() && before.isPresent() ? before : now(slot);
    }

    private static boolean fits(Contender contender, Dataset test) {
        return contender.spec().input().equals(test.shape())
                && contender.spec().classes() >= test.classNames().size()
                && contender.spec().objective().classifies();
    }

    private List<MeasuredNetwork> measured() {
        return contenders.read().stream()
                .map(this::measured)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Measures all networks that take the images, as they are now. */
    void measure() {
        for (int slot : contenders.read()) {
            boolean inWindow = contenders.at(slot).orElseThrow().source().equals(Source.WINDOW);
            ofWindow[slot] = inWindow ? now(slot).orElse(null) : null;
        }
        measuring.measure(measured());
    }

    /** What has been measured as a table; empty where nothing has. */
    Optional<String> csv() {
        return measuring.csv(measured());
    }

    /** On what is measured, and who cannot take part; for people. */
    String words() {
        if (images().isEmpty()) {
            return "Choose square images under Data to measure with.";
        }
        Dataset test = images().get();
        List<String> out = contenders.read().stream()
                .filter(i -> !fits(contenders.at(i).orElseThrow(), test))
                .map(i -> contenders.name(i) + " ("
                        + contenders.at(i).orElseThrow().spec().input() + ")")
                .toList();
        String on = Math.min(IMAGES, test.size()) + " test images of "
                + lab.getShown().data().orElseThrow().name();
        return out.isEmpty() ? on : on + "; not for " + String.join(", ", out);
    }

    /** Accuracy against angle of what has been measured so far. */
    PolarFigure figure() {
        List<Series> series = new ArrayList<>();
        for (int slot : contenders.read()) {
            measured(slot)
                    .ifPresent(m -> series.add(SymmetryFigure.accuracy(
                            m.name(),
                            Contenders.style(slot),
                            measuring.profile(m).orElse(SymmetryProfile.EMPTY))));
        }
        return new PolarFigure("Accuracy of turned images", words() + ".", series, 1, true, List.of(), false);
    }
}
