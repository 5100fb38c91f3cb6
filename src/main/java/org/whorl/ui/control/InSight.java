package org.whorl.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Brings something into sight that is scrolled away. */
public final class InSight {
    private InSight() {}

    /** Scrolls whatever is around the node, as little as shows all of it; of what is too high, the top. */
    public static void bring(Node node) {
        if (node.getScene() == null || !isShown(node)) {
            // Such as the same control of a view that is not in front.
            return;
        }
        node.getScene().getRoot().applyCss();
        node.getScene().getRoot().layout();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                scroll(pane, node);
            }
        }
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static void scroll(ScrollPane pane, Node node) {
        Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double height = pane.getViewportBounds().getHeight();
        double hidden = pane.getContent().getLayoutBounds().getHeight() - height;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() / pane.getVmax() * hidden;
        double wanted = Math.min(place.getMinY(), Math.max(top, place.getMaxY() - height));
        pane.setVvalue(pane.getVmax() * Math.max(0, Math.min(1, wanted / hidden)));
        pane.layout();
    }
}
