package org.whorl.ui.window;

import javafx.scene.shape.SVGPath;

/** The small pictures on buttons. */
enum Icon {
    START("M2 1 L11 6 L2 11 Z"),
    PAUSE("M2 1 H5 V11 H2 Z M7 1 H10 V11 H7 Z"),
    /** A ring with a handle, drawn by its outline. */
    LENS("M5 0.5 A4.5 4.5 0 1 0 5 9.5 A4.5 4.5 0 1 0 5 0.5 Z M5 2 A3 3 0 1 1 5 8 A3 3 0 1 1 5 2 Z"
            + " M8 9 L9 8 L12.5 11.5 L11.5 12.5 Z");

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
