package org.whorl.ui.control;

import java.util.Collection;
import javafx.scene.Node;

/** Whether something is there: what is not takes no room either. */
public final class Presence {
    private Presence() {}

    /** Shows a node in its place, or leaves it out. */
    public static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Shows all of them, or none. */
    public static void show(Collection<? extends Node> nodes, boolean there) {
        nodes.forEach(node -> show(node, there));
    }
}
