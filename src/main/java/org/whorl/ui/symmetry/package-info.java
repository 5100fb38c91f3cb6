/** The Symmetry view: how codes and accuracy follow when images turn, and the measuring by angle behind it and behind Compare. */
package org.whorl.ui.symmetry;
