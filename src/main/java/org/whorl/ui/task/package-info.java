/** Work of the window that takes time: what runs in the background, and how its results come back to the FX thread. */
package org.whorl.ui.task;
