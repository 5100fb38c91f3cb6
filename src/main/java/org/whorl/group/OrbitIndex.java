package org.whorl.group;

/**
 * Where the filters of orbits stand in a bank: filter k = element · B + b, all base filters under one element of the group, then under the
 * next.
 *
 * @param baseFilters B
 * @param order elements of the group
 */
public record OrbitIndex(int baseFilters, int order) {
    /** The number of filters in the bank. */
    public int filters() {
        return baseFilters * order;
    }

    /** The filter that an element makes of a base filter. */
    public int filter(int element, int base) {
        return element * baseFilters + base;
    }

    /** The element that made a filter. */
    public int element(int filter) {
        return filter / baseFilters;
    }

    /** The base filter that a filter was made of. */
    public int base(int filter) {
        return filter % baseFilters;
    }
}
