package org.whorl.ui.view.data;

import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;

/** A grid of images of one shape in a frame that may become narrower than it, so that the grid can follow its width. */
final class Pictures extends StackPane {
    private static final int GAP = 2;

    private final TileGrid grid = new TileGrid();

    Pictures() {
        setMinWidth(0);
        setAlignment(Pos.TOP_LEFT);
        getChildren().add(grid);
    }

    TileGrid grid() {
        return grid;
    }

    /**
     * Whole-numbered enlargement of images of which so many should stand beside one another.
     *
     * @param labels pixels that labels take
     */
    int enlargement(ImageShape shape, int columns, double labels) {
        int side = (int) ((getWidth() - labels) / columns) - GAP;
        return Math.max(1, side / shape.width());
    }

    /** How many images there is room for beside one another. */
    int columns(ImageShape shape, int enlargement, double labels) {
        return Math.max(1, (int) ((getWidth() - labels + GAP) / (shape.width() * enlargement + GAP)));
    }

    /**
     * Shows images of a set.
     *
     * @param pixels [images, channels, height, width]
     * @param order which image stands where, row by row; −1 for none
     * @param limit the value at the end of the colour scale
     * @param signed whether the scale is around zero
     */
    void show(
            ImageShape shape,
            float[] pixels,
            int[] order,
            int columns,
            int enlargement,
            double limit,
            boolean signed,
            boolean dark) {
        int count = pixels.length / shape.size();
        Palette palette = signed ? Palette.BLUE_ORANGE : Palette.GREY;
        int width = shape.width() * enlargement;
        int height = shape.height() * enlargement;
        double[] limits = IntStream.range(0, count).mapToDouble(i -> limit).toArray();
        TileContent content = new TileContent(
                new Tiles(pixels, count, shape.channels(), shape.height(), shape.width()),
                order,
                columns,
                limits,
                new Coloring(palette, dark, signed));
        grid.show(content, new TileGeometry(content.rows(), columns, width, height, width + GAP, height + GAP));
    }
}
