package org.whorl.kernel;

/**
 * How the maps of one code lie in memory.
 *
 * @param count number of maps
 * @param size values of a map
 * @param stride values from one map to the next; those between are zero
 */
public record Maps(int count, int size, int stride) {
    /** Values of a whole code, with its padding. */
    public int length() {
        return count * stride;
    }
}
