package org.whorl.data;

import org.whorl.file.Memory;

/** The bounds that every reader keeps to, checked before memory is asked for. */
public final class Limits {
    /** The most images a set may have. */
    public static final int MAX_IMAGES = 1_000_000;

    /** The most memory the pixels of a set may take, in bytes: 2 GiB, as 32-bit floats. */
    public static final long MAX_PIXEL_BYTES = 2L << 30;

    /** The most classes a set may have. */
    public static final int MAX_CLASSES = 1_000;

    /** The most bytes a compressed archive may unpack to: 1 GiB, six times the size of CIFAR-10. */
    public static final long MAX_UNPACKED_BYTES = 1L << 30;

    /** Deflate cannot pack tighter than this, so a gzip file cannot hold more than this many times its size. */
    public static final long MAX_DEFLATE_RATIO = 1032;

    private Limits() {}

    /**
     * Checks that a set of this size may be brought into memory.
     *
     * @param from where the size was read, for the message: a file, or a set's name
     * @param images how many images the file claims to hold
     * @param valuesPerImage channels · height · width
     * @throws DataException where there are too many images, or their pixels would not fit
     */
    public static void checkFits(Object from, long images, long valuesPerImage) throws DataException {
        checkFits(from, images, valuesPerImage, 0);
    }

    /** The most memory that the pixels of a set may take here, in bytes. */
    public static long pixelBytes() {
        return Memory.atMost(MAX_PIXEL_BYTES / 3, 4) * 3;
    }

    /**
     * The same for a part of a set.
     *
     * @param from where the size was read, for the message: a file, or a set's name
     * @param images how many images the file claims to hold
     * @param valuesPerImage channels · height · width
     * @param taken bytes of memory that the set's other parts have
     * @throws DataException where there are too many images, or their pixels would not fit beside the other parts
     */
    public static void checkFits(Object from, long images, long valuesPerImage, long taken) throws DataException {
        if (images < 0 || images > MAX_IMAGES) {
            throw new DataException(from + ": expected at most " + MAX_IMAGES + " images, found a header that claims "
                    + images + "; is this the right file?");
        }
        long bytes = images * valuesPerImage * Float.BYTES;
        long allowed = Math.max(0, pixelBytes() - taken);
        if (bytes > allowed) {
            throw new DataException(from + ": expected at most " + (allowed >> 20) + " MiB of pixels, found " + images
                    + " images that need " + (bytes >> 20)
                    + " MiB; use fewer or smaller images, or give Java more memory (-Xmx)");
        }
    }
}
