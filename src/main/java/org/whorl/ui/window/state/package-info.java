/** What is remembered of the window from one start to the next. */
package org.whorl.ui.window.state;
