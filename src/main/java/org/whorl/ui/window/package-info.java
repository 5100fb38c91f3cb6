/** The window: frame, toolbar, tabs, menus and status line, and what is wired to what. */
package org.whorl.ui.window;
