/** Runs and models as cards: to be found, opened, named and compared. */
package org.whorl.ui.view.networks;
