/** The inspector: what is under the cursor, enlarged, with its numbers. */
package org.whorl.ui.view.inspector;
