package org.whorl.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finds what takes the keyboard first in a part of the window. */
final class FirstFocus {
    private FirstFocus() {}

    /** The first node, from the top, that can be seen and takes the focus; empty where there is none. */
    static Optional<Node> in(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Optional.empty();
        }
        if (part.isFocusTraversable()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FirstFocus::in)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
