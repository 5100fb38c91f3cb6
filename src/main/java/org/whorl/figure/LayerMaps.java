package org.whorl.figure;

import org.whorl.network.Trace;

/** The maps that a layer goes through, in the order in which they come. */
public enum LayerMaps {
    /** v, where the layer starts from. */
    MOMENTUM("momentum v"),
    /** a = Wᵀ r. */
    CORRELATION("correlation Wᵀr"),
    /** v + α Wᵀ r. */
    PRE_THRESHOLD("pre-threshold v + α·Wᵀr"),
    /** u = S(pre-threshold). */
    CODE("sparse code"),
    /** u + β (u − the code before), which the norm makes the next layer's v of; the last layer's is its code. */
    EXTRAPOLATED("u + β·(u−u₋₁)");

    private final String label;

    LayerMaps(String label) {
        this.label = label;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** One layer's maps, a picture a filter. */
    public Tiles of(Trace trace, int layer) {
        Trace.Layer held = trace.layers().get(layer);
        float[] values =
                switch (this) {
                    case MOMENTUM -> held.momentum();
                    case CORRELATION -> held.correlation();
                    case PRE_THRESHOLD -> held.preThreshold();
                    case CODE -> held.code();
                    case EXTRAPOLATED -> trace.extrapolated(layer);
                };
        var g = trace.geometry();
        return new Tiles(values, g.filters(), 1, g.codeHeight(), g.codeWidth());
    }

    /** Whether there are values below zero, which need a diverging scale. */
    public static boolean signed(Tiles tiles) {
        for (int i = 0; i < tiles.count() * tiles.tileSize(); i++) {
            if (tiles.values()[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
