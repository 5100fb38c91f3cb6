package org.whorl.ui.control;

/**
 * One value of one picture.
 *
 * @param tile which picture, as numbered in {@link org.whorl.figure.Tiles}
 * @param row from 0, top first
 * @param column from 0, left first
 */
public record Place(int tile, int row, int column) {}
