package org.whorl.ui.model.input;

import java.util.List;
import java.util.Locale;

/** Classes in words. */
public final class ClassWords {
    private ClassWords() {}

    /** A class's name and probability, for people: “4 · 97 %”. */
    public static String verdict(List<String> classNames, double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return className(classNames, best) + String.format(Locale.ROOT, " · %.0f %%", 100 * probabilities[best]);
    }

    /** The name of a class; its number where it has none. */
    public static String className(List<String> names, int label) {
        return label < names.size() ? names.get(label) : String.valueOf(label);
    }
}
