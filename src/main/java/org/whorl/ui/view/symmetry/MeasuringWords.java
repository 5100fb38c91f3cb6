package org.whorl.ui.view.symmetry;

import java.util.Optional;

import org.whorl.group.FiniteGroup;
import org.whorl.ui.model.ShownNetwork;

/** How it stands with the measurement, in a line. */
final class MeasuringWords {
    private MeasuringWords() {}

    /**
     * The line.
     *
     * @param training whether a run is under way
     */
    static String of(SymmetryModel model, boolean training) {
        String words = model.measuring().wordsProperty().get();
        String problem = model.measuring().problemProperty().get();
        if (!words.isEmpty() || !problem.isEmpty()) {
            return words.isEmpty() ? problem : words;
        }
        Optional<ShownNetwork> subject = model.subjectProperty().get();
        if (subject.isEmpty()) {
            return training ? "The network is training: measure it as it is now." : "";
        }
        if (model.wanted().stream().anyMatch(m -> !model.measuring().isComplete(m))) {
            return "stopped; what was measured stays";
        }
        if (model.isOtherNetwork()) {
            return "This is " + subject.get().title()
                    + ". The network that trains now is measured when it stands still, or when you ask for it.";
        }
        if (model.isStale()) {
            return "The network has changed since it was measured.";
        }
        return subject.get()
                        .otherImages()
                        .map(set -> subject.get().title() + " was trained on "
                                + subject.get().trainedOn().orElseThrow() + " and is measured on " + set + " here.  ")
                        .orElse("")
                + subject.get()
                        .otherClasses()
                        .map(difference -> "No accuracy: " + difference + ".  ")
                        .orElse("")
                + elements(subject.get().spec().group());
    }

    private static String elements(FiniteGroup group) {
        return group.order() == 1
                ? ""
                : "On the rim, the rotations of C" + group.order() + ": ● exact on the pixel grid  ○ interpolated";
    }
}
