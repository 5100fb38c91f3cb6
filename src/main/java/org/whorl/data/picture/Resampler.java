package org.whorl.data.picture;

/** Changes the size of a plane of pixels: smoothly upwards, by averages downwards. */
public final class Resampler {
    private Resampler() {}

    /**
     * Enlarges by bicubic interpolation (Catmull–Rom), the corners of the two pictures on one another, the border
     * repeated beyond the edge and the overshoot cut off at 0 and 1.
     *
     * @param in [inHeight, inWidth], values in [0, 1]
     * @return [outHeight, outWidth], values in [0, 1]
     */
    public static float[] bicubic(float[] in, int inHeight, int inWidth, int outHeight, int outWidth) {
        float[] wide = new float[inHeight * outWidth];
        for (int row = 0; row < inHeight; row++) {
            line(in, row * inWidth, 1, inWidth, wide, row * outWidth, 1, outWidth);
        }
        float[] out = new float[outHeight * outWidth];
        for (int column = 0; column < outWidth; column++) {
            line(wide, column, outWidth, inHeight, out, column, outWidth, outHeight);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(1, Math.max(0, out[i]));
        }
        return out;
    }

    /**
     * Reduces by averaging the pixels, and parts of pixels, that each new one covers.
     *
     * @param in [inHeight, inWidth], at least as high and wide as the result
     * @return [outHeight, outWidth]
     */
    static float[] average(float[] in, int inHeight, int inWidth, int outHeight, int outWidth) {
        float[] narrow = new float[inHeight * outWidth];
        for (int row = 0; row < inHeight; row++) {
            means(in, row * inWidth, 1, inWidth, narrow, row * outWidth, 1, outWidth);
        }
        float[] out = new float[outHeight * outWidth];
        for (int column = 0; column < outWidth; column++) {
            means(narrow, column, outWidth, inHeight, out, column, outWidth, outHeight);
        }
        return out;
    }

    /**
     * Brings a plane to another size, along each side by averages where it is reduced and smoothly where it is enlarged. The mean stays
     * as it is, and no value leaves the range of its neighbours: the sum up to a point is interpolated by a monotone cubic (Fritsch and
     * Carlson, 1980), and its differences are the new pixels.
     *
     * @param in [inHeight, inWidth], values in [0, 1]
     * @return [outHeight, outWidth], values in [0, 1]
     */
    static float[] keepingMean(float[] in, int inHeight, int inWidth, int outHeight, int outWidth) {
        float[] wide = in;
        if (inWidth != outWidth) {
            wide = new float[inHeight * outWidth];
            for (int row = 0; row < inHeight; row++) {
                along(in, row * inWidth, 1, inWidth, wide, row * outWidth, 1, outWidth);
            }
        }
        if (inHeight == outHeight) {
            return wide;
        }
        float[] out = new float[outHeight * outWidth];
        for (int column = 0; column < outWidth; column++) {
            along(wide, column, outWidth, inHeight, out, column, outWidth, outHeight);
        }
        return out;
    }

    private static void along(
            float[] in, int inStart, int inStep, int inLength, float[] out, int outStart, int outStep, int outLength) {
        if (inLength >= outLength) {
            means(in, inStart, inStep, inLength, out, outStart, outStep, outLength);
            return;
        }
        double[] sums = new double[inLength + 1];
        double[] slopes = new double[inLength + 1];
        for (int k = 0; k <= inLength; k++) {
            double before = in[inStart + Math.max(0, k - 1) * inStep];
            double after = in[inStart + Math.min(inLength - 1, k) * inStep];
            sums[k] = k == 0 ? 0 : sums[k - 1] + before;
            slopes[k] = (before + after) / 2;
        }
        double scale = (double) inLength / outLength;
        double last = 0;
        for (int i = 0; i < outLength; i++) {
            double next = sum(sums, slopes, (i + 1) * scale);
            out[outStart + i * outStep] = (float) Math.max(0, Math.min(1, (next - last) / scale));
            last = next;
        }
    }

    /** The cubic of Hermite through the sums. */
    private static double sum(double[] sums, double[] slopes, double at) {
        int k = Math.min(sums.length - 2, (int) at);
        double t = at - k;
        double left = 1 - t;
        // Three times the rise is as steep as a monotone cubic may begin and end; the same for what is left to 1.
        double rise = sums[k + 1] - sums[k];
        double first = Math.max(3 * rise - 2, Math.min(3 * rise, slopes[k]));
        double last = Math.max(3 * rise - 2, Math.min(3 * rise, slopes[k + 1]));
        return sums[k] * left * left * (1 + 2 * t)
                + first * t * left * left
                + sums[k + 1] * t * t * (3 - 2 * t)
                - last * t * t * left;
    }

    /** Averages of rows that come one after the other, as many as are wanted or fewer. */
    static final class Rows {
        private final int inHeight;
        private final int width;
        private final int outHeight;
        private final double[] totals;
        private int row;

        Rows(int inHeight, int width, int outHeight) {
            this.inHeight = inHeight;
            this.width = width;
            this.outHeight = outHeight;
            this.totals = new double[outHeight * width];
        }

        /** Takes the next row. */
        void add(float[] values) {
            double covered = (double) inHeight / outHeight;
            for (int i = (int) (row / covered); i < outHeight && i * covered < row + 1; i++) {
                double share = Math.min((i + 1) * covered, row + 1) - Math.max(i * covered, row);
                if (share > 0) {
                    for (int x = 0; x < width; x++) {
                        totals[i * width + x] += share / covered * values[x];
                    }
                }
            }
            row++;
        }

        /** [outHeight, width], once every row was taken. */
        float[] averages() {
            float[] out = new float[totals.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) Math.min(1, totals[i]);
            }
            return out;
        }
    }

    private static void means(
            float[] in, int inStart, int inStep, int inLength, float[] out, int outStart, int outStep, int outLength) {
        double covered = (double) inLength / outLength;
        for (int i = 0; i < outLength; i++) {
            double from = i * covered;
            double to = (i + 1) * covered;
            double sum = 0;
            for (int k = (int) from; k < Math.min(inLength, Math.ceil(to)); k++) {
                sum += (Math.min(to, k + 1) - Math.max(from, k)) * in[inStart + k * inStep];
            }
            out[outStart + i * outStep] = (float) Math.min(1, sum / covered);
        }
    }

    private static void line(
            float[] in, int inStart, int inStep, int inLength, float[] out, int outStart, int outStep, int outLength) {
        for (int i = 0; i < outLength; i++) {
            double at = (i + 0.5) * inLength / outLength - 0.5;
            int base = (int) Math.floor(at);
            double sum = 0;
            for (int k = base - 1; k <= base + 2; k++) {
                int clamped = Math.min(inLength - 1, Math.max(0, k));
                sum += cubic(at - k) * in[inStart + clamped * inStep];
            }
            out[outStart + i * outStep] = (float) sum;
        }
    }

    /** Keys' cubic kernel with a = −1/2; its values at distances that differ by whole numbers add up to one. */
    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
