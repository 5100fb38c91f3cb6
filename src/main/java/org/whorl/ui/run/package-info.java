/** Runs as the window sees them: started, paused, reset and undone, and looked at a few times a second. */
package org.whorl.ui.run;
