package org.whorl.data.patch;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;

/**
 * A place in an image, about which squares are cut, by bicubic interpolation (Catmull–Rom). What lies beyond the image's edge is as the
 * edge is.
 *
 * @param plane of the image, grey, row by row
 * @param shape the image's
 * @param row the middle, in pixels from the first row's
 * @param column likewise
 */
record Patch(float[] plane, ImageShape shape, double row, double column) {
    /** Writes an image with its colours averaged. */
    static void grey(Dataset images, int number, float[] plane) {
        int channels = images.shape().channels();
        for (int i = 0; i < plane.length; i++) {
            float sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += images.pixels()[number * images.shape().size() + c * plane.length + i];
            }
            plane[i] = sum / channels;
        }
    }

    /**
     * A square about the place, row by row.
     *
     * @param side in pixels
     * @param degrees by which what is seen is turned, counter-clockwise
     * @param scale by which it is enlarged
     */
    double[] cut(int side, double degrees, double scale) {
        double[] square = new double[side * side];
        double cos = Math.cos(Math.toRadians(degrees)) / scale;
        double sin = Math.sin(Math.toRadians(degrees)) / scale;
        double centre = (side - 1) / 2.0;
        float[] across = new float[4];
        float[] along = new float[4];
        for (int i = 0; i < square.length; i++) {
            double right = i % side - centre;
            double down = i / side - centre;
            double fromColumn = column + cos * right - sin * down;
            double fromRow = row + sin * right + cos * down;
            int left = (int) Math.floor(fromColumn) - 1;
            int top = (int) Math.floor(fromRow) - 1;
            ImageRotation.catmullRom((float) (fromColumn - left - 1), across);
            ImageRotation.catmullRom((float) (fromRow - top - 1), along);
            for (int y = 0; y < 4; y++) {
                int at = Math.min(Math.max(top + y, 0), shape.height() - 1) * shape.width();
                for (int x = 0; x < 4; x++) {
                    square[i] += (double) along[y]
                            * across[x]
                            * plane[at + Math.min(Math.max(left + x, 0), shape.width() - 1)];
                }
            }
        }
        return square;
    }
}
