package org.whorl.ui.view.generator;

import java.util.Locale;
import java.util.Map;

import org.whorl.figure.Numbers;
import org.whorl.group.GeneratorFit;
import org.whorl.insight.LearnedGenerator;

/** What was learned from pairs, in sentences. */
final class PairsWords {
    private PairsWords() {}

    static String of(PairsModel.Result result) {
        LearnedGenerator learned = result.generator();
        // The matrix that is kept has its eigen-angles rounded; its angle is measured before that.
        String group = learned.order().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "a group of order %d: rounded to it, A%s = I to %s",
                        learned.order().getAsInt(),
                        Numbers.superscript(learned.order().getAsInt()),
                        Numbers.format(learned.closure().orElseThrow()))
                : "no group of up to " + GeneratorFit.MAX_ORDER + " elements";
        String angle = learned.recoveredAngle().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%s is a rotation by %.2f°",
                        learned.order().isPresent() ? "before rounding it" : "it",
                        learned.recoveredAngle().getAsDouble())
                : "it is no rotation";
        Map<String, Double> errors = learned.errors(result.degrees());
        return String.format(
                Locale.ROOT,
                "%,d pairs of %s, %s: by its eigenvalues A makes %s; %s. Of %,d pairs that it"
                        + " has not seen A leaves %.2f %% unexplained%s%s.%s",
                learned.pairs().from().length,
                result.title(),
                result.words(),
                group,
                angle,
                learned.test().from().length,
                100 * errors.get("least_squares"),
                learned.order().isPresent()
                        ? String.format(Locale.ROOT, ", rounded to the group %.2f %%", 100 * errors.get("cyclic"))
                        : "",
                learned.recoveredAngle().isPresent()
                        ? String.format(
                                Locale.ROOT, ", a bicubic rotation in its place %.2f %%", 100 * errors.get("bicubic"))
                        : "",
                learned.doubt().map(doubt -> " But " + doubt + ".").orElse(""));
    }
}
