package org.whorl.data.picture;

import java.awt.Rectangle;

/**
 * How a picture is stored: EXIF's tag 274 (Exif 3.0, 4.6.5.1.7). Turning by quarters and mirroring only, so that no value changes.
 *
 * @param transposed whether rows and columns are exchanged to show it, before it is mirrored
 * @param leftRight whether it is mirrored left to right to show it
 * @param topBottom whether it is mirrored top to bottom to show it
 */
record Orientation(boolean transposed, boolean leftRight, boolean topBottom) {
    /** As it is shown. */
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** The orientation of an EXIF number; upright where it is not from 1 to 8, as viewers take it. */
    static Orientation of(long exif) {
        return switch ((int) Math.max(0, Math.min(9, exif))) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /**
     * Where a part of the upright picture is stored.
     *
     * @param width of the upright picture
     * @param height of the upright picture
     */
    Rectangle stored(Rectangle part, int width, int height) {
        int x = leftRight ? width - part.x - part.width : part.x;
        int y = topBottom ? height - part.y - part.height : part.y;
        return transposed ? new Rectangle(y, x, part.height, part.width) : new Rectangle(x, y, part.width, part.height);
    }

    /**
     * Brings a plane upright.
     *
     * @param plane as stored: [height, width], or [width, height] where transposed
     * @param height of the upright plane
     * @param width of the upright plane
     * @return [height, width]
     */
    float[] upright(float[] plane, int height, int width) {
        if (equals(UPRIGHT)) {
            return plane;
        }
        float[] out = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = leftRight ? width - 1 - x : x;
                int fromY = topBottom ? height - 1 - y : y;
                out[y * width + x] = transposed ? plane[fromX * height + fromY] : plane[fromY * width + fromX];
            }
        }
        return out;
    }
}
