package org.whorl.ui;

import javafx.scene.Node;

/** What somebody who looks at a window would see. */
public final class Sight {
    private Sight() {}

    /** Whether a node and all that it is in are visible. */
    public static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }
}
