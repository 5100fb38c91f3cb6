/** The dial that chooses the rotation angle, the rosette around it and the arithmetic under it. */
package org.whorl.ui.dial;
