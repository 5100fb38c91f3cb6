package org.whorl.figure;

/** How the filters of a bank are arranged. */
public enum Layout {
    /** A row for each base filter, a column for each rotation. */
    ORBIT,
    /** The paper's: all filters in a square grid, in the bank's order. */
    PAPER
}
