/** The left side of the window: rows and panes of the settings, and the arithmetic of the group. */
package org.whorl.ui.view.settings;
