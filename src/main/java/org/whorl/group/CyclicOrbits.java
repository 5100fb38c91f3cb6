package org.whorl.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The orbits of base filters under the powers of one matrix that is learned with them and is exactly cyclic, whatever it learns:
 * orbit_r = Aʳ w with A = Q C Qᵀ and A^N = I, where C are the {@linkplain CyclicBlocks blocks} of a cyclic group and Q = P(K) Q₀ is the
 * {@linkplain CayleyTransform Cayley transform} of K − Kᵀ from a random frame Q₀.
 *
 * <p>Its parameters are K, [n, n] with the n pixels of the support, ascending, from 0; its frame is Q₀, likewise. Not thread-safe.
 */
public final class CyclicOrbits implements OrbitMap {
    /** Beyond this K says nothing new, and solving for Q would lose digits. */
    public static final float GREATEST = 100;

    private final int order;
    private final int area;
    private final int[] pixels;
    private final CyclicBlocks blocks;
    private final double[] now;
    private final double[] turned;
    private float[] loaded = new float[0];
    private float[] loadedFrame = new float[0];
    private double[][] frame;
    private CayleyTransform transform;

    /** Q by rows, and Qᵀ; made of K and the frame when there is need. */
    private double[][] rows;

    private double[][] columns;

    /**
     * A map of which frame and parameters are still to be loaded.
     *
     * @param order the copies of a base filter, with itself
     * @param side the filters' side in pixels
     */
    public CyclicOrbits(int order, int side, Support support) {
        this.order = order;
        area = side * side;
        pixels = support.pixels(side);
        blocks = new CyclicBlocks(order, pixels.length);
        now = new double[pixels.length];
        turned = new double[pixels.length];
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Integer> shape() {
        return List.of(pixels.length, pixels.length);
    }

    /** {@inheritDoc} Only K − Kᵀ acts. */
    @Override
    public int counted() {
        return pixels.length * (pixels.length - 1) / 2;
    }

    @Override
    public List<Integer> frameShape() {
        return shape();
    }

    /** C, what A is in its frame, [size, size]. */
    public static double[][] blocks(int order, int size) {
        CyclicBlocks blocks = new CyclicBlocks(order, size);
        double[][] columns = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = 1;
            blocks.turn(unit, 1, columns[j]);
        }
        return Products.transposed(columns);
    }

    /** {@inheritDoc} K = 0. */
    @Override
    public void begin(float[] values, int offset, DoubleSupplier normal) {
        Arrays.fill(values, offset, offset + parameters(), 0);
    }

    /** {@inheritDoc} In a random direction each, at right angles; the identity of numbers that are all 0. */
    @Override
    public void beginFrame(float[] values, int offset, DoubleSupplier normal) {
        int size = pixels.length;
        double[][] random = new double[size][size];
        for (double[] row : random) {
            Arrays.setAll(row, j -> normal.getAsDouble());
        }
        double[][] orthogonal = orthogonal(random);
        for (int i = 0; i < size * size; i++) {
            values[offset + i] = (float) orthogonal[i / size][i % size];
        }
    }

    /** A frame as it was kept, in double precision orthogonal again. */
    public static double[][] frame(float[] values) {
        int size = (int) Math.round(Math.sqrt(values.length));
        double[][] kept = new double[size][size];
        for (int i = 0; i < values.length; i++) {
            kept[i / size][i % size] = values[i];
        }
        return orthogonal(kept);
    }

    /** Rows at right angles by Gram and Schmidt, twice; a row that depends on others becomes an axis. */
    private static double[][] orthogonal(double[][] from) {
        int size = from.length;
        List<double[]> rows = new ArrayList<>(size);
        int axis = 0;
        for (double[] one : from) {
            double[] row = one.clone();
            double length = Products.reduce(rows, row);
            while (!(length > 1e-6)) {
                row = new double[size];
                row[axis++] = 1;
                length = Products.reduce(rows, row);
            }
            for (int j = 0; j < size; j++) {
                row[j] /= length;
            }
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }

    /** {@inheritDoc} At most {@value #GREATEST}. */
    @Override
    public void constrain(float[] values, int offset) {
        for (int i = offset; i < offset + parameters(); i++) {
            values[i] = Math.max(-GREATEST, Math.min(GREATEST, values[i]));
        }
    }

    @Override
    public void loadFrame(float[] values, int offset) {
        int end = offset + parameters();
        if (loadedFrame.length == 0 || !Arrays.equals(loadedFrame, 0, loadedFrame.length, values, offset, end)) {
            loadedFrame = Arrays.copyOfRange(values, offset, end);
            frame = frame(loadedFrame);
            rows = null;
        }
    }

    @Override
    public void load(float[] values, int offset) {
        int end = offset + parameters();
        if (loaded.length == 0 || !Arrays.equals(loaded, 0, loaded.length, values, offset, end)) {
            loaded = Arrays.copyOfRange(values, offset, end);
            rows = null;
        }
    }

    private void prepare() {
        if (rows == null) {
            int size = pixels.length;
            double[][] free = new double[size][size];
            for (int i = 0; i < size * size; i++) {
                free[i / size][i % size] = loaded[i];
            }
            transform = new CayleyTransform(free);
            rows = Products.of(transform.orthogonal(), frame);
            columns = Products.transposed(rows);
        }
    }

    /** A on the whole picture, [side², side²]; the identity outside the support. */
    public double[][] matrix() {
        prepare();
        double[][] matrix = new double[area][area];
        for (int i = 0; i < area; i++) {
            matrix[i][i] = 1;
        }
        for (int j = 0; j < pixels.length; j++) {
            blocks.turn(rows[j], 1, turned);
            double[] column = new double[pixels.length];
            Products.addCombination(turned, columns, column);
            for (int i = 0; i < pixels.length; i++) {
                matrix[pixels[i]][pixels[j]] = column[i];
            }
        }
        return matrix;
    }

    @Override
    public void expand(float[] base, int baseOffset, int planes, float[] bank) {
        prepare();
        for (int p = 0; p < planes; p++) {
            double[] inFrame = inFrame(base, baseOffset + p * area);
            read(base, baseOffset + p * area, now);
            write(now, bank, p * area);
            for (int r = 1; r < order; r++) {
                blocks.turn(inFrame, r, turned);
                write(fromFrame(turned), bank, (r * planes + p) * area);
            }
        }
    }

    /** {@inheritDoc} Base gradient = Σ_r (Aʳ)ᵀ · bank gradient of r. */
    @Override
    public void pullBack(float[] bankGradient, int planes, float[] baseGradient, int baseOffset) {
        prepare();
        for (int p = 0; p < planes; p++) {
            double[] sum = fromFrame(turnedBack(bankGradient, p, planes));
            read(bankGradient, p * area, now);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += now[i];
            }
            write(sum, baseGradient, baseOffset + p * area);
        }
    }

    /** {@inheritDoc} By Q it is Σ_r g_r (Cʳ Qᵀ w)ᵀ + w (C⁻ʳ Qᵀ g_r)ᵀ. */
    @Override
    public void addParameterGradient(
            float[] bankGradient, int planes, float[] base, int baseOffset, float[] gradient, int offset) {
        prepare();
        int size = pixels.length;
        double[][] byRows = new double[size][size];
        for (int p = 0; p < planes; p++) {
            double[] inFrame = inFrame(base, baseOffset + p * area);
            for (int r = 1; r < order; r++) {
                blocks.turn(inFrame, r, turned);
                read(bankGradient, (r * planes + p) * area, now);
                Products.addOuter(now, turned, byRows);
            }
            double[] back = turnedBack(bankGradient, p, planes);
            read(base, baseOffset + p * area, now);
            Products.addOuter(now, back, byRows);
        }
        double[][] byFree = transform.pullBack(Products.of(byRows, Products.transposed(frame)));
        for (int i = 0; i < size * size; i++) {
            gradient[offset + i] += (float) byFree[i / size][i % size];
        }
    }

    /** Σ_r C⁻ʳ Qᵀ g_r over the copies of a plane, but for the first. */
    private double[] turnedBack(float[] bankGradient, int plane, int planes) {
        double[] sum = new double[pixels.length];
        for (int r = 1; r < order; r++) {
            blocks.turn(inFrame(bankGradient, (r * planes + plane) * area), -r, turned);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += turned[i];
            }
        }
        return sum;
    }

    private void read(float[] from, int offset, double[] picture) {
        for (int i = 0; i < pixels.length; i++) {
            picture[i] = from[offset + pixels[i]];
        }
    }

    private void write(double[] picture, float[] to, int offset) {
        Arrays.fill(to, offset, offset + area, 0);
        for (int i = 0; i < pixels.length; i++) {
            to[offset + pixels[i]] = (float) picture[i];
        }
    }

    /** Qᵀ of a picture. */
    private double[] inFrame(float[] from, int offset) {
        read(from, offset, now);
        double[] coordinates = new double[pixels.length];
        Products.addCombination(now, rows, coordinates);
        return coordinates;
    }

    /** Q of coordinates. */
    private double[] fromFrame(double[] coordinates) {
        double[] picture = new double[pixels.length];
        Products.addCombination(coordinates, columns, picture);
        return picture;
    }
}
