package org.whorl.ui.window;

import javafx.scene.shape.SVGPath;

/** The small pictures on buttons. */
enum Icon {
    START("M2 1 L11 6 L2 11 Z"),
    PAUSE("M2 1 H5 V11 H2 Z M7 1 H10 V11 H7 Z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    SVGPath node() {
        SVGPath node = new SVGPath();
        node.setContent(path);
        node.getStyleClass().add("icon");
        return node;
    }
}
