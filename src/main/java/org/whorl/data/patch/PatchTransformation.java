package org.whorl.data.patch;

import java.math.BigDecimal;
import java.math.MathContext;

/** What takes a patch to its partner. Turning and scaling are about the patch's centre and draw in what lies around it. */
public sealed interface PatchTransformation {
    /** In words, for people. */
    String describe();

    /** Whether what comes from outside the square counts, so that only the disc inside it is the same for all: all but quarter turns. */
    default boolean onDisc() {
        return false;
    }

    /** Whether it does to a turned patch what it does to the patch, turned: then none of its directions need be preferred. */
    default boolean anyDirection() {
        return false;
    }

    /** To four digits, without a needless fraction: 60, 51.43. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Counter-clockwise rotation.
     *
     * @param degrees any finite angle
     */
    record Turn(double degrees) implements PatchTransformation {
        public Turn {
            if (!Double.isFinite(degrees) || Math.abs(degrees) > 360) {
                throw new IllegalArgumentException("angle: expected −360 to 360 degrees, found " + degrees);
            }
        }

        @Override
        public String describe() {
            return "turned by " + number(degrees) + "°";
        }

        @Override
        public boolean onDisc() {
            return degrees % 90 != 0;
        }

        @Override
        public boolean anyDirection() {
            return true;
        }
    }

    /** Left and right exchanged. */
    record Mirror() implements PatchTransformation {
        @Override
        public String describe() {
            return "mirrored";
        }
    }

    /**
     * Shifted within the square, where what leaves at one side comes in at the other.
     *
     * @param down rows
     * @param right columns
     */
    record Shift(int down, int right) implements PatchTransformation {
        @Override
        public String describe() {
            return "shifted by " + down + " down and " + right + " to the right, wrapped";
        }
    }

    /**
     * Enlarged or reduced.
     *
     * @param factor 0.5 to 2; above 1 enlarges
     */
    record Scale(double factor) implements PatchTransformation {
        public Scale {
            if (!(factor >= 0.5 && factor <= 2)) {
                throw new IllegalArgumentException("scale: expected 0.5 to 2, found " + factor);
            }
        }

        @Override
        public String describe() {
            return "scaled by " + number(factor);
        }

        @Override
        public boolean onDisc() {
            return true;
        }

        @Override
        public boolean anyDirection() {
            return true;
        }
    }
}
