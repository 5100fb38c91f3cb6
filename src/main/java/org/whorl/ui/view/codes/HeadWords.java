package org.whorl.ui.view.codes;

import java.util.Locale;

import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;

/** What a network's head makes of turned images, for people. */
final class HeadWords {
    private static final int QUARTERS = 4;
    /** Sums in another order end in other last bits; of a share, a thousandth of a percent. */
    private static final double NO_MORE = 1e-5;

    private HeadWords() {}

    /** Whether its scores may change when the input turns: those turns that the pixel grid bears leave an invariant head's as they are. */
    static String of(NetworkSpec spec) {
        if (spec.head() != HeadKind.INVARIANT) {
            return "Plain head: turned, it may say something else.";
        }
        if (spec.generator() != GeneratorKind.FIXED) {
            return "Invariant head: joins the scores of its copies, which need not be quarter turns.";
        }
        int rotations = spec.group().rotations();
        if (rotations == 1) {
            return "Invariant head: of one rotation, so that it says something else when turned.";
        }
        if (rotations == QUARTERS) {
            return "Invariant head: the same for every quarter turn.";
        }
        if (rotations % QUARTERS == 0) {
            return "Invariant head: the same for every quarter turn; at its other turns it may change.";
        }
        return rotations % 2 == 0
                ? "Invariant head: the same for a half turn, nearly so for its others."
                : "Invariant head: nearly the same for each of its turns.";
    }

    /** How far two distributions over the same classes are apart. */
    static String apart(double[] turned, double[] upright) {
        double most = 0;
        for (int i = 0; i < turned.length; i++) {
            most = Math.max(most, Math.abs(turned[i] - upright[i]));
        }
        return most < NO_MORE
                ? "Turned and upright agree to 0.001 %."
                : String.format(Locale.ROOT, "Turned and upright differ by up to %.3f percentage points.", 100 * most);
    }
}
