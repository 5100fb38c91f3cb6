/** The view of a run: loss and accuracy as they grow, the filters as they form, the codes as they become sparse. */
package org.whorl.ui.view.training;
