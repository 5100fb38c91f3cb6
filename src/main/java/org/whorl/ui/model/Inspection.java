package org.whorl.ui.model;

import java.util.List;
import java.util.Optional;

/**
 * What the inspector shows: the picture under the cursor or of the selection, enlarged, and its numbers.
 *
 * @param title “layer 1 · base 4 · 60°”
 * @param picture values, [channels, rows, columns]; may be empty for no picture
 * @param channels of the picture: 1, or 3 for colour
 * @param columns of the picture
 * @param signed whether to colour by sign around zero (filters, residuals) or from zero up (codes, images)
 * @param limit the value at the end of the colour scale, &gt; 0
 * @param row of the value under the cursor, or −1
 * @param column of the value under the cursor, or −1
 * @param facts names and values, in order, for a small table
 * @param words one or two sentences that say the same for a screen reader
 * @param filter the filter it is, or belongs to, so that its orbit can be shown
 */
public record Inspection(
        String title,
        float[] picture,
        int channels,
        int columns,
        boolean signed,
        double limit,
        int row,
        int column,
        List<Fact> facts,
        String words,
        Optional<FilterSelection> filter) {
    public Inspection {
        facts = List.copyOf(facts);
    }

    /** Of a picture with one channel that belongs to no filter. */
    public Inspection(
            String title,
            float[] picture,
            int columns,
            boolean signed,
            double limit,
            int row,
            int column,
            List<Fact> facts,
            String words) {
        this(title, picture, 1, columns, signed, limit, row, column, facts, words, Optional.empty());
    }
}
