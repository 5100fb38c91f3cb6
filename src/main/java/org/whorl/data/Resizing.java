package org.whorl.data;

/** Changes the size of a plane of pixels: smoothly upwards, by averages downwards. */
final class Resizing {
    private Resizing() {}

    /**
     * Enlarges by bicubic interpolation (Catmull–Rom), the corners of the two pictures on one another, the border
     * repeated beyond the edge and the overshoot cut off at 0 and 1.
     *
     * @param in [inHeight, inWidth], values in [0, 1]
     * @return [outHeight, outWidth], values in [0, 1]
     */
    static float[] bicubic(float[] in, int inHeight, int inWidth, int outHeight, int outWidth) {
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

    /** Reduces a line by averaging the pixels, and parts of pixels, that each new one covers; the result is not longer than the line. */
    static void means(float[] in, float[] out) {
        double covered = (double) in.length / out.length;
        for (int i = 0; i < out.length; i++) {
            double from = i * covered;
            double to = (i + 1) * covered;
            double sum = 0;
            for (int k = (int) from; k < Math.min(in.length, Math.ceil(to)); k++) {
                sum += (Math.min(to, k + 1) - Math.max(from, k)) * in[k];
            }
            out[i] = (float) Math.min(1, sum / covered);
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
