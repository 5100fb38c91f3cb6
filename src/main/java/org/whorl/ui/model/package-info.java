/** What all views of the window share: the network that is shown, what is selected, what the inspector says. */
package org.whorl.ui.model;
