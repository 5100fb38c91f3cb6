package org.whorl.ui.window;

import javafx.scene.Node;

/**
 * A view of the window.
 *
 * @param title of its tab
 * @param node what it shows
 */
record View(String title, Node node) {}
