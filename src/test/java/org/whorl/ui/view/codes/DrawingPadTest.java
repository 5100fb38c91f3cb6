package org.whorl.ui.view.codes;

import javafx.geometry.Point2D;

import org.junit.jupiter.api.Test;
import org.whorl.data.ImageShape;
import org.whorl.ui.model.input.CodeInput;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class DrawingPadTest {
    @Test
    void strokesAreWhiteWhereTheMouseWentAndNowhereElse() {
        CodeInput sheet = CodeInput.blank(new ImageShape(1, 28, 28));
        CodeInput drawn = DrawingPad.stroke(sheet, new Point2D(5, 10), new Point2D(20, 10));
        assertEquals(1, drawn.pixels()[10 * 28 + 12]);
        assertEquals(0, drawn.pixels()[20 * 28 + 12]);
        assertEquals(0, drawn.pixels()[10 * 28 + 25]);
        assertArrayEquals(new float[28 * 28], sheet.pixels(), "the sheet before stays as it was");
    }
}
