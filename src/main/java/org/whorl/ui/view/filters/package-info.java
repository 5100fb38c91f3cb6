/** The Filters view: every filter of a layer, as orbits or as the paper’s square grid. */
package org.whorl.ui.view.filters;
