package org.whorl.figure;

import java.util.List;

/** One image, residual or reconstruction as a figure. */
public final class ImageFigure {
    private ImageFigure() {}

    /**
     * An image: grey or colour from zero up, or around zero in blue–neutral–orange (one channel) or around mid-grey (three).
     *
     * @param values [channels, height, width]
     * @param signed whether the values lie on both sides of zero
     */
    public static Figure of(float[] values, int channels, int height, int width, boolean signed) {
        Tiles tiles = new Tiles(values, 1, channels, height, width);
        double[] limits = Scaling.BANK.limits(tiles);
        String limit = Numbers.format(limits[0]);
        return new MosaicFigure(
                "Image of " + height + "×" + width,
                "One image, values " + (signed ? "from −" + limit + " to " : "from 0 to ") + limit + ".",
                tiles,
                new int[] {0},
                1,
                List.of(),
                List.of(),
                limits,
                new Coloring(signed ? Palette.BLUE_ORANGE : Palette.GREY, false, signed),
                signed ? List.of("−" + limit, "0", "+" + limit) : List.of("0", limit));
    }
}
