/** Data sets for the window: those that were read last, the chosen one, and the models that come with Whorl. */
package org.whorl.ui.model.data;
