package org.whorl.training.pursuit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.whorl.network.NetworkSpec;

/**
 * Learns base filters and the angle between their copies from codes with few elements. Each pass finds the codes of all images by
 * {@link MatchingPursuit}; then every base filter becomes the mean of what its copies stand for, turned back and weighted by the code,
 * and the angle makes a Gauss–Newton step. Not thread-safe; what it finds depends on nothing but what it is given.
 */
public final class OrbitPursuit {
    /** Passes after which filters are moved to the middle of their support, where they are not: turned, they stay whole. */
    private static final int CENTRED_EVERY = 3;

    private static final int CENTRED_UNTIL = 30;

    /** The step's length: filters, that move as well, hold the angle back. */
    private static final double GAIN = 1.5;

    /** The longest step of the angle, radians. */
    private static final double LONGEST = 0.1;

    /** Pieces of images of which the one with the most contrast becomes a filter. */
    private static final int TRIES = 10;

    /** One element of a code for so many filters' areas. */
    private static final double SPARSITY = 1.5;

    private static final int FEWEST = 2;

    private final int order;
    private BankShape shape;
    private final PursuitImages images;
    private final int elements;
    private final double energy;
    private final SplittableRandom random;
    private float[] base;
    private double angle;
    private double unexplained = 1;
    private int passes;

    /**
     * A pursuit from pieces of the images.
     *
     * @param degrees the angle that it begins with
     * @param seed which pieces
     */
    public OrbitPursuit(NetworkSpec spec, PursuitImages images, double degrees, long seed) {
        shape = BankShape.of(spec);
        order = shape.order();
        this.images = images;
        angle = Math.toRadians(degrees);
        elements = Math.max(FEWEST, (int) Math.round(images.height() * images.width() / (SPARSITY * shape.area())));
        energy = Math.max(Double.MIN_NORMAL, images.energy());
        random = new SplittableRandom(seed);
        base = pieces();
        normalize(base, shape.size());
    }

    /** One that goes on from another's base filters at another angle. */
    private OrbitPursuit(OrbitPursuit other, double degrees) {
        order = other.order;
        shape = other.shape;
        images = other.images;
        elements = other.elements;
        energy = other.energy;
        random = other.random.split();
        base = other.base.clone();
        angle = Math.toRadians(degrees);
        passes = other.passes;
    }

    /** Another with these base filters and as many copies, at another angle. */
    public OrbitPursuit at(double degrees) {
        return new OrbitPursuit(this, degrees);
    }

    /**
     * What the base filters of now would leave unexplained at another angle.
     *
     * @param every of so many images one is looked at
     */
    public double unexplainedAt(double degrees, int every) {
        MatchingPursuit pursuit = new MatchingPursuit(
                new TurnedBank(shape, base, Math.toRadians(degrees)), images.height(), images.width());
        double left = 0;
        double whole = Double.MIN_NORMAL;
        for (int i = 0; i < images.frames().length; i += every) {
            float[] frame = images.frames()[i];
            pursuit.code(frame, elements);
            left += squares(pursuit.left(), 0, pursuit.left().length);
            whole += squares(frame, 0, frame.length);
        }
        return left / whole;
    }

    private float[] pieces() {
        float[] filters = new float[shape.base() * shape.size()];
        for (int b = 0; b < shape.base(); b++) {
            double most = -1;
            for (int tries = 0; tries < TRIES; tries++) {
                float[] piece = piece();
                double contrast = squares(piece, 0, piece.length);
                if (contrast > most) {
                    most = contrast;
                    System.arraycopy(piece, 0, filters, b * shape.size(), piece.length);
                }
            }
        }
        return filters;
    }

    /** From anywhere, each channel less its mean. */
    private float[] piece() {
        float[] frame = images.frames()[random.nextInt(images.frames().length)];
        int top = random.nextInt(images.height() - shape.side() + 1);
        int left = random.nextInt(images.width() - shape.side() + 1);
        int[] pixels = shape.pixels();
        float[] piece = new float[shape.size()];
        for (int c = 0; c < shape.channels(); c++) {
            double mean = 0;
            for (int pixel : pixels) {
                int row = c * images.height() + top + pixel / shape.side();
                float value = frame[row * images.width() + left + pixel % shape.side()];
                piece[c * shape.area() + pixel] = value;
                mean += value / pixels.length;
            }
            for (int pixel : pixels) {
                piece[c * shape.area() + pixel] -= (float) mean;
            }
        }
        return piece;
    }

    /** θ in degrees; of all that have the same orbits the one that it came to. */
    public double angle() {
        return Math.toDegrees(angle);
    }

    /** The share of the images' energy that the codes left unexplained in the last pass, 0 to 1. */
    public double unexplained() {
        return unexplained;
    }

    /** [B, C, s, s], each of unit norm. */
    public float[] baseFilters() {
        return base.clone();
    }

    /** Passes behind it. */
    public int passes() {
        return passes;
    }

    /** An element of a code and what was left there when its image's code was whole, [C, s, s]. */
    private record Use(Choice choice, float[] left) {}

    /**
     * Makes so many copies of each base filter from now on, at most the network's. The last of n copies turns n − 1 times as far as the
     * angle: the fewer, the wider the valleys, and the less sharp.
     */
    public void useCopies(int copies) {
        shape = shape.withOrder(Math.min(order, copies));
    }

    /** Goes through all images once. */
    public void pass() {
        TurnedBank bank = new TurnedBank(shape, base, angle);
        MatchingPursuit pursuit = new MatchingPursuit(bank, images.height(), images.width());
        List<Use> uses = new ArrayList<>();
        double left = 0;
        for (float[] frame : images.frames()) {
            for (Choice choice : pursuit.code(frame, elements)) {
                Use use = new Use(choice, new float[shape.size()]);
                pursuit.leftUnder(choice, use.left());
                uses.add(use);
            }
            left += squares(pursuit.left(), 0, pursuit.left().length);
        }
        unexplained = left / energy;
        passes++;
        angle += angleStep(bank, uses);
        float[] next = TurnedBank.turnedBack(shape, wanted(bank, uses), angle);
        for (int b = 0; b < shape.base(); b++) {
            if (squares(next, b * shape.size(), (b + 1) * shape.size()) == 0) {
                System.arraycopy(piece(), 0, next, b * shape.size(), shape.size());
            }
        }
        base = next;
        if (passes % CENTRED_EVERY == 0 && passes < CENTRED_UNTIL) {
            for (int b = 0; b < shape.base(); b++) {
                centre(b);
            }
        }
        normalize(base, shape.size());
    }

    /**
     * A Gauss–Newton step. The copies turn about the one in the middle of those that are used: all together can be turned by the base
     * filter.
     */
    private double angleStep(TurnedBank bank, List<Use> uses) {
        double[] weights = new double[shape.base()];
        double[] middles = new double[shape.base()];
        for (Use use : uses) {
            double square = (double) use.choice().weight() * use.choice().weight();
            weights[use.choice().filter() % shape.base()] += square;
            middles[use.choice().filter() % shape.base()] +=
                    square * (use.choice().filter() / shape.base());
        }
        double slope = 0;
        double bend = 0;
        for (Use use : uses) {
            int k = use.choice().filter();
            int b = k % shape.base();
            double moved = use.choice().weight() * (k / shape.base() - middles[b] / weights[b]);
            for (int i = 0; i < shape.size(); i++) {
                double turned = moved * bank.slopes()[k * shape.size() + i];
                slope += turned * use.left()[i];
                bend += turned * turned;
            }
        }
        return bend > 0 ? Math.max(-LONGEST, Math.min(LONGEST, GAIN * slope / bend)) : 0;
    }

    /** Of each copy, the sum of what it stands for, weighted by the code, [K, C, s, s]. */
    private float[] wanted(TurnedBank bank, List<Use> uses) {
        float[] wanted = new float[bank.values().length];
        for (Use use : uses) {
            float weight = use.choice().weight();
            int at = use.choice().filter() * shape.size();
            for (int i = 0; i < shape.size(); i++) {
                wanted[at + i] += weight * (use.left()[i] + weight * bank.values()[at + i]);
            }
        }
        return wanted;
    }

    /** Moves a base filter by whole pixels so that its energy has its middle in the filter's; what leaves the support is lost. */
    private void centre(int b) {
        int side = shape.side();
        double sum = 0;
        double down = 0;
        double right = 0;
        for (int i = b * shape.size(); i < (b + 1) * shape.size(); i++) {
            double square = (double) base[i] * base[i];
            int pixel = i % shape.area();
            sum += square;
            down += square * (pixel / side - (side - 1) / 2.0);
            right += square * (pixel % side - (side - 1) / 2.0);
        }
        int rows = (int) Math.rint(down / sum);
        int columns = (int) Math.rint(right / sum);
        boolean fixed = images.height() == side && images.width() == side;
        if (fixed || rows == 0 && columns == 0) {
            return;
        }
        float[] moved = new float[shape.size()];
        for (int c = 0; c < shape.channels(); c++) {
            for (int pixel : shape.pixels()) {
                int y = pixel / side + rows;
                int x = pixel % side + columns;
                if (y >= 0 && y < side && x >= 0 && x < side) {
                    moved[c * shape.area() + pixel] = base[b * shape.size() + c * shape.area() + y * side + x];
                }
            }
        }
        System.arraycopy(moved, 0, base, b * shape.size(), moved.length);
    }

    private static double squares(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) values[i] * values[i];
        }
        return sum;
    }

    private static void normalize(float[] filters, int size) {
        for (int at = 0; at < filters.length; at += size) {
            double sum = squares(filters, at, at + size);
            float scale = sum > 0 ? (float) (1 / Math.sqrt(sum)) : 0;
            for (int i = at; i < at + size; i++) {
                filters[i] *= scale;
            }
        }
    }
}
