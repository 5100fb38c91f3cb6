package org.whorl.training.pursuit;

/**
 * An element of a sparse code.
 *
 * @param filter k
 * @param row where the filter's first row lies
 * @param column where its first column lies
 * @param weight its value
 */
record Choice(int filter, int row, int column, float weight) {}
