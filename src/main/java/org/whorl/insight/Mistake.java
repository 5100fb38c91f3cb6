package org.whorl.insight;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image that was classified wrongly.
 *
 * @param image its number in its set, from 0
 * @param label its class
 * @param prediction what it was taken for
 * @param confidence the probability that its own class was given, 0 to 1
 */
public record Mistake(int image, int label, int prediction, double confidence) {
    /** All mistakes, those first whose own class was thought least probable. */
    public static List<Mistake> hardestFirst(int[] labels, int[] predictions, float[] confidences) {
        return IntStream.range(0, labels.length)
                .filter(i -> predictions[i] != labels[i])
                .mapToObj(i -> new Mistake(i, labels[i], predictions[i], confidences[i]))
                .sorted(Comparator.comparingDouble(Mistake::confidence).thenComparingInt(Mistake::image))
                .toList();
    }
}
