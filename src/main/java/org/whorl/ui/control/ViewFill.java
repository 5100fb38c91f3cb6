package org.whorl.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Whether a picture stands in something that fills its view, where it may take all the room there is. */
public final class ViewFill {
    private static final String KEY = "whorl.filling";

    private ViewFill() {}

    /** Says of a card that it fills its view from now on, or no longer does. */
    public static void mark(Region card, boolean fills) {
        if (fills) {
            card.getProperties().put(KEY, true);
        } else {
            card.getProperties().remove(KEY);
        }
    }

    /** What fills the view and has the node in it; empty where all is as ever. */
    public static Optional<Region> around(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region
                    && at.hasProperties()
                    && at.getProperties().containsKey(KEY)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}
