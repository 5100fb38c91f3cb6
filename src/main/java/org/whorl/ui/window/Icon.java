package org.whorl.ui.window;

import javafx.scene.shape.SVGPath;

/** The small pictures on buttons. */
enum Icon {
    START("M2 1 L11 6 L2 11 Z"),
    PAUSE("M2 1 H5 V11 H2 Z M7 1 H10 V11 H7 Z"),
    /** A loupe with one large value in it, and small ones beside: a ring with a handle alone means “search” everywhere else. */
    LENS("M7.5 0 A5.5 5.5 0 1 0 7.5 11 A5.5 5.5 0 1 0 7.5 0 Z M7.5 1.3 A4.2 4.2 0 1 1 7.5 9.7 A4.2 4.2 0 1 1 7.5 1.3 Z"
            + " M5.5 3.5 H9.5 V7.5 H5.5 Z M0 0 H2 V2 H0 Z M0 9 H2 V11 H0 Z M13 0 H15 V2 H13 Z M13 9 H15 V11 H13 Z");

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
