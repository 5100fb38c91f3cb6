package org.whorl.data;

import java.util.SplittableRandom;

/** A random change that leaves an image's class alone: every epoch sees every training image in another variant. */
public enum Augmentation {
    /** Left and right change places, half of the time. For photographs; digits become others. */
    FLIP {
        @Override
        public void apply(
                float[] images,
                int at,
                ImageShape shape,
                float[] background,
                float[] scratch,
                SplittableRandom random) {
            if (random.nextBoolean()) {
                return;
            }
            int width = shape.width();
            for (int row = at; row < at + shape.size(); row += width) {
                for (int x = 0; x < width / 2; x++) {
                    float left = images[row + x];
                    images[row + x] = images[row + width - 1 - x];
                    images[row + width - 1 - x] = left;
                }
            }
        }
    },

    /** Moved by whole pixels, each way by at most a fourteenth of the side: two pixels of 28 or 32. */
    SHIFT {
        @Override
        public void apply(
                float[] images,
                int at,
                ImageShape shape,
                float[] background,
                float[] scratch,
                SplittableRandom random) {
            int height = shape.height();
            int width = shape.width();
            int down = random.nextInt(-height / 14, height / 14 + 1);
            int right = random.nextInt(-width / 14, width / 14 + 1);
            System.arraycopy(images, at, scratch, 0, shape.size());
            for (int c = 0; c < shape.channels(); c++) {
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        int fromY = y - down;
                        int fromX = x - right;
                        boolean inside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width;
                        images[at + (c * height + y) * width + x] =
                                inside ? scratch[(c * height + fromY) * width + fromX] : background[c];
                    }
                }
            }
        }
    },

    /** Turned by 0°, 90°, 180° or 270°, which moves pixels and blurs none. Square images only; others are turned by 0° or 180°. */
    QUARTER {
        @Override
        public void apply(
                float[] images,
                int at,
                ImageShape shape,
                float[] background,
                float[] scratch,
                SplittableRandom random) {
            int quarters = random.nextInt(4);
            if (shape.height() != shape.width()) {
                quarters = quarters / 2 * 2;
            }
            System.arraycopy(images, at, scratch, 0, shape.size());
            ImageRotation.turn(scratch, 0, images, at, shape, 90.0 * quarters);
        }
    },

    /** Turned about its centre by an angle that is uniform in [0°, 360°), bicubic: what was turned before is not blurred twice. */
    TURN {
        @Override
        public void apply(
                float[] images,
                int at,
                ImageShape shape,
                float[] background,
                float[] scratch,
                SplittableRandom random) {
            int plane = shape.height() * shape.width();
            // Turning brings zeros in from outside: what lies there has to be zero meanwhile.
            for (int i = 0; i < shape.size(); i++) {
                scratch[i] = images[at + i] - background[i / plane];
            }
            ImageRotation.turnSharply(scratch, images, at, shape, 360 * random.nextDouble());
            for (int i = 0; i < shape.size(); i++) {
                images[at + i] += background[i / plane];
            }
        }
    };

    /**
     * Changes one image in place.
     *
     * @param images prepared images, [count, C, H, W]
     * @param at where the image begins
     * @param background [C], the value of what lies outside of an image
     * @param scratch at least C·H·W values to use meanwhile
     * @param random the change follows from it
     */
    public abstract void apply(
            float[] images, int at, ImageShape shape, float[] background, float[] scratch, SplittableRandom random);
}
