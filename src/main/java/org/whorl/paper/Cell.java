package org.whorl.paper;

/**
 * A place in a table.
 *
 * @param row the network: {@code R90-CNN}
 * @param column what it is measured on: {@code rot-MNIST}
 * @param experiment the training behind it; cells of a row can share one
 * @param measure what is measured
 * @param published the paper's number as a share of 1; NaN where it has none
 */
public record Cell(String row, String column, Experiment experiment, Measure measure, double published) {}
