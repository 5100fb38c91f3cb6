package org.whorl.figure;

import java.awt.Color;

/** The colours around the pictures. */
public enum Theme {
    /** For paper and slides. */
    LIGHT(0xffffff, 0x1c2430, 0x667085, 0xdfe3e8),
    DARK(0x1a2028, 0xe6eaf0, 0x97a3b4, 0x2c3541);

    private final Color ground;
    private final Color text;
    private final Color muted;
    private final Color line;

    Theme(int ground, int text, int muted, int line) {
        this.ground = new Color(ground);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.line = new Color(line);
    }

    public Color ground() {
        return ground;
    }

    public Color text() {
        return text;
    }

    public Color muted() {
        return muted;
    }

    public Color line() {
        return line;
    }
}
