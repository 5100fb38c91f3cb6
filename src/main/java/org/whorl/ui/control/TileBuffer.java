package org.whorl.ui.control;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The pixels behind a grid of pictures: painted into one array, shown without a copy. FX thread only. */
final class TileBuffer {
    private int[] pixels = {};
    private int width;
    private int height;
    private PixelBuffer<IntBuffer> buffer;

    /** Paints all pictures; pixels between them stay transparent. */
    void paint(TileContent content, TileGeometry geometry, ImageView view) {
        int newWidth = Math.max(1, geometry.width());
        int newHeight = Math.max(1, geometry.height());
        if (newWidth != width || newHeight != height || buffer == null) {
            width = newWidth;
            height = newHeight;
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        } else {
            Arrays.fill(pixels, 0);
        }
        int[] order = content.order();
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0) {
                int at = geometry.top(i / content.columns()) * width + geometry.left(i % content.columns());
                content.coloring()
                        .paint(
                                content.tiles(),
                                order[i],
                                content.limits()[order[i]],
                                geometry.tileWidth(),
                                geometry.tileHeight(),
                                pixels,
                                at,
                                width);
                roundCorners(at, geometry.tileWidth(), geometry.tileHeight());
            }
        }
        buffer.updateBuffer(b -> null);
    }

    private void roundCorners(int at, int tileWidth, int tileHeight) {
        if (tileWidth < 16 || tileHeight < 16) {
            return;
        }
        int bottom = at + (tileHeight - 1) * width;
        int right = tileWidth - 1;
        for (int corner : new int[] {at, at + right, bottom, bottom + right}) {
            pixels[corner] = 0;
        }
    }
}
