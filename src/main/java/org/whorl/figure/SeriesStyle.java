package org.whorl.figure;

import java.awt.BasicStroke;
import java.awt.Color;

/** How a curve is told from the others: by its colour and, for who sees none, by its dashes. */
public enum SeriesStyle {
    FIRST(0x2f6fb2, 0x6aa9ee),
    SECOND(0xd97a1f, 0xf0a04b, 5, 3),
    THIRD(0x1f7a6d, 0x52c2ae, 1.2f, 2.4f),
    FOURTH(0x1c2430, 0xe6eaf0, 7, 2.4f, 1.2f, 2.4f),
    FIFTH(0x8a4f9e, 0xc99ada, 9, 3),
    SIXTH(0x7a6a00, 0xd8c64e, 3, 1.5f);

    private static final float WIDTH = 1.5f;

    private final Color light;
    private final Color dark;
    private final float[] dashes;

    SeriesStyle(int light, int dark, float... dashes) {
        this.light = new Color(light);
        this.dark = new Color(dark);
        this.dashes = dashes;
    }

    /** The style of a curve by its number, from 0; they come again after the last. */
    public static SeriesStyle of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    public Color color(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }

    /** Lengths in points of what is drawn and what is not, in turn; empty for a full line. */
    public float[] dashes() {
        return dashes.clone();
    }

    /** The line, in points. */
    BasicStroke stroke() {
        return dashes.length == 0
                ? new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
