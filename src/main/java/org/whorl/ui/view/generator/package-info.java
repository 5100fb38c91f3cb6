/** The generator of the group: an angle that is learned, and a matrix that is learned from pairs. */
package org.whorl.ui.view.generator;
