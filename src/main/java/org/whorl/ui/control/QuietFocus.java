package org.whorl.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/**
 * Gives the focus of what is about to vanish to the page that it stands on. Left to itself the focus would go to whatever comes next, and
 * the page would scroll there.
 */
public final class QuietFocus {
    private QuietFocus() {}

    /** To be called before the node is hidden or taken out; does nothing where the focus is elsewhere. */
    public static void leave(Node vanishing) {
        Scene scene = vanishing.getScene();
        if (scene == null || !isWithin(vanishing, scene.getFocusOwner())) {
            return;
        }
        for (Node at = vanishing.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane) {
                at.requestFocus();
                return;
            }
        }
    }

    private static boolean isWithin(Node whole, Node part) {
        return part != null && (part == whole || isWithin(whole, part.getParent()));
    }
}
