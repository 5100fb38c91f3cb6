package org.whorl.data.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.whorl.data.DataException;

/** The options in a set's name, {@code 48,colour,planted=37}; whoever asks for one takes it, and what no set asked for is refused. */
final class SetOptions {
    /** What a number without a word before it is called. */
    static final String SIDE = "side";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,6})?");
    private static final int CIRCLE = 360;

    private final String name;
    private final Map<String, String> left;
    private final List<String> known = new ArrayList<>();

    private SetOptions(String name, Map<String, String> left) {
        this.name = name;
        this.left = left;
    }

    /**
     * Takes the text after a name's colon apart.
     *
     * @param text null where there is no colon
     * @throws DataException where nothing stands between two commas, or one thing is said twice
     */
    static SetOptions parse(String name, String text) throws DataException {
        Map<String, String> options = new LinkedHashMap<>();
        if (text != null) {
            for (String part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                boolean number = NUMBER.matcher(part).matches();
                String word = number ? SIDE : equals < 0 ? part : part.substring(0, equals);
                if (word.isEmpty()) {
                    throw new DataException(
                            name + ": expected options with commas between them, found \"" + text + "\"");
                }
                if (options.put(word, number ? part : equals < 0 ? "" : part.substring(equals + 1)) != null) {
                    throw new DataException(name + ": expected " + word + " once, found it twice");
                }
            }
        }
        return new SetOptions(name, options);
    }

    /** Whether a word stands there. */
    boolean flag(String word) throws DataException {
        known.add(word);
        String value = left.remove(word);
        if (value != null && !value.isEmpty()) {
            throw new DataException(name + ": expected " + word + " without a value, found \"" + value + "\"");
        }
        return value != null;
    }

    /** A whole number within bounds. */
    long number(String word, long otherwise, long least, long most) throws DataException {
        known.add(word.equals(SIDE) ? "a side in pixels" : word + "=N");
        String value = left.remove(word);
        if (value == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(value).matches() || Long.parseLong(value) < least || Long.parseLong(value) > most) {
            throw new DataException(name + ": expected " + (word.equals(SIDE) ? "a side of " : word + " from ") + least
                    + " to " + most + ", found \"" + value + "\"");
        }
        return Long.parseLong(value);
    }

    /** The directions that are planted, in degrees; none where all are alike. */
    double[] directions() throws DataException {
        known.add("planted=DEGREES");
        known.add("every=DEGREES");
        Double first = degrees("planted");
        Double every = degrees("every");
        if (first == null) {
            if (every != null) {
                throw new DataException(
                        name + ": expected planted=DEGREES, the first direction, beside every, found none");
            }
            return new double[0];
        }
        int count = 1;
        if (every != null) {
            double turns = CIRCLE / every;
            if (every == 0 || turns != Math.rint(turns)) {
                throw new DataException(name + ": expected every as a divisor of 360, found " + every);
            }
            count = (int) turns;
        }
        double[] directions = new double[count];
        for (int i = 0; i < count; i++) {
            directions[i] = first + (every == null ? 0 : i * every);
        }
        return directions;
    }

    /** The angle from one orientation to the next, in degrees above 0. */
    double every(double otherwise) throws DataException {
        known.add("every=DEGREES");
        Double every = degrees("every");
        if (every != null && every == 0) {
            throw new DataException(name + ": expected every in degrees above 0, found 0");
        }
        return every == null ? otherwise : every;
    }

    private Double degrees(String word) throws DataException {
        String value = left.remove(word);
        if (value == null) {
            return null;
        }
        if (!DECIMAL.matcher(value).matches() || Double.parseDouble(value) > CIRCLE) {
            throw new DataException(name + ": expected " + word + " in degrees from 0 to 360, found \"" + value + "\"");
        }
        return Double.valueOf(value);
    }

    /**
     * To be called when everything was asked for.
     *
     * @throws DataException where something is left: what there is instead
     */
    void refuseOthers() throws DataException {
        if (!left.isEmpty()) {
            String word = left.keySet().iterator().next();
            throw new DataException(
                    name + ": expected options from " + String.join(", ", known) + ", found \"" + word + "\"");
        }
    }
}
