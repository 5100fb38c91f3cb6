package org.whorl.ui.dial;

import org.whorl.ui.lab.FilterSelection;
import org.whorl.ui.lab.Shown;

/**
 * One base filter as a square picture.
 *
 * @param size its side in pixels
 * @param values size², row by row; the mean over channels where there are several
 * @param limit the greatest magnitude, &gt; 0: the end of the colour scale
 */
public record BaseFilter(int size, float[] values, double limit) {
    /** The filter that is selected in the network that is shown. */
    public static BaseFilter of(Shown shown, FilterSelection selection) {
        var geometry = shown.spec().geometry();
        int size = geometry.kernelHeight();
        int area = size * size;
        int channels = geometry.channels();
        var entry = shown.parameters().layout().filters(selection.layer());
        float[] all = shown.parameters().values();
        float[] mean = new float[area];
        double limit = 1e-12;
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < channels; c++) {
                mean[i] += all[entry.offset() + (selection.base() * channels + c) * area + i] / channels;
            }
            limit = Math.max(limit, Math.abs(mean[i]));
        }
        return new BaseFilter(size, mean, limit);
    }
}
