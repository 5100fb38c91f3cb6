/** What the left side of the window sets: data, network, training. Forms are models that test without a screen. */
package org.whorl.ui.model.settings;
