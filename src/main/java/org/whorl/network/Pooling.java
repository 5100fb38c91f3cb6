package org.whorl.network;

import java.util.Arrays;

import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.kernel.Maps;

/**
 * The head's pooling: each cell is a weighted mean of a code map. A constant sparse operator, with the permutation of the cells that
 * each rotation of the group makes.
 *
 * <p>The plain head, and the invariant head where the square grid turns exactly, pool to a 4×4 grid as PyTorch's adaptive average
 * pooling does (the paper). For other groups the invariant head pools to rings × N sectors, which turn into one another.
 */
public final class Pooling {
    private static final int GRID = 4;

    private final int cells;
    private final float[][] weights;
    private final int[] first;
    private final int[][] turned;

    private Pooling(float[][] cellWeights, int[][] turned) {
        cells = cellWeights.length;
        this.turned = turned;
        weights = new float[cells][];
        first = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            float[] row = cellWeights[cell];
            int from = 0;
            int to = row.length;
            while (from < to && row[from] == 0) {
                from++;
            }
            while (to > from && row[to - 1] == 0) {
                to--;
            }
            first[cell] = from;
            weights[cell] = Arrays.copyOfRange(row, from, to);
        }
    }

    /** The pooling that a network's head uses. */
    public static Pooling of(NetworkSpec spec) {
        int height = spec.geometry().codeHeight();
        int width = spec.geometry().codeWidth();
        FiniteGroup group = joined(spec);
        if (spec.dense()) {
            return new Pooling(new float[][] {{1}}, new int[group.order()][1]);
        }
        return group.exactOnGrid() ? grid(height, width, group) : sectors(height, group);
    }

    /** The cells of a network's pooling, without making it. */
    static int cells(NetworkSpec spec) {
        if (spec.dense()) {
            return 1;
        }
        FiniteGroup group = joined(spec);
        return group.exactOnGrid()
                ? Math.min(GRID, spec.geometry().codeHeight())
                        * Math.min(GRID, spec.geometry().codeWidth())
                : rings(group.rotations()) * group.rotations();
    }

    /** The group whose elements the head joins. */
    private static FiniteGroup joined(NetworkSpec spec) {
        return spec.head() == HeadKind.INVARIANT ? spec.group() : CyclicGroup.TRIVIAL;
    }

    private static int rings(int order) {
        return Math.max(1, GRID * GRID / order);
    }

    private static Pooling grid(int height, int width, FiniteGroup group) {
        int rows = Math.min(GRID, height);
        int columns = Math.min(GRID, width);
        float[][] cells = new float[rows * columns][height * width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int top = i * height / rows;
                int bottom = ((i + 1) * height + rows - 1) / rows;
                int left = j * width / columns;
                int right = ((j + 1) * width + columns - 1) / columns;
                float weight = 1f / ((bottom - top) * (right - left));
                for (int y = top; y < bottom; y++) {
                    Arrays.fill(cells[i * columns + j], y * width + left, y * width + right, weight);
                }
            }
        }
        int[][] turned = new int[group.order()][rows * columns];
        for (int g = 0; g < group.order(); g++) {
            int quarters = (int) Math.rint(group.angle(g) / 90);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    int y = i;
                    int x = group.mirrored(g) ? columns - 1 - j : j;
                    for (int quarter = 0; quarter < quarters; quarter++) {
                        int newY = columns - 1 - x;
                        x = y;
                        y = newY;
                    }
                    turned[g][i * columns + j] = y * columns + x;
                }
            }
        }
        return new Pooling(cells, turned);
    }

    /** As many rings as keep the cells at or below 16; weights fall off linearly between neighbouring sectors. */
    private static Pooling sectors(int size, FiniteGroup group) {
        int order = group.rotations();
        // A mirror exchanges left and right: counted from the top, sectors are exchanged whatever their number.
        int start = group.order() > order ? 90 : 0;
        int rings = rings(order);
        float[][] cells = new float[rings * order][size * size];
        double centre = (size - 1) / 2.0;
        double radius = size / 2.0;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double distance = Math.hypot(x - centre, y - centre);
                if (distance > radius) {
                    continue;
                }
                if (distance == 0) {
                    // The centre turns into itself, so that it belongs to all sectors alike.
                    for (int cell = 0; cell < order; cell++) {
                        cells[cell][y * size + x] = 1f / order;
                    }
                    continue;
                }
                // Rings of equal area; the angle counter-clockwise from the right.
                double ring = Math.min(rings - 1e-9, distance * distance / (radius * radius) * rings);
                double sector = (Math.toDegrees(Math.atan2(centre - y, x - centre)) - start) / 360 * order;
                int low = (int) Math.floor(sector);
                double share = sector - low;
                int base = (int) ring * order;
                cells[base + Math.floorMod(low, order)][y * size + x] += (float) (1 - share);
                cells[base + Math.floorMod(low + 1, order)][y * size + x] += (float) share;
            }
        }
        for (float[] cell : cells) {
            double sum = 0;
            for (float w : cell) {
                sum += w;
            }
            for (int p = 0; p < cell.length && sum > 0; p++) {
                cell[p] /= (float) sum;
            }
        }
        int[][] turned = new int[group.order()][rings * order];
        for (int g = 0; g < group.order(); g++) {
            for (int cell = 0; cell < rings * order; cell++) {
                int sector = group.mirrored(g) ? g - cell % order : g + cell % order;
                turned[g][cell] = cell / order * order + Math.floorMod(sector, order);
            }
        }
        return new Pooling(cells, turned);
    }

    /** Cells a code map is pooled to. */
    public int cells() {
        return cells;
    }

    /** The elements of the group under which the head joins its scores: 1 for the plain head. */
    public int elements() {
        return turned.length;
    }

    /** The cell to which {@code cell} moves when the code map is moved by element {@code g}. */
    public int turned(int g, int cell) {
        return turned[g][cell];
    }

    /** The operator as a matrix, [cells, map stride], of maps that lie in memory as {@code maps} says. */
    float[] toMatrix(Maps maps) {
        float[] matrix = new float[cells * maps.stride()];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < weights[cell].length; i++) {
                matrix[cell * maps.stride() + maps.position(first[cell] + i)] = weights[cell][i];
            }
        }
        return matrix;
    }

    /** The operator as a full matrix, [cells][map elements], for the reference in double precision. */
    public double[][] toMatrix(int mapSize) {
        double[][] matrix = new double[cells][mapSize];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < weights[cell].length; i++) {
                matrix[cell][first[cell] + i] = weights[cell][i];
            }
        }
        return matrix;
    }
}
