/** The image that is looked at, and what the network makes of it, layer by layer. */
package org.whorl.ui.model.input;
