package org.whorl.figure;

import java.util.Arrays;

/** Over what the colour scale is stretched. */
public enum Scaling {
    /** One scale for all pictures, so that they can be compared. */
    BANK,
    /** Each picture to its own greatest value, so that weak ones can be seen. */
    FILTER;

    /**
     * The value at the end of each picture's colour scale.
     *
     * @return one limit a picture, &gt; 0: 1 where all values are zero
     */
    public double[] limits(Tiles tiles) {
        double[] limits = new double[tiles.count()];
        Arrays.fill(limits, this == BANK ? tiles.peak() : 0);
        for (int t = 0; t < limits.length; t++) {
            double limit = this == BANK ? limits[t] : tiles.peak(t);
            limits[t] = limit > 0 && Double.isFinite(limit) ? limit : 1;
        }
        return limits;
    }
}
