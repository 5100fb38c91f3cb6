package org.whorl.training;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Angles from which a learned one is searched. The loss over the angle has valleys some 15 to 30° wide and false ones between, so that a
 * network is trained a little from several, and goes on from where the loss is lowest.
 *
 * @param degrees 1 to 64 of them, each between 0 and 360; one alone is no search
 */
public record StartAngles(@JsonValue List<Double> degrees) {
    private static final int MOST = 64;

    @JsonCreator
    public StartAngles {
        degrees = List.copyOf(degrees);
        if (degrees.isEmpty() || degrees.size() > MOST || degrees.stream().anyMatch(a -> !(a > 0 && a < 360))) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MOST + " angles between 0 and 360 degrees, found " + degrees);
        }
    }

    /** So many angles in the middle of as many equal parts of 0 to 180°: θ and −θ have the same orbits. */
    public static StartAngles spread(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " angles, found " + count);
        }
        return new StartAngles(
                IntStream.range(0, count).mapToObj(i -> (i + 0.5) * 180 / count).toList());
    }

    /** Reads how many, or the angles with commas between them; one alone with a comma behind it. */
    public static StartAngles parse(String text) {
        try {
            return text.contains(",")
                    ? new StartAngles(Stream.of(text.split(","))
                            .map(String::trim)
                            .map(Double::valueOf)
                            .toList())
                    : spread(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected how many angles, or angles in degrees with commas between them, found " + text, e);
        }
    }

    /** As it is read. */
    public String words() {
        return equals(spread(degrees.size()))
                ? Integer.toString(degrees.size())
                : degrees.stream().map(String::valueOf).collect(Collectors.joining(","))
                        + (degrees.size() == 1 ? "," : "");
    }
}
