/** The Symmetry view: how codes and accuracy follow when images turn. */
package org.whorl.ui.view.symmetry;
