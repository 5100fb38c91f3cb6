package org.whorl.insight;

import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.network.NetworkSpec;

/** By how many places what is active moves along the orbits when an image turns. */
public final class OrbitShift {
    private OrbitShift() {}

    /**
     * The shift, 0 to N − 1, by which the turned maps of the upright image are most like the maps of the turned one: with the largest
     * sum of products, each map less its mean.
     *
     * @param spec whose maps have to be square
     * @param upright the code of the image, [K, height, width], rotation-major
     * @param turned the code of the turned image
     * @param degrees by which it was turned, counter-clockwise
     */
    public static int of(NetworkSpec spec, float[] upright, float[] turned, double degrees) {
        int size = spec.geometry().mapSize();
        Rotation rotation = Rotation.of(spec.geometry().codeHeight(), degrees, Interpolation.BILINEAR);
        float[] before = new float[upright.length];
        for (int at = 0; at < upright.length; at += size) {
            rotation.apply(upright, at, before, at);
        }
        float[] centred = lessMeans(before, size);
        float[] after = lessMeans(turned, size);
        int orbit = spec.baseFilters() * size;
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int shift = 0; shift < spec.group().order(); shift++) {
            double alike = 0;
            for (int i = 0; i < centred.length; i++) {
                alike += (double) centred[i] * after[(i + shift * orbit) % after.length];
            }
            if (alike > most) {
                most = alike;
                best = shift;
            }
        }
        return best;
    }

    private static float[] lessMeans(float[] maps, int size) {
        float[] out = maps.clone();
        for (int at = 0; at < out.length; at += size) {
            double mean = 0;
            for (int i = at; i < at + size; i++) {
                mean += out[i] / size;
            }
            for (int i = at; i < at + size; i++) {
                out[i] -= (float) mean;
            }
        }
        return out;
    }
}
