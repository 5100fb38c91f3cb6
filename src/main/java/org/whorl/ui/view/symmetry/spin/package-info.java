/** Plain or invariant? One digit that spins, and what two networks make of it. */
package org.whorl.ui.view.symmetry.spin;
