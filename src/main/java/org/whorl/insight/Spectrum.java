package org.whorl.insight;

/**
 * The power spectrum of a filter in numbers: its rim faded, whose sharp end would otherwise look like power across it. The same bits on every version of Java.
 *
 * @param direction across the stripes, in radians counter-clockwise from the right
 * @param coherence 0 for no direction, 1 for a single one
 * @param peak the strongest frequency in cycles a pixel
 * @param concentration share of the power near that frequency
 */
public record Spectrum(double direction, double coherence, double peak, double concentration) {
    private static final int GRID = 32;
    /** Of the rim's fading, a Gaussian: its deviation by the filter's side. */
    private static final double WINDOW = 0.3;

    /** Pixels from one bright stripe to the next at the strongest frequency; infinite where that is 0. */
    public double wavelength() {
        return 1 / peak;
    }

    /**
     * Of a picture.
     *
     * @param picture [height, width], row-major
     */
    public static Spectrum of(double[] picture, int height, int width) {
        double[] w = windowed(picture, height, width);
        int grid = Math.max(GRID, 2 * Math.max(height, width));
        double[] power = power(w, height, width, grid);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double total = 0;
        int best = 0;
        for (int i = 0; i < power.length; i++) {
            double fx = frequency(i % grid, grid);
            double fy = -frequency(i / grid, grid);
            xx += power[i] * fx * fx;
            yy += power[i] * fy * fy;
            xy += power[i] * fx * fy;
            total += power[i];
            best = power[i] > power[best] ? i : best;
        }
        double trace = xx + yy;
        double split = StrictMath.hypot(xx - yy, 2 * xy);
        double bestX = frequency(best % grid, grid);
        double bestY = frequency(best / grid, grid);
        double near = 0;
        double reach = 0.75 / Math.max(height, width);
        for (int i = 0; i < power.length; i++) {
            double fx = frequency(i % grid, grid);
            double fy = frequency(i / grid, grid);
            if (Math.min(StrictMath.hypot(fx - bestX, fy - bestY), StrictMath.hypot(fx + bestX, fy + bestY)) < reach) {
                near += power[i];
            }
        }
        return new Spectrum(
                StrictMath.atan2(2 * xy, xx - yy) / 2,
                trace > 0 ? split / trace : 0,
                StrictMath.hypot(bestX, bestY),
                total > 0 ? near / total : 0);
    }

    private static double[] windowed(double[] w, int height, int width) {
        double[] faded = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double x = (i % width - (width - 1) / 2.0) / (WINDOW * width);
            double y = (i / width - (height - 1) / 2.0) / (WINDOW * height);
            faded[i] = w[i] * StrictMath.exp(-(x * x + y * y) / 2);
        }
        return faded;
    }

    private static double frequency(int index, int grid) {
        return (double) (index <= grid / 2 ? index : index - grid) / grid;
    }

    /** |DFT|² of the picture in a field of zeros: along the rows, then along the columns. */
    private static double[] power(double[] w, int height, int width, int grid) {
        double[] cos = new double[grid];
        double[] sin = new double[grid];
        for (int i = 0; i < grid; i++) {
            cos[i] = StrictMath.cos(2 * Math.PI * i / grid);
            sin[i] = StrictMath.sin(2 * Math.PI * i / grid);
        }
        double[] rowRe = new double[height * grid];
        double[] rowIm = new double[height * grid];
        for (int y = 0; y < height; y++) {
            for (int u = 0; u < grid; u++) {
                for (int x = 0; x < width; x++) {
                    rowRe[y * grid + u] += w[y * width + x] * cos[u * x % grid];
                    rowIm[y * grid + u] -= w[y * width + x] * sin[u * x % grid];
                }
            }
        }
        double[] power = new double[grid * grid];
        for (int v = 0; v < grid; v++) {
            for (int u = 0; u < grid; u++) {
                double re = 0;
                double im = 0;
                for (int y = 0; y < height; y++) {
                    double c = cos[v * y % grid];
                    double s = sin[v * y % grid];
                    re += rowRe[y * grid + u] * c + rowIm[y * grid + u] * s;
                    im += rowIm[y * grid + u] * c - rowRe[y * grid + u] * s;
                }
                power[v * grid + u] = re * re + im * im;
            }
        }
        return power;
    }
}
