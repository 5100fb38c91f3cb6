package org.whorl.ui.window;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A view of the window.
 *
 * @param title of its tab
 * @param node makes what it shows, asked once, when the view is needed
 */
record View(String title, Supplier<Node> node) {}
