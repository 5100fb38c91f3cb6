/** The Compare view: two or three networks side by side, from the gallery, from runs or from files. */
package org.whorl.ui.view.compare;
