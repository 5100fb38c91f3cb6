package org.whorl.data;

/**
 * The shape of one image.
 *
 * @param channels 1 for grey, 3 for colour
 * @param height rows
 * @param width columns
 */
public record ImageShape(int channels, int height, int width) {
    /** The most values an image may have: 3 × 512 × 512. */
    public static final int MAX_SIZE = 3 * 512 * 512;

    public ImageShape {
        if (channels < 1 || height < 1 || width < 1 || (long) channels * height * width > MAX_SIZE) {
            throw new IllegalArgumentException("image shape: expected positive sizes of at most " + MAX_SIZE
                    + " values together, found " + channels + "x" + height + "x" + width);
        }
    }

    /** The number of values: channels · height · width. */
    public int size() {
        return channels * height * width;
    }

    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
