package org.whorl.insight;

import java.util.ArrayList;
import java.util.List;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.network.Model;

/** How well a model classifies images that are all turned by one angle. */
public final class AccuracyByAngle {
    private AccuracyByAngle() {}

    /**
     * The accuracy at each angle, 0 to 1.
     *
     * @param degrees counter-clockwise
     */
    public static List<Double> of(Model model, Dataset dataset, List<Double> degrees, Progress progress) {
        List<Double> accuracies = new ArrayList<>();
        for (double angle : degrees) {
            Progress part = (what, done, total) -> progress.report(
                    "accuracy by angle",
                    (long) accuracies.size() * dataset.size() + done,
                    (long) degrees.size() * dataset.size());
            accuracies.add(TestResult.of(model, ImageRotation.turn(dataset, angle), part)
                    .accuracy());
        }
        return List.copyOf(accuracies);
    }
}
