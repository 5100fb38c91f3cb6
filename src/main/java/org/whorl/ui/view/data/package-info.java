/** The Data view: the sets there are, and what the chosen one holds. */
package org.whorl.ui.view.data;
