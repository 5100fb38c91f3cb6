/** What the left side of the window sets: data, network, training. The forms are models that test without a screen. */
package org.whorl.ui.settings;
