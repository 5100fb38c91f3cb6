package org.whorl.figure;

import java.util.Locale;

/**
 * What a filter looks for, found from its Fourier spectrum and its symmetry, so that it can be said in words.
 *
 * @param form the kind of pattern
 * @param orientation of lines and edges in degrees counter-clockwise from the horizontal, [0, 180); NaN where there is none
 * @param wavelength pixels from one bright stripe to the next at the spectrum's peak; infinite for a blob
 * @param coherence how much the spectrum prefers one direction, 0 (none) to 1
 * @param brightTowards an edge's bright side in degrees counter-clockwise from the right, [0, 360); NaN where it has none
 * @param bright whether the centre of a blob or line is positive
 */
public record FilterCharacter(
        Form form, double orientation, double wavelength, double coherence, double brightTowards, boolean bright) {
    /** Kinds of pattern. */
    public enum Form {
        EMPTY,
        EDGE,
        LINE,
        STRIPES,
        BLOB,
        CENTRE_SURROUND,
        MIXED
    }

    private static final double ORIENTED = 0.35;
    private static final double RADIAL = 0.5;
    private static final double WINDOW = 0.3;
    private static final long NEARLY = 5;
    private static final double STRIPES_FROM_CYCLES = 1.25;

    /** Looks at one picture; of several channels, at their mean. */
    public static FilterCharacter of(Tiles tiles, int tile) {
        int height = tiles.height();
        int width = tiles.width();
        double[] w = new double[height * width];
        for (int i = 0; i < w.length; i++) {
            w[i] = tiles.mean(tile, i / width, i % width);
        }
        double energy = 0;
        double centreX = 0;
        double centreY = 0;
        for (int i = 0; i < w.length; i++) {
            energy += w[i] * w[i];
            centreX += w[i] * w[i] * (i % width);
            centreY += w[i] * w[i] * (i / width);
        }
        if (!(energy > 0)) {
            return new FilterCharacter(Form.EMPTY, Double.NaN, Double.NaN, 0, Double.NaN, false);
        }
        Spectrum spectrum = Spectrum.of(windowed(w, height, width), height, width);
        Radial radial = Radial.of(w, height, width, centreX / energy, centreY / energy, energy);
        if (radial.share > RADIAL && spectrum.coherence < ORIENTED) {
            Form form = radial.changesSign ? Form.CENTRE_SURROUND : Form.BLOB;
            return new FilterCharacter(
                    form, Double.NaN, Double.POSITIVE_INFINITY, spectrum.coherence, Double.NaN, radial.bright);
        }
        if (spectrum.coherence < ORIENTED && spectrum.concentration < ORIENTED) {
            return new FilterCharacter(
                    Form.MIXED, Double.NaN, spectrum.wavelength(), spectrum.coherence, Double.NaN, false);
        }
        return oriented(w, height, width, spectrum, energy);
    }

    /** Fades the rim, whose sharp end would otherwise look like power across it. */
    private static double[] windowed(double[] w, int height, int width) {
        double[] faded = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double x = (i % width - (width - 1) / 2.0) / (WINDOW * width);
            double y = (i / width - (height - 1) / 2.0) / (WINDOW * height);
            faded[i] = w[i] * Math.exp(-(x * x + y * y) / 2);
        }
        return faded;
    }

    private static FilterCharacter oriented(double[] w, int height, int width, Spectrum spectrum, double energy) {
        double orientation = floorMod(Math.toDegrees(spectrum.direction) + 90, 180);
        double odd = 0;
        double slopeX = 0;
        double slopeY = 0;
        double middle = 0;
        for (int i = 0; i < w.length; i++) {
            double antisymmetric = (w[i] - w[w.length - 1 - i]) / 2;
            odd += antisymmetric * antisymmetric;
            double x = i % width - (width - 1) / 2.0;
            double y = (height - 1) / 2.0 - i / width;
            slopeX += w[i] * x;
            slopeY += w[i] * y;
            double across = x * Math.cos(spectrum.direction) + y * Math.sin(spectrum.direction);
            middle += w[i] * Math.exp(-across * across);
        }
        Form form = Math.max(height, width) * spectrum.peak >= STRIPES_FROM_CYCLES
                ? Form.STRIPES
                : odd > energy / 2 ? Form.EDGE : Form.LINE;
        double across = slopeX * Math.cos(spectrum.direction) + slopeY * Math.sin(spectrum.direction);
        double towards = form == Form.EDGE
                ? floorMod(Math.toDegrees(spectrum.direction) + (across < 0 ? 180 : 0), 360)
                : Double.NaN;
        return new FilterCharacter(form, orientation, spectrum.wavelength(), spectrum.coherence, towards, middle > 0);
    }

    private static double floorMod(double value, double modulus) {
        double rest = value - modulus * Math.floor(value / modulus);
        // A hair below the modulus is an angle of zero, said with a rounding error.
        return modulus - rest < 1e-6 ? 0 : rest;
    }

    /** A sentence for people. */
    public String words() {
        return switch (form) {
            case EMPTY -> "All values are zero.";
            case EDGE -> "An edge, bright on the " + side(brightTowards) + ", running at " + degrees(orientation) + ".";
            case LINE -> "A " + (bright ? "bright" : "dark") + " line at " + degrees(orientation) + ".";
            case STRIPES ->
                "Stripes at " + degrees(orientation) + ", one every " + String.format(Locale.ROOT, "%.1f", wavelength)
                        + " pixels.";
            case BLOB -> "A " + (bright ? "bright" : "dark") + " spot without direction.";
            case CENTRE_SURROUND ->
                bright ? "A bright centre with a dark surround." : "A dark centre with a bright surround.";
            case MIXED ->
                "No single form: its energy is spread over many directions (coherence "
                        + String.format(Locale.ROOT, "%.2f", coherence) + ").";
        };
    }

    private static String degrees(double angle) {
        long rounded = Math.round(angle) % 180;
        long fromHorizontal = Math.min(rounded, 180 - rounded);
        long fromVertical = Math.abs(rounded - 90);
        String name = fromHorizontal <= NEARLY ? "horizontal" : fromVertical <= NEARLY ? "vertical" : "";
        boolean exactly = Math.min(fromHorizontal, fromVertical) == 0;
        return rounded + "°" + (name.isEmpty() ? "" : exactly ? " (" + name + ")" : " (nearly " + name + ")");
    }

    private static String side(double angle) {
        String[] sides = {"right", "upper right", "top", "upper left", "left", "lower left", "bottom", "lower right"};
        return sides[(int) Math.floorMod(Math.round(angle / 45), 8L)];
    }

    /** How well the picture is told by the distance from a point alone. */
    private record Radial(double share, boolean changesSign, boolean bright) {
        static Radial of(double[] w, int height, int width, double centreX, double centreY, double energy) {
            int bins = Math.max(height, width);
            double[] sum = new double[bins + 1];
            int[] count = new int[bins + 1];
            for (int i = 0; i < w.length; i++) {
                double distance = Math.hypot(i % width - centreX, i / width - centreY);
                int bin = Math.min(bins, (int) Math.round(distance));
                sum[bin] += w[i];
                count[bin]++;
            }
            double explained = 0;
            double positive = 0;
            double negative = 0;
            double centre = 0;
            for (int bin = 0; bin <= bins; bin++) {
                if (count[bin] > 0) {
                    double part = sum[bin] * sum[bin] / count[bin];
                    explained += part;
                    positive += sum[bin] > 0 ? part : 0;
                    negative += sum[bin] < 0 ? part : 0;
                    centre += bin <= 1 ? sum[bin] : 0;
                }
            }
            boolean changes = Math.min(positive, negative) > 0.1 * explained;
            return new Radial(explained / energy, changes, centre > 0);
        }
    }

    /**
     * The power spectrum in numbers.
     *
     * @param direction across the stripes, in radians counter-clockwise from the right
     * @param coherence 0 for no direction, 1 for a single one
     * @param peak the strongest frequency in cycles a pixel
     * @param concentration share of the power near that frequency
     */
    private record Spectrum(double direction, double coherence, double peak, double concentration) {
        private static final int GRID = 32;

        double wavelength() {
            return 1 / peak;
        }

        static Spectrum of(double[] w, int height, int width) {
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
            double split = Math.hypot(xx - yy, 2 * xy);
            double bestX = frequency(best % grid, grid);
            double bestY = frequency(best / grid, grid);
            double near = 0;
            double reach = 0.75 / Math.max(height, width);
            for (int i = 0; i < power.length; i++) {
                double fx = frequency(i % grid, grid);
                double fy = frequency(i / grid, grid);
                if (Math.min(Math.hypot(fx - bestX, fy - bestY), Math.hypot(fx + bestX, fy + bestY)) < reach) {
                    near += power[i];
                }
            }
            return new Spectrum(
                    Math.atan2(2 * xy, xx - yy) / 2,
                    trace > 0 ? split / trace : 0,
                    Math.hypot(bestX, bestY),
                    total > 0 ? near / total : 0);
        }

        private static double frequency(int index, int grid) {
            return (double) (index <= grid / 2 ? index : index - grid) / grid;
        }

        /** |DFT|² of the picture in a field of zeros: along the rows, then along the columns. */
        private static double[] power(double[] w, int height, int width, int grid) {
            double[] cos = new double[grid];
            double[] sin = new double[grid];
            for (int i = 0; i < grid; i++) {
                cos[i] = Math.cos(2 * Math.PI * i / grid);
                sin[i] = Math.sin(2 * Math.PI * i / grid);
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
}
