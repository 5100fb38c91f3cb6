package org.whorl.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the maps of one code lie in memory: one after the other, a stride apart. Within its stride a map has each of its elements once,
 * in an order that the kernels choose, and padding, which is zero wherever a code is handed on.
 */
public final class Maps {
    private final int count;
    private final int stride;
    private final int[] positions;
    private final int[] padding;

    private Maps(int count, int stride, int[] positions) {
        this.count = count;
        this.stride = stride;
        this.positions = positions;
        boolean[] used = new boolean[stride];
        for (int position : positions) {
            used[position] = true;
        }
        padding = IntStream.range(0, stride).filter(i -> !used[i]).toArray();
    }

    /** Maps row by row, with their padding at the end. */
    public static Maps rows(int count, int size, int stride) {
        return new Maps(count, stride, IntStream.range(0, size).toArray());
    }

    /**
     * Maps in four phases: first the elements at even rows and even columns, row by row, then those at even rows and odd columns, odd
     * and even, odd and odd. Every phase has room for ⌈height / 2⌉ × ⌈width / 2⌉ elements.
     *
     * @param phaseStride values from one phase to the next
     */
    public static Maps phases(int count, int height, int width, int phaseStride) {
        int columns = (width + 1) / 2;
        int[] positions = new int[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                positions[y * width + x] = (2 * (y % 2) + x % 2) * phaseStride + y / 2 * columns + x / 2;
            }
        }
        return new Maps(count, 4 * phaseStride, positions);
    }

    /** Number of maps. */
    public int count() {
        return count;
    }

    /** Elements of a map. */
    public int size() {
        return positions.length;
    }

    /** Values from one map to the next. */
    public int stride() {
        return stride;
    }

    /** Values of a whole code, with its padding. */
    public int length() {
        return count * stride;
    }

    /** Where within its map the element lies that is number {@code element} row by row. */
    public int position(int element) {
        return positions[element];
    }

    /** Sets a map's padding to zero. */
    public void clearPadding(int map, float[] code, int at) {
        int from = at + map * stride;
        for (int p : padding) {
            code[from + p] = 0;
        }
    }

    /** The maps of a code row by row and without padding, [count, size]. */
    public float[] unpack(float[] code, int at) {
        float[] out = new float[count * positions.length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < positions.length; i++) {
                out[k * positions.length + i] = code[at + k * stride + positions[i]];
            }
        }
        return out;
    }

    /** Lays out maps that come row by row and without padding, [count, size]. */
    public void pack(float[] maps, float[] code, int at) {
        Arrays.fill(code, at, at + length(), 0);
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < positions.length; i++) {
                code[at + k * stride + positions[i]] = maps[k * positions.length + i];
            }
        }
    }
}
