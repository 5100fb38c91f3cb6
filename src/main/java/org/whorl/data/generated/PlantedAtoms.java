package org.whorl.data.generated;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.whorl.data.ImageShape;
import org.whorl.random.NormalNumbers;

/**
 * Images that are sums of few small patterns, a filter's size each: kinds that the set's seed draws, each in as many orientations as
 * follow one another at the planted angle. So it is known which filters, and which angle between them, explain the images. The class is
 * the kind of the strongest pattern.
 */
final class PlantedAtoms extends Painter {
    /** Pixels from a pattern's middle to where it ends, the half of a filter's side. */
    private static final double RADIUS = 4;

    private static final double GROUND = 0.5;
    private static final double CONTRAST = 0.35;
    private static final double NOISE = 0.01;
    /** Pixels for which there is one pattern. */
    private static final int AREA = 90;

    private final ImageShape shape;
    private final int order;
    private final double every;
    private final List<Pattern> kinds;

    /**
     * Of a side in pixels.
     *
     * @param kinds how many patterns, each in all orientations
     * @param order how many orientations
     * @param every degrees from one to the next, counter-clockwise
     */
    PlantedAtoms(int side, int kinds, int order, double every, long seed) {
        shape = new ImageShape(1, side, side);
        this.order = order;
        this.every = every;
        SplittableRandom random = new SplittableRandom(seed);
        this.kinds = IntStream.range(0, kinds)
                .mapToObj(kind -> Pattern.drawn(random, kind % 2 == 0))
                .toList();
    }

    /** A wave under a bell: all in pixels, phase in radians; a bend makes its crests parts of circles. */
    private record Pattern(double along, double across, double period, double phase, double bend, double offset) {
        static Pattern drawn(SplittableRandom random, boolean straight) {
            return new Pattern(
                    between(random, 1.5, 2),
                    between(random, 0.9, 1.4),
                    between(random, 3.5, 6.5),
                    // Neither even nor odd: a half turn makes another pattern.
                    between(random, 0.5, 1.1),
                    straight ? 0 : between(random, 0.12, 0.25),
                    between(random, 0.4, 1));
        }

        /** Its value at a place of its own axes; it has no symmetry, so that every orientation is another. */
        double at(double x, double y) {
            double wave = 2 * StrictMath.PI * (y - bend * x * x) / period + phase;
            double shifted = x - offset;
            return StrictMath.cos(wave)
                    * StrictMath.exp(-shifted * shifted / (2 * along * along) - y * y / (2 * across * across));
        }
    }

    @Override
    ImageShape shape() {
        return shape;
    }

    @Override
    List<String> classNames() {
        return IntStream.rangeClosed(1, kinds.size())
                .mapToObj(i -> "pattern " + i)
                .toList();
    }

    @Override
    int paint(int wanted, SplittableRandom random, float[] pixels, int at) {
        int side = shape.width();
        Arrays.fill(pixels, at, at + shape.size(), (float) GROUND);
        int count = Math.max(1, shape.size() / AREA);
        for (int i = 0; i < count; i++) {
            Pattern kind = kinds.get(i == 0 ? wanted : random.nextInt(kinds.size()));
            double turn = StrictMath.toRadians(random.nextInt(order) * every);
            // Between pixels, as a filter of even side has its middle, and at whole steps, as filters move.
            double x = random.nextInt(side + 1);
            double y = random.nextInt(side + 1);
            double weight = CONTRAST * (i == 0 ? 1 : between(random, 0.5, 1));
            lay(kind, x, y, StrictMath.cos(turn), StrictMath.sin(turn), weight, pixels, at);
        }
        NormalNumbers normal = new NormalNumbers(random);
        for (int i = at; i < at + shape.size(); i++) {
            pixels[i] = (float) Math.max(0, Math.min(1, pixels[i] + NOISE * normal.next()));
        }
        return wanted;
    }

    private void lay(Pattern kind, double x, double y, double cos, double sin, double weight, float[] pixels, int at) {
        int side = shape.width();
        for (int row = (int) Math.max(0, y - RADIUS); row < Math.min(side, y + RADIUS); row++) {
            for (int column = (int) Math.max(0, x - RADIUS); column < Math.min(side, x + RADIUS); column++) {
                double right = column + 0.5 - x;
                double up = y - row - 0.5;
                if (right * right + up * up <= RADIUS * RADIUS) {
                    pixels[at + row * side + column] +=
                            (float) (weight * kind.at(right * cos + up * sin, up * cos - right * sin));
                }
            }
        }
    }
}
