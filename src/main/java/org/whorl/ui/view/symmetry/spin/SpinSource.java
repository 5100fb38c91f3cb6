package org.whorl.ui.view.symmetry.spin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.insight.TurnedAnswers;
import org.whorl.network.Model;
import org.whorl.ui.model.data.Gallery;

/**
 * The digits that come with Whorl, and the networks that can be asked about them.
 *
 * @param digits the test images
 * @param names of the networks that there are
 * @param models those that are wanted, by name
 * @param index of the digit that is to spin
 */
record SpinSource(Dataset digits, List<String> names, Map<String, Model> models, int index) {
    /** Stands for the network that is shown in the window. */
    static final String SHOWN = "the network that is shown";

    private static final String SET = "digits";

    /**
     * What is to be read.
     *
     * @param digits those that were read before
     * @param models the same
     * @param wanted the names of the networks that are asked
     * @param label the digit's class
     * @param index of the digit, where it is to stay
     */
    record Wish(
            Optional<Dataset> digits,
            Map<String, Model> models,
            List<String> wanted,
            int label,
            Optional<Integer> index) {}

    /** Reads; not on the FX thread. */
    static SpinSource read(Wish wish) throws IOException {
        Dataset digits = wish.digits().isPresent()
                ? wish.digits().get()
                : Datasets.load(SET, Optional.empty(), 1, Progress.NONE).test();
        Map<String, Model> models = new HashMap<>(wish.models());
        for (String name : wish.wanted()) {
            if (!models.containsKey(name)) {
                if (name.equals(SHOWN)) {
                    throw new IOException("The network that is shown names no digits of " + digits.shape() + ".");
                }
                models.put(name, Gallery.read(name).model());
            }
        }
        int index = wish.index().isPresent()
                ? wish.index().get()
                : first(
                        digits,
                        wish.label(),
                        wish.wanted().stream().map(models::get).toList());
        return new SpinSource(digits, available(), models, index);
    }

    private static List<String> available() throws IOException {
        // First, since a list of many networks has to be scrolled for its end.
        List<String> names = new ArrayList<>(List.of(SHOWN));
        for (String name : Gallery.names()) {
            boolean ofDigits = name.startsWith("digits-") || name.startsWith("mnist-") || name.startsWith("rot-mnist-");
            if (ofDigits && !name.endsWith("-reconstruct")) {
                names.add(name);
            }
        }
        return names;
    }

    /** The first image of a class that all networks name rightly upright; the first of the class where there is none. */
    private static int first(Dataset digits, int label, List<Model> models) {
        List<TurnedAnswers> asked = models.stream().map(TurnedAnswers::new).toList();
        int size = digits.shape().size();
        int[] ofClass = IntStream.range(0, digits.size())
                .filter(n -> digits.labels()[n] == label)
                .toArray();
        return IntStream.of(ofClass)
                .filter(n -> asked.stream()
                        .allMatch(a -> a.at(digits.pixels(), n * size, 0).named() == label))
                .findFirst()
                .orElse(ofClass[0]);
    }
}
