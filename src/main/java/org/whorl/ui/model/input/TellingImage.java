package org.whorl.ui.model.input;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.insight.TurnedAnswers;
import org.whorl.network.Model;
import org.whorl.network.Parameters;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/**
 * Finds the test image that turning changes most among those that a trained network names rightly upright: to see what turning does, one
 * begins with that, not with a 0. FX thread only.
 */
final class TellingImage {
    /** Of so many, the first. A network that names none of them rightly names none. */
    private static final int MOST = 100;

    /** Degrees between the turns that are looked at, and from the upright image to the first: it is like itself when it is hardly turned. */
    private static final int STEP = 30;

    private static final int LEAST_TURN = 60;

    private final BackgroundJob<OptionalInt> searching;
    private List<Object> asked = List.of();
    private boolean again;
    private Parameters foundFor;
    private int found = -1;

    TellingImage(Executor fxThread) {
        searching = new BackgroundJob<>("whorl-telling-image", fxThread);
    }

    /** Looks again when it is next asked, for a network that has learned since. */
    void askAgain() {
        again = true;
    }

    /**
     * Looks for it, once for a network.
     *
     * @param receiver told the number of the image
     */
    void find(ShownNetwork shown, Dataset images, IntConsumer receiver) {
        List<Object> question = List.of(shown.title(), shown.spec(), System.identityHashCode(images));
        boolean learned = again && foundFor != shown.parameters();
        again = false;
        if (asked.equals(question) && !learned) {
            return;
        }
        asked = question;
        Model model = new Model(shown.parameters(), shown.preparation(), shown.classNames(), Map.of());
        searching.replace("looking for an image …", report -> best(model, images), image -> {
            foundFor = shown.parameters();
            found = image.orElse(-1);
            image.ifPresent(receiver);
        });
    }

    /** How many images there are to choose from. */
    static int candidates(Dataset images) {
        return Math.min(MOST, images.size());
    }

    private static OptionalInt best(Model model, Dataset images) {
        TurnedAnswers answers = new TurnedAnswers(model);
        int size = images.shape().size();
        double[] likeness = IntStream.range(0, candidates(images))
                .mapToDouble(n -> likeness(images, n))
                .toArray();
        return IntStream.range(0, likeness.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> likeness[n]))
                .mapToInt(n -> n)
                .filter(n -> answers.at(images.pixels(), n * size, 0).named() == images.labels()[n])
                .findFirst();
    }

    /** The greatest correlation of an image with itself turned, −1 to 1; 1 for an even one, which no turn changes. */
    static double likeness(Dataset images, int number) {
        int size = images.shape().size();
        double[] upright = new double[size];
        for (int i = 0; i < size; i++) {
            upright[i] = images.pixels()[number * size + i];
        }
        float[] pixels = new float[size];
        double[] turned = new double[size];
        double most = -1;
        for (int degrees = LEAST_TURN; degrees <= 360 - LEAST_TURN; degrees += STEP) {
            ImageRotation.turn(images.pixels(), number * size, pixels, 0, images.shape(), degrees);
            for (int i = 0; i < size; i++) {
                turned[i] = pixels[i];
            }
            double correlation = new PearsonsCorrelation().correlation(upright, turned);
            most = Double.isNaN(correlation) ? 1 : Math.max(most, correlation);
        }
        return most;
    }

    /** Whether an image is the one that was found for a network as it is now. */
    boolean isFound(ShownNetwork shown, int index) {
        return foundFor == shown.parameters() && found == index;
    }
}
