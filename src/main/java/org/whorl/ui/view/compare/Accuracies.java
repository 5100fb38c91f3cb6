package org.whorl.ui.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.whorl.data.Dataset;
import org.whorl.figure.PolarFigure;
import org.whorl.figure.Series;
import org.whorl.figure.SymmetryFigure;
import org.whorl.insight.SymmetryProfile;
import org.whorl.ui.model.symmetry.MeasuredNetwork;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

/**
 * The accuracy by angle of the networks that are compared. The run in the window goes on learning: of it, what was measured last stays
 * until it is measured again, under the epoch that it had. FX thread only.
 */
final class Accuracies {
    private final Contenders contenders;
    private final SymmetryMeasurements measuring;
    private final MeasuringImages images;
    private final MeasuredNetwork[] ofWindow = new MeasuredNetwork[Contenders.SLOTS];

    Accuracies(Contenders contenders, SymmetryMeasurements measuring, MeasuringImages images) {
        this.contenders = contenders;
        this.measuring = measuring;
        this.images = images;
        for (int i = 0; i < Contenders.SLOTS; i++) {
            int slot = i;
            contenders.slot(slot).addListener(o -> {
                ofWindow[slot] = null;
                cancel();
            });
        }
    }

    SymmetryMeasurements measuring() {
        return measuring;
    }

    /** The test images that networks are measured with. */
    MeasuringImages images() {
        return images;
    }

    /** The images of this moment, once they are read. */
    private Optional<Dataset> here() {
        return images.best().flatMap(MeasuringImages.Offer::here);
    }

    private Optional<MeasuredNetwork> now(int slot) {
        return images.best().flatMap(offer -> offer.here().flatMap(test -> contenders
                .at(slot)
                .filter(c -> offer.obstacle(c).isEmpty())
                .map(c -> new MeasuredNetwork(nameNow(slot, c), c.model(), test, 0, MeasuringImages.MOST))));
    }

    private String nameNow(int slot, Contender contender) {
        return contender.source().equals(Source.WINDOW)
                ? contenders.name(slot)
                        + contender.said("epochs").map(n -> ", epoch " + n).orElse("")
                : contenders.name(slot);
    }

    private Optional<MeasuredNetwork> measured(int slot) {
        Optional<MeasuredNetwork> before = Optional.ofNullable(ofWindow[slot])
                .filter(m -> here().filter(i -> i == m.images()).isPresent());
        return contenders.at(slot).isPresent() && before.isPresent() ? before : now(slot);
    }

    private List<MeasuredNetwork> measured() {
        return contenders.read().stream()
                .map(this::measured)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Measures all networks that name the images' classes, as they are now; reads the images first where they are not here. */
    void measure() {
        measuring.cancel();
        images.best().ifPresent(offer -> images.read(offer, this::measureNow));
    }

    private void measureNow() {
        for (int slot : contenders.read()) {
            boolean inWindow = contenders.at(slot).orElseThrow().source().equals(Source.WINDOW);
            ofWindow[slot] = inWindow ? now(slot).orElse(null) : null;
        }
        measuring.measure(measured());
    }

    /** Stops; what has been measured stays. */
    void cancel() {
        images.cancel();
        measuring.cancel();
    }

    /** What has been measured as a table; empty where nothing has. */
    Optional<String> csv() {
        return measuring.csv(measured());
    }

    /** On what is measured, and who cannot take part; for people. */
    String words() {
        Optional<MeasuringImages.Offer> best = images.best();
        if (best.isEmpty()) {
            return "There are no square images here whose classes one of these networks names. Get some under Data.";
        }
        MeasuringImages.Offer offer = best.get();
        String on = Math.min(MeasuringImages.MOST, offer.count()) + " test images of " + offer.set();
        List<String> out = contenders.read().stream()
                .flatMap(
                        i -> offer
                                .obstacle(contenders.at(i).orElseThrow())
                                .map(why -> contenders.name(i) + " (" + why + ")")
                                .stream())
                .toList();
        return out.isEmpty() ? on : on + "; not for " + String.join("; ", out);
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
