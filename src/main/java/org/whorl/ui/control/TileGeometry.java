package org.whorl.ui.control;

/**
 * Where pictures stand in their grid, in pixels.
 *
 * @param rows of pictures
 * @param columns pictures in a row
 * @param tileWidth of a picture
 * @param tileHeight of a picture
 * @param stepX from one picture to the next
 * @param stepY from one row to the next
 */
public record TileGeometry(int rows, int columns, int tileWidth, int tileHeight, int stepX, int stepY) {
    int left(int column) {
        return column * stepX;
    }

    int top(int row) {
        return row * stepY;
    }

    /** Pixels in all, without a gap after the last picture. */
    public int width() {
        return columns == 0 ? 0 : (columns - 1) * stepX + tileWidth;
    }

    public int height() {
        return rows == 0 ? 0 : (rows - 1) * stepY + tileHeight;
    }
}
