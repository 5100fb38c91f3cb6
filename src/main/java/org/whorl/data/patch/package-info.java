/** Pieces cut out of the images of another set, and pairs of images of which one is the other transformed. */
package org.whorl.data.patch;
