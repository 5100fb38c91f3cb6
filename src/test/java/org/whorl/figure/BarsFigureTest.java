package org.whorl.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class BarsFigureTest {
    private static final int WIDTH = 200;

    /** Right of a bar that is half as long as it may be, within its line. */
    private static int besideHalfABar(boolean ofWhole) {
        BarsFigure figure =
                new BarsFigure("bars", "", List.of(new BarsFigure.Bar("a", 0.5, Double.NaN, "1")), List.of(), ofWhole);
        BufferedImage image = new BufferedImage(WIDTH, 16, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setFont(Typeface.plain(8));
        figure.draw(g, WIDTH, Theme.LIGHT, Figure.Canvas.VECTOR);
        g.dispose();
        return image.getRGB(WIDTH * 3 / 4, 7);
    }

    @Test
    void onlyBarsOfTheWholeHaveTheWholeBehindThem() {
        assertNotEquals(0, besideHalfABar(true));
        assertEquals(0, besideHalfABar(false), "bars drawn to the greatest of them have nothing that looks like 100 %");
    }
}
