package org.whorl.kernel;

/**
 * The sizes of a layer's images, filters and code maps.
 *
 * @param channels image channels C
 * @param height image rows H
 * @param width image columns W
 * @param kernelHeight filter rows
 * @param kernelWidth filter columns
 * @param padding zeros on every side of the image
 * @param filters K
 */
public record Geometry(
        int channels, int height, int width, int kernelHeight, int kernelWidth, int padding, int filters) {
    public Geometry {
        if (channels < 1
                || filters < 1
                || kernelHeight < 1
                || kernelWidth < 1
                || padding < 0
                || kernelHeight > height + 2 * padding
                || kernelWidth > width + 2 * padding) {
            throw new IllegalArgumentException(
                    "geometry: expected filters that fit into the padded image, found " + channels + "x"
                            + height + "x" + width + ", padding " + padding + ", " + filters + " filters of "
                            + kernelHeight + "x"
                            + kernelWidth);
        }
    }

    /** Rows of a code map, H + 2·padding − kernel + 1. */
    public int codeHeight() {
        return height + 2 * padding - kernelHeight + 1;
    }

    /** Columns of a code map. */
    public int codeWidth() {
        return width + 2 * padding - kernelWidth + 1;
    }

    /** Elements of one code map. */
    public int mapSize() {
        return codeHeight() * codeWidth();
    }

    /** Values of an image. */
    public int imageSize() {
        return channels * height * width;
    }

    /** Values of one filter, over all channels. */
    public int filterSize() {
        return channels * kernelHeight * kernelWidth;
    }

    /** Floating-point operations of one analyze, synthesize or correlate: two for each product. */
    public long flops() {
        return 2L * filters * filterSize() * mapSize();
    }
}
