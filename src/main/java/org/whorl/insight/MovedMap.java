package org.whorl.insight;

import java.util.Optional;

import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.network.NetworkSpec;

/**
 * Where the most active map of an orbit has gone when an image turns.
 *
 * @param from the copy whose map has the largest sum of magnitudes in the upright image, 0 to N − 1
 * @param to the copy whose map of the turned image is most like that one turned: with the largest product, both less their means
 */
public record MovedMap(int from, int to) {
    /**
     * Of one base filter; empty where it finds nothing before or after.
     *
     * @param spec whose maps have to be square
     * @param upright the code of the image, [K, height, width], rotation-major
     * @param turned the code of the turned image
     * @param base filter, from 0
     * @param degrees by which it was turned, counter-clockwise
     */
    public static Optional<MovedMap> of(NetworkSpec spec, float[] upright, float[] turned, int base, double degrees) {
        int size = spec.geometry().mapSize();
        int from = -1;
        double most = 0;
        for (int copy = 0; copy < spec.group().order(); copy++) {
            int at = (copy * spec.baseFilters() + base) * size;
            double active = 0;
            for (int i = at; i < at + size; i++) {
                active += Math.abs(upright[i]);
            }
            if (active > most) {
                most = active;
                from = copy;
            }
        }
        if (from < 0) {
            return Optional.empty();
        }
        float[] expected = new float[size];
        Rotation.of(spec.geometry().codeHeight(), degrees, Interpolation.BILINEAR)
                .apply(upright, (from * spec.baseFilters() + base) * size, expected, 0);
        double mean = 0;
        for (float value : expected) {
            mean += value / size;
        }
        int to = -1;
        double best = 0;
        for (int copy = 0; copy < spec.group().order(); copy++) {
            int at = (copy * spec.baseFilters() + base) * size;
            double alike = 0;
            for (int i = 0; i < size; i++) {
                alike += (expected[i] - mean) * turned[at + i];
            }
            if (alike > best) {
                best = alike;
                to = copy;
            }
        }
        return to < 0 ? Optional.empty() : Optional.of(new MovedMap(from, to));
    }
}
