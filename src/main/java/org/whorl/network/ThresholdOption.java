package org.whorl.network;

import org.whorl.setting.Kind;
import org.whorl.setting.Values;

/** λ on the command line: a number, or {@code learned}, or {@code learned:} and the number that it starts from. */
final class ThresholdOption {
    private static final String LEARNED = "learned";

    /** Where the authors' code starts learning λ. */
    private static final double START = 1;

    private ThresholdOption() {}

    static Values<NetworkSpec> read(Values<NetworkSpec> values, String text) {
        boolean learned = text.equals(LEARNED) || text.startsWith(LEARNED + ":");
        double threshold;
        try {
            threshold = text.equals(LEARNED)
                    ? START
                    : Double.parseDouble(learned ? text.substring(LEARNED.length() + 1) : text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, learned or learned:NUMBER, found " + text, e);
        }
        return values.with(NetworkSettings.THRESHOLD, threshold).with(NetworkSettings.THRESHOLD_LEARNED, learned);
    }

    static String write(Values<NetworkSpec> values) {
        double threshold = values.get(NetworkSettings.THRESHOLD);
        String number = Kind.format(threshold);
        if (!values.get(NetworkSettings.THRESHOLD_LEARNED)) {
            return number;
        }
        return threshold == START ? LEARNED : LEARNED + ":" + number;
    }
}
