package org.whorl.ui.control;

import javafx.scene.text.Text;

/** Knows how large the window's type is, for what draws its letters itself. It shows nothing; who holds it has it as a child. */
public final class TypeSize extends Text {
    private static final double USUAL = 13;
    /** Beyond it, numbers would not have the room that axes leave them. */
    private static final double MOST = 1.3;

    private static final double LARGE = 1.25;

    /** Type as it usually is. */
    public TypeSize() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Calls back whenever the type has become larger or smaller. */
    public void watch(Runnable changed) {
        fontProperty().addListener((o, was, is) -> {
            if (was.getSize() != is.getSize()) {
                changed.run();
            }
        });
    }

    /** Whether it is meant to be read from afar. */
    public boolean isLarge() {
        return factor() >= LARGE;
    }

    /** How many times larger than usual. */
    public double factor() {
        return Math.max(1, Math.min(MOST, getFont().getSize() / USUAL));
    }
}
