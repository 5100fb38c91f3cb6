package org.whorl.data;

import java.util.Arrays;
import java.util.List;

/**
 * Labelled images. Treat the arrays as read-only: they are shared, since copies of whole sets would not fit.
 *
 * @param shape the shape of every image
 * @param pixels values in [0, 1], [images, channels, height, width], C order
 * @param labels one class index an image, 0 ≤ label &lt; classNames.size()
 * @param classNames a name for every class
 */
public record Dataset(ImageShape shape, float[] pixels, int[] labels, List<String> classNames) {
    public Dataset {
        classNames = List.copyOf(classNames);
        if ((long) labels.length * shape.size() != pixels.length) {
            throw new IllegalArgumentException("data set: expected " + labels.length + " images of " + shape
                    + ", found " + pixels.length + " values");
        }
        for (int label : labels) {
            if (label < 0 || label >= classNames.size()) {
                throw new IllegalArgumentException(
                        "data set: expected labels from 0 to " + (classNames.size() - 1) + ", found " + label);
            }
        }
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The first {@code limit} images, or this set where it has no more than that. */
    public Dataset first(int limit) {
        if (limit >= size()) {
            return this;
        }
        return new Dataset(
                shape, Arrays.copyOf(pixels, limit * shape.size()), Arrays.copyOf(labels, limit), classNames);
    }
}
