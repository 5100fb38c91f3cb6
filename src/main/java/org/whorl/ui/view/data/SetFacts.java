package org.whorl.ui.view.data;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.set.DataCheck;
import org.whorl.data.whitening.MeanImages;

/**
 * What there is to know of one part of a set.
 *
 * @param set which images
 * @param numbers counts by class, mean and deviation of each channel
 * @param means the mean images
 */
record SetFacts(Dataset set, DataCheck.Part numbers, MeanImages means) {
    /** Counts and adds up all images, which for a large set takes a moment. */
    static SetFacts of(Part part, Dataset set) {
        return new SetFacts(set, DataCheck.Part.of(part.label(), set), MeanImages.of(set, Progress.NONE));
    }
}
