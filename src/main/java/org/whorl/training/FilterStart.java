package org.whorl.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.whorl.data.ImageShape;
import org.whorl.group.Support;
import org.whorl.network.ParameterLayout;
import org.whorl.network.Parameters;

/**
 * Makes the filters that training starts from. Where images have no energy, no gradient changes a filter, and its unit norm keeps what is
 * there: noise stays noise. Pieces of the images have the images' own spectrum, whichever that is.
 */
final class FilterStart {
    private static final long STREAM = 0x7374617274L;
    private static final int BLURS = 3;
    private static final int TRIES = 50;
    /** Mean square of a piece that shows something; of a whole standardised set it is 1. */
    private static final double CONTRAST = 0.1;

    private final PreparedData data;
    private final ImageShape shape;
    private final Support support;
    private final SplittableRandom random;
    private final float[] image;

    private FilterStart(PreparedData data, Support support, long seed) {
        this.data = data;
        this.support = support;
        shape = data.preparation().shape();
        random = new SplittableRandom(seed ^ STREAM);
        image = new float[shape.size()];
    }

    /**
     * Changes initial filters, which are noise, into those of another start, and scales them to unit norm.
     *
     * @param parameters initial ones
     * @param seed of the run
     */
    static void apply(Start start, Parameters parameters, long seed, PreparedData data) {
        if (start == Start.NOISE) {
            return;
        }
        Support support = parameters.spec().support();
        FilterStart pieces = new FilterStart(data, support, seed);
        for (ParameterLayout.Entry entry : parameters.layout().entries()) {
            // Deeper layers see what the first has left over: there pieces of images cost accuracy on photographs.
            boolean changes = start == Start.SMOOTH || entry.layer() == 0;
            if (entry.kind() == ParameterLayout.Kind.FILTERS && changes) {
                int height = entry.shape().get(2);
                int width = entry.shape().get(3);
                if (start == Start.SMOOTH) {
                    for (int at = entry.offset(); at < entry.end(); at += height * width) {
                        blur(parameters.values(), at, height, width);
                    }
                } else {
                    int size = entry.shape().get(1) * height * width;
                    for (int at = entry.offset(); at < entry.end(); at += size) {
                        pieces.cut(parameters.values(), at, height, width);
                    }
                }
            }
        }
        parameters.restrictFilters();
        parameters.normalizeFilters();
    }

    /** By the 3×3 binomial kernel, three times; outside is nothing. */
    private static void blur(float[] values, int at, int height, int width) {
        double[] now = new double[height * width];
        for (int i = 0; i < now.length; i++) {
            now[i] = values[at + i];
        }
        for (int pass = 0; pass < BLURS; pass++) {
            double[] next = new double[now.length];
            for (int i = 0; i < now.length; i++) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int y = i / width + dy;
                        int x = i % width + dx;
                        if (y >= 0 && y < height && x >= 0 && x < width) {
                            next[i] += (2 - Math.abs(dy)) * (2 - Math.abs(dx)) * now[y * width + x] / 16;
                        }
                    }
                }
            }
            now = next;
        }
        for (int i = 0; i < now.length; i++) {
            values[at + i] = (float) now[i];
        }
    }

    /** Puts a piece with contrast in place of a filter, or the one with the most of those that were tried; noise stays where all are empty. */
    private void cut(float[] values, int at, int height, int width) {
        double[] piece = new double[shape.channels() * height * width];
        double[] best = piece.clone();
        double most = 0;
        for (int tries = 0; tries < TRIES && most < CONTRAST * piece.length; tries++) {
            double energy = draw(piece, height, width);
            if (energy > most) {
                most = energy;
                System.arraycopy(piece, 0, best, 0, piece.length);
            }
        }
        if (most > 0) {
            int sign = random.nextBoolean() ? 1 : -1;
            for (int i = 0; i < best.length; i++) {
                values[at + i] = (float) (sign * best[i]);
            }
        }
    }

    /** A piece at a random place of a random image, each channel less its mean, nothing outside the support; its energy. */
    private double draw(double[] piece, int height, int width) {
        data.copyTrain(random.nextInt(data.trainLabels().length), image, 0);
        int top = place(shape.height() - height);
        int left = place(shape.width() - width);
        int area = height * width;
        int[] on = support == Support.SQUARE ? IntStream.range(0, area).toArray() : support.pixels(width);
        double energy = 0;
        for (int c = 0; c < shape.channels(); c++) {
            double mean = 0;
            for (int i : on) {
                int y = top + i / width;
                int x = left + i % width;
                boolean inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
                double value = inside ? image[(c * shape.height() + y) * shape.width() + x] : 0;
                piece[c * area + i] = value;
                mean += value / on.length;
            }
            for (int i : on) {
                double value = piece[c * area + i] - mean;
                piece[c * area + i] = value;
                energy += value * value;
            }
        }
        return energy;
    }

    /** Where a piece begins; of a filter larger than the image, before it. */
    private int place(int room) {
        return room >= 0 ? random.nextInt(room + 1) : -random.nextInt(1 - room);
    }
}
