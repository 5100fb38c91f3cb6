package org.whorl.ui.view.symmetry.spin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.whorl.figure.PolarFigure.Arc;
import org.whorl.insight.TurnedAnswers.Answer;

/** What one network has answered so far as one digit turned, by whole degrees. */
final class Answers {
    /** Angles there are. */
    static final int ANGLES = 360;
    /** So many neighbours that were not asked for, since the digit was faster than the network, are passed over in a curve. */
    private static final int PASSED_OVER = 3;

    /** How many degrees an answer may be old. */
    static final int FAR = 10;

    private final int label;
    private final Answer[] known = new Answer[ANGLES];
    private final boolean[] old = new boolean[ANGLES];

    /**
     * No answers yet.
     *
     * @param label the digit's class
     */
    Answers(int label) {
        this.label = label;
    }

    int label() {
        return label;
    }

    void put(int degrees, Answer answer) {
        known[degrees] = answer;
        old[degrees] = false;
    }

    /** Whether there is an answer of the network as it is now. */
    boolean isKnown(int degrees) {
        return known[degrees] != null && !old[degrees];
    }

    /** Lets answers stand that an earlier state of the network gave, until there are others. */
    void grow() {
        Arrays.fill(old, true);
    }

    Optional<Answer> at(int degrees) {
        return Optional.ofNullable(known[degrees]);
    }

    /** The answer at an angle, or else the nearest before it that is not far; the digit may be faster than the networks. */
    Optional<Answer> near(int degrees) {
        for (int back = 0; back <= FAR; back++) {
            Answer found = known[Math.floorMod(degrees - back, ANGLES)];
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** At how many angles there is an answer. */
    int count() {
        int count = 0;
        for (Answer answer : known) {
            count += answer != null ? 1 : 0;
        }
        return count;
    }

    /** At how many angles the digit's own class is named. */
    int right() {
        int count = 0;
        for (int d = 0; d < ANGLES; d++) {
            count += isRight(d) ? 1 : 0;
        }
        return count;
    }

    private boolean isRight(int degrees) {
        return known[degrees] != null && known[degrees].named() == label;
    }

    /** The probability of the digit's own class; NaN where there is no answer. */
    double probability(int degrees) {
        return known[degrees] == null ? Double.NaN : known[degrees].probabilities()[label];
    }

    /** The angles of the curve so far: those that are known, and one in every gap that is not passed over. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        int missing = 0;
        for (int d = 0; d < ANGLES; d++) {
            missing = known[d] == null ? missing + 1 : 0;
            // A gap ends the curve just before it begins again: the nearest to where the digit is now is what was
            // answered last.
            boolean gapEnds = missing > PASSED_OVER && (d == ANGLES - 1 || known[d + 1] != null);
            if (missing == 0 || gapEnds) {
                places.add(d);
            }
        }
        return places;
    }

    /** Where the digit's own class is named, as parts of the rim. */
    List<Arc> arcs() {
        List<Arc> arcs = new ArrayList<>();
        if (right() == ANGLES) {
            return List.of(new Arc(0, ANGLES));
        }
        for (int d = 0; d < ANGLES; d++) {
            if (isRight(d) && (d == 0 || !isRight(d - 1))) {
                int end = d;
                while (end + 1 < ANGLES && isRight(end + 1)) {
                    end++;
                }
                arcs.add(new Arc(d - 0.5, end - d + 1));
                d = end;
            }
        }
        return arcs;
    }
}
