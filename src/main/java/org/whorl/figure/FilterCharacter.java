package org.whorl.figure;

import java.util.Arrays;
import java.util.Locale;

import org.whorl.insight.Spectrum;

/**
 * What a filter looks for, found from its Fourier spectrum and its symmetry, so that it can be said in words.
 *
 * @param form the kind of pattern
 * @param orientation of lines and edges in degrees counter-clockwise from the horizontal, [0, 180); NaN where there is none
 * @param wavelength pixels from one positive stripe to the next at the spectrum's peak; infinite for a blob
 * @param coherence how much the spectrum prefers one direction, 0 (none) to 1
 * @param towards an edge's positive side, or where a spot lies that is off the middle, in degrees counter-clockwise from the right, [0,
 *     360); NaN where there is none
 * @param positive whether the centre of a blob or line is above zero
 */
public record FilterCharacter(
        Form form, double orientation, double wavelength, double coherence, double towards, boolean positive) {
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
    /** A spot whose centre is nearer to the middle than the side by this lies in it. */
    private static final double MIDDLE = 6;

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
        for (double value : w) {
            energy += value * value;
        }
        if (!(energy > 0)) {
            return new FilterCharacter(Form.EMPTY, Double.NaN, Double.NaN, 0, Double.NaN, false);
        }
        Spectrum spectrum = Spectrum.of(w, height, width);
        Radial radial = Radial.best(w, support(w, height, width), width, energy);
        if (radial.share > RADIAL && spectrum.coherence() < ORIENTED) {
            Form form = radial.changesSign ? Form.CENTRE_SURROUND : Form.BLOB;
            return new FilterCharacter(
                    form,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    spectrum.coherence(),
                    radial.towards(height, width),
                    radial.positive);
        }
        if (spectrum.coherence() < ORIENTED && spectrum.concentration() < ORIENTED) {
            return new FilterCharacter(
                    Form.MIXED, Double.NaN, spectrum.wavelength(), spectrum.coherence(), Double.NaN, false);
        }
        return oriented(w, height, width, spectrum, energy);
    }

    /** Where the filter may have values: in the inscribed disc, where it has none outside, or everywhere. */
    private static boolean[] support(double[] w, int height, int width) {
        boolean[] disc = new boolean[w.length];
        boolean emptyOutside = true;
        double radius = Math.max(height, width) / 2.0;
        for (int i = 0; i < w.length; i++) {
            double x = i % width - (width - 1) / 2.0;
            double y = i / width - (height - 1) / 2.0;
            disc[i] = x * x + y * y <= radius * radius;
            emptyOutside &= disc[i] || w[i] == 0;
        }
        if (!emptyOutside) {
            Arrays.fill(disc, true);
        }
        return disc;
    }

    private static FilterCharacter oriented(double[] w, int height, int width, Spectrum spectrum, double energy) {
        double orientation = floorMod(Math.toDegrees(spectrum.direction()) + 90, 180);
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
            double across = x * Math.cos(spectrum.direction()) + y * Math.sin(spectrum.direction());
            middle += w[i] * Math.exp(-across * across);
        }
        Form form = Math.max(height, width) * spectrum.peak() >= STRIPES_FROM_CYCLES
                ? Form.STRIPES
                : odd > energy / 2 ? Form.EDGE : Form.LINE;
        double across = slopeX * Math.cos(spectrum.direction()) + slopeY * Math.sin(spectrum.direction());
        double towards = form == Form.EDGE
                ? floorMod(Math.toDegrees(spectrum.direction()) + (across < 0 ? 180 : 0), 360)
                : Double.NaN;
        return new FilterCharacter(form, orientation, spectrum.wavelength(), spectrum.coherence(), towards, middle > 0);
    }

    private static double floorMod(double value, double modulus) {
        double rest = value - modulus * Math.floor(value / modulus);
        // A hair below the modulus is an angle of zero, said with a rounding error.
        return modulus - rest < 1e-6 ? 0 : rest;
    }

    /** A sentence for people, in signs: which of them looks bright depends on the palette and on the theme. */
    public String words() {
        return switch (form) {
            case EMPTY -> "All values are zero.";
            case EDGE -> "An edge, positive on the " + side(towards) + ", running at " + degrees(orientation) + ".";
            case LINE -> "A " + sign() + " line at " + degrees(orientation) + ".";
            case STRIPES ->
                "Stripes at " + degrees(orientation) + ", one every " + String.format(Locale.ROOT, "%.1f", wavelength)
                        + " pixels.";
            case BLOB -> "A " + sign() + " spot " + where("without direction") + ".";
            case CENTRE_SURROUND ->
                !Double.isNaN(towards)
                        ? "A " + sign() + " spot " + where("") + ", " + opposite() + " elsewhere."
                        : "A " + sign() + " centre with a " + opposite() + " surround.";
            case MIXED ->
                "No single form: its energy is spread over many directions (coherence "
                        + String.format(Locale.ROOT, "%.2f", coherence) + ").";
        };
    }

    private String sign() {
        return positive ? "positive" : "negative";
    }

    private String opposite() {
        return positive ? "negative" : "positive";
    }

    private String where(String otherwise) {
        return Double.isNaN(towards) ? otherwise : "towards the " + side(towards);
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
    private record Radial(double share, boolean changesSign, boolean positive, double centreX, double centreY) {
        /** About the point from which it is told best: the middle, or the centre of all energy, of the positive or of the negative part. */
        static Radial best(double[] w, boolean[] on, int width, double energy) {
            int height = w.length / width;
            Radial best = of(w, on, width, (width - 1) / 2.0, (height - 1) / 2.0, energy);
            for (int part = -1; part <= 1; part++) {
                double sum = 0;
                double x = 0;
                double y = 0;
                for (int i = 0; i < w.length; i++) {
                    double weight = part * w[i] >= 0 ? w[i] * w[i] : 0;
                    sum += weight;
                    x += weight * (i % width);
                    y += weight * (i / width);
                }
                if (sum > 0) {
                    Radial radial = of(w, on, width, x / sum, y / sum, energy);
                    best = radial.share > best.share ? radial : best;
                }
            }
            return best;
        }

        /** Where its centre lies, counter-clockwise from the right; NaN where that is the middle. */
        double towards(int height, int width) {
            double x = centreX - (width - 1) / 2.0;
            double y = (height - 1) / 2.0 - centreY;
            boolean middle = Math.hypot(x, y) < Math.max(height, width) / MIDDLE;
            return middle ? Double.NaN : floorMod(Math.toDegrees(Math.atan2(y, x)), 360);
        }

        static Radial of(double[] w, boolean[] on, int width, double centreX, double centreY, double energy) {
            int bins = Math.max(w.length / width, width);
            double[] sum = new double[bins + 1];
            int[] count = new int[bins + 1];
            for (int i = 0; i < w.length; i++) {
                if (!on[i]) {
                    continue;
                }
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
            return new Radial(explained / energy, changes, centre > 0, centreX, centreY);
        }
    }
}
