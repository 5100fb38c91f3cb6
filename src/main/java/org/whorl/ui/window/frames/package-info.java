/** How often the window is drawn, and how long a frame takes. */
package org.whorl.ui.window.frames;
