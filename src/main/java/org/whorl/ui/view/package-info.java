/** What several views share. */
package org.whorl.ui.view;
