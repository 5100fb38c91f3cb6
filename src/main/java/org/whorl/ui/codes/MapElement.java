package org.whorl.ui.codes;

import org.whorl.ui.picture.Place;

/**
 * One element of a layer's maps.
 *
 * @param layer from 0
 * @param place the map, and where in it
 */
record MapElement(int layer, Place place) {}
