/** The window’s frame: toolbar, left side, tabs, inspector and status bar, and what is remembered of it. */
package org.whorl.ui.shell;
