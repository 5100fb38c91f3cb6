/** Runs as the window sees them: begun, replaced, undone, opened and resumed, and looked at a few times a second. */
package org.whorl.ui.model.run;
