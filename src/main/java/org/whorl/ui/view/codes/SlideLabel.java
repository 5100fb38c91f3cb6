package org.whorl.ui.view.codes;

import javafx.scene.control.Label;

/** Words that become longer and shorter while the input turns: room for two lines always, so that little moves, and for all there are. */
final class SlideLabel extends Label {
    /** Of two lines, in units of the type's size. */
    private static final double TWO_LINES = 2.7;

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(TWO_LINES * getFont().getSize(), super.computePrefHeight(width));
    }
}
