package org.whorl.ui.control.dial;

import java.util.Arrays;

import org.whorl.group.Interpolation;
import org.whorl.group.Rotation;
import org.whorl.group.Support;
import org.whorl.kernel.Geometry;
import org.whorl.network.Parameters;

/**
 * One base filter as a square picture.
 *
 * @param size its side in pixels
 * @param channels 3 for a filter of colours, else 1
 * @param values [channels, size, size]; the mean over channels where there are others than 1 or 3
 * @param limit the greatest magnitude, &gt; 0: the end of the colour scale
 * @param support where it has values
 */
public record BaseFilter(int size, int channels, float[] values, double limit, Support support) {
    /** A base filter of a network, by its layer and its number, both from 0. */
    public static BaseFilter of(Parameters parameters, int layer, int base) {
        Geometry geometry = parameters.spec().geometry();
        int size = geometry.kernelHeight();
        int area = size * size;
        int length = geometry.channels() * area;
        int from = parameters.layout().filters(layer).offset() + base * length;
        float[] all = Arrays.copyOfRange(parameters.values(), from, from + length);
        float[] shown = geometry.channels() == 3 ? all : mean(all, area);
        double limit = 1e-12;
        for (float value : shown) {
            limit = Math.max(limit, Math.abs(value));
        }
        return new BaseFilter(
                size, shown.length / area, shown, limit, parameters.spec().support());
    }

    private static float[] mean(float[] values, int area) {
        float[] mean = new float[area];
        for (int i = 0; i < values.length; i++) {
            mean[i % area] += values[i] * area / values.length;
        }
        return mean;
    }

    /** The same values, mirrored first or not, turned counter-clockwise. */
    float[] turned(double degrees, boolean mirrored, Interpolation interpolation) {
        float[] turned = new float[values.length];
        Rotation rotation = mirrored
                ? Rotation.ofMirrored(size, degrees, interpolation)
                : Rotation.of(size, degrees, interpolation);
        for (int c = 0; c < channels; c++) {
            rotation.apply(values, c * size * size, turned, c * size * size);
        }
        return turned;
    }
}
