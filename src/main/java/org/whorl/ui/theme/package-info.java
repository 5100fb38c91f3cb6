/** The window’s looks: themes, their colours, the typeface. */
package org.whorl.ui.theme;
