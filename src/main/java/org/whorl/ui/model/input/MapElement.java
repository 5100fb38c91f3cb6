package org.whorl.ui.model.input;

import java.util.Optional;

import org.whorl.kernel.Geometry;
import org.whorl.ui.control.Place;

/**
 * One element of a layer's maps.
 *
 * @param layer from 0
 * @param place the map, and where in it
 */
public record MapElement(int layer, Place place) {
    /**
     * The element of a layer's code with the greatest magnitude.
     *
     * @param base the base filter among whose copies' maps it is looked for; empty for all maps
     */
    public static MapElement greatest(Codes codes, int layer, Optional<Integer> base) {
        Geometry g = codes.trace().geometry();
        int bases = codes.shown().spec().baseFilters();
        float[] code = codes.trace().layers().get(layer).code();
        int best = base.orElse(0) % bases * g.mapSize();
        for (int i = 0; i < code.length; i++) {
            boolean looked = base.isEmpty() || i / g.mapSize() % bases == base.get();
            if (looked && Math.abs(code[i]) > Math.abs(code[best])) {
                best = i;
            }
        }
        int within = best % g.mapSize();
        return new MapElement(layer, new Place(best / g.mapSize(), within / g.codeWidth(), within % g.codeWidth()));
    }
}
