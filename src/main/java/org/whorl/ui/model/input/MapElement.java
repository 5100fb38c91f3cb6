package org.whorl.ui.model.input;

import org.whorl.ui.control.Place;

/**
 * One element of a layer's maps.
 *
 * @param layer from 0
 * @param place the map, and where in it
 */
public record MapElement(int layer, Place place) {}
