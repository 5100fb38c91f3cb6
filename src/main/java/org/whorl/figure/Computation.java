package org.whorl.figure;

/**
 * How one value of a map comes about: the patch of an image under a filter, times the filter, added to where the layer starts from, cut by
 * a threshold.
 *
 * @param image the residual that the filter looks at, one picture
 * @param top the patch's first row in the image; may lie outside
 * @param left its first column
 * @param patch its values, zeros outside the image
 * @param filter as large as the patch
 * @param start v, where the layer starts from
 * @param gain α·⟨patch, filter⟩, what is added
 * @param threshold α·λ
 * @param result u, what is left
 * @param twoSided whether what is below −α·λ is left as well
 * @param map the code of this filter, one picture
 * @param row of the value in the map
 * @param column the same
 */
public record Computation(
        Tiles image,
        int top,
        int left,
        Tiles patch,
        Tiles filter,
        double start,
        double gain,
        double threshold,
        double result,
        boolean twoSided,
        Tiles map,
        int row,
        int column) {
    public Computation {
        if (patch.tileSize() != filter.tileSize() || patch.width() != filter.width()) {
            throw new IllegalArgumentException("patch: expected as large as the filter, " + filter.height() + "x"
                    + filter.width() + ", found " + patch.height() + "x" + patch.width());
        }
    }

    /** What happens, one after the other. */
    public enum Phase {
        /** The patch leaves the image. */
        LIFT(0.9),
        /** It is laid onto the filter. */
        LAY(0.9),
        /** Products add up, value by value. */
        MULTIPLY(3),
        /** The sum, times α, is added to v. */
        ADD(1.4),
        /** The threshold cuts. */
        CUT(1.4),
        /** What is left drops into its map. */
        DROP(1.2);

        private final double seconds;

        Phase(double seconds) {
            this.seconds = seconds;
        }

        /** How long it takes at the normal speed. */
        public double seconds() {
            return seconds;
        }
    }

    /** Values that are multiplied: a place of the filter each, all channels together. */
    public int places() {
        return patch.height() * patch.width();
    }

    /** The product at a place of the filter, over all channels. */
    public double product(int place) {
        double sum = 0;
        for (int c = 0; c < patch.channels(); c++) {
            int at = c * places() + place;
            sum += (double) patch.values()[at] * filter.values()[at];
        }
        return sum;
    }

    /** The sum of the first products, row by row. */
    public double sum(int count) {
        double sum = 0;
        for (int place = 0; place < count; place++) {
            sum += product(place);
        }
        return sum;
    }

    /** v + α·⟨patch, filter⟩. */
    public double beforeThreshold() {
        return start + gain;
    }
}
