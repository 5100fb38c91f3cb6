/** The dial that chooses the rotation angle, and the rosette around it. */
package org.whorl.ui.control.dial;
