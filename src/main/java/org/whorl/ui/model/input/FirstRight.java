package org.whorl.ui.model.input;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.insight.TurnedAnswers;
import org.whorl.network.Model;
import org.whorl.network.Parameters;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/** Finds the first test image that a trained network names rightly upright: to see what turning does, one begins with that. FX thread only. */
final class FirstRight {
    /** Whoever names none of so many rightly names none. */
    private static final int MOST = 100;

    private final BackgroundJob<OptionalInt> searching;
    private List<Object> asked = List.of();
    private boolean again;
    private Parameters foundFor;
    private int found = -1;

    FirstRight(Executor fxThread) {
        searching = new BackgroundJob<>("whorl-first-right", fxThread);
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
        searching.replace("looking for an image …", report -> first(model, images), image -> {
            foundFor = shown.parameters();
            found = image.orElse(-1);
            image.ifPresent(receiver);
        });
    }

    private static OptionalInt first(Model model, Dataset images) {
        TurnedAnswers answers = new TurnedAnswers(model);
        int size = images.shape().size();
        return IntStream.range(0, Math.min(MOST, images.size()))
                .filter(n -> answers.at(images.pixels(), n * size, 0).named() == images.labels()[n])
                .findFirst();
    }

    /** Whether an image is the one that was found for a network as it is now. */
    boolean isFound(ShownNetwork shown, int index) {
        return foundFor == shown.parameters() && found == index;
    }
}
