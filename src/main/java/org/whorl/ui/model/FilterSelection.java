package org.whorl.ui.model;

/**
 * The filter that is selected everywhere.
 *
 * @param layer from 0
 * @param base base filter, from 0
 * @param rotation element of the group, from 0
 */
public record FilterSelection(int layer, int base, int rotation) {}
