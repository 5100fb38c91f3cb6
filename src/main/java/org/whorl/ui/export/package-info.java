/** Pictures and tables that leave the window: the dialog, what was chosen last, and the files that are being written. */
package org.whorl.ui.export;
