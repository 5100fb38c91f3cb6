/** The Paper view: the paper’s tables and figures beside ours, each row runnable. */
package org.whorl.ui.view.paper;
