package org.whorl.ui.control;

import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A label for numbers that change while one looks. It has the width that its text had if all digits were as wide as the widest, since those
 * of the typeface are not: what stands beside moves only when a number has more digits, or fewer.
 */
public final class SteadyLabel extends Label {
    private static final String DIGITS = "0123456789";

    private Font measured;
    private String widest = "";

    public SteadyLabel() {
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = super.computePrefWidth(height);
        String text = getText() == null ? "" : getText();
        // At least what the words as they are need: kerning may make a line of equal digits the narrower one.
        double more = width(text.replaceAll("[0-9]", widestDigit())) - width(text);
        return width + Math.max(0, more);
    }

    private String widestDigit() {
        if (!getFont().equals(measured)) {
            measured = getFont();
            widest = DIGITS.chars()
                    .mapToObj(Character::toString)
                    .reduce((a, b) -> width(b) > width(a) ? b : a)
                    .orElseThrow();
        }
        return widest;
    }

    private double width(String text) {
        Text line = new Text(text);
        line.setFont(getFont());
        return line.getLayoutBounds().getWidth();
    }
}
