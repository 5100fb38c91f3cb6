/** Measuring by angle in the background, behind Symmetry and behind Compare. */
package org.whorl.ui.model.symmetry;
