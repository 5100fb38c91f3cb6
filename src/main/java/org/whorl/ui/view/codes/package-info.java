/** The Codes view: what the network makes of one image, layer by layer, down to the sum of a single number. */
package org.whorl.ui.view.codes;
