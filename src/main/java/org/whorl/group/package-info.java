/** Cyclic groups of rotations, the rotation of a pixel grid as a linear operator, and orbits of filters under it. */
package org.whorl.group;
