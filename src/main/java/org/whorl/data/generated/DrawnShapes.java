package org.whorl.data.generated;

import java.util.List;
import java.util.SplittableRandom;

import org.whorl.data.ImageShape;
import org.whorl.random.NormalNumbers;

/**
 * Eight kinds of figures of bright lines on a dark ground, each at its own turn, place, size and width, none drawn quite straight, with a
 * little noise: what is seen does not depend on how it is turned, so a network that knows this has less to learn.
 */
final class DrawnShapes extends Painter {
    private static final double NOISE = 0.08;
    private static final double UNSTEADY = 0.08;
    private static final int ARC_STEPS = 12;

    /** One kind: lines through points of a square from −1 to 1, {x, y, x, y …}, y upwards. */
    private record Figure(String name, double[]... lines) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("stroke", new double[] {-1, 0, 1, 0}),
            new Figure("corner", new double[] {-0.7, 0.9, -0.7, -0.7, 0.9, -0.7}),
            new Figure("cross", new double[] {-1, 0, 1, 0}, new double[] {0, -1, 0, 1}),
            new Figure("tee", new double[] {-0.9, 0.7, 0.9, 0.7}, new double[] {0, 0.7, 0, -1}),
            new Figure("star of three", new double[] {0, 0, 0, 1}, new double[] {0, 0, 0.87, -0.5}, new double[] {
                0, 0, -0.87, -0.5
            }),
            new Figure("zigzag", new double[] {-0.7, 0.8, 0.7, 0.8, -0.7, -0.8, 0.7, -0.8}),
            new Figure("arc", arc(0.85, ARC_STEPS)),
            new Figure("ring", arc(0.85, 2 * ARC_STEPS)));

    private final ImageShape shape;
    private final boolean upright;

    /** Of a side in pixels; turned unless they are to stay upright. */
    DrawnShapes(int side, boolean upright) {
        shape = new ImageShape(1, side, side);
        this.upright = upright;
    }

    /** Part of a circle, counter-clockwise from the right, 24 steps of 15° being the whole. */
    private static double[] arc(double radius, int steps) {
        double[] points = new double[2 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.PI * i / ARC_STEPS;
            points[2 * i] = radius * StrictMath.cos(angle);
            points[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return points;
    }

    @Override
    ImageShape shape() {
        return shape;
    }

    @Override
    List<String> classNames() {
        return FIGURES.stream().map(Figure::name).toList();
    }

    @Override
    int paint(int wanted, SplittableRandom random, float[] pixels, int at) {
        int side = shape.width();
        double turn = between(random, 0, 2 * StrictMath.PI);
        double cos = upright ? 1 : StrictMath.cos(turn);
        double sin = upright ? 0 : StrictMath.sin(turn);
        double reach = side * between(random, 0.24, 0.34);
        double half = side * between(random, 0.03, 0.055);
        double x = side * between(random, 0.42, 0.58);
        double y = side * between(random, 0.42, 0.58);
        double bright = between(random, 0.6, 1);
        for (double[] line : FIGURES.get(wanted).lines()) {
            double[] drawn = new double[line.length];
            // A circle is drawn in one go: each of its points would tremble otherwise.
            double unsteady = line.length > 2 * ARC_STEPS ? 0 : UNSTEADY;
            for (int i = 0; i < line.length; i += 2) {
                double right = line[i] + between(random, -unsteady, unsteady);
                double up = line[i + 1] + between(random, -unsteady, unsteady);
                drawn[i] = x + reach * (right * cos - up * sin);
                drawn[i + 1] = y - reach * (right * sin + up * cos);
            }
            draw(drawn, half, (float) bright, pixels, at);
        }
        NormalNumbers normal = new NormalNumbers(random);
        for (int i = at; i < at + shape.size(); i++) {
            pixels[i] = (float) Math.max(0, Math.min(1, pixels[i] + NOISE * normal.next()));
        }
        return wanted;
    }

    private void draw(double[] line, double half, float bright, float[] pixels, int at) {
        int side = shape.width();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int i = 0; i + 3 < line.length; i += 2) {
                    nearest = Math.min(nearest, distance(column + 0.5, row + 0.5, line, i));
                }
                double cover = Math.max(0, Math.min(1, half - nearest + 0.5));
                int pixel = at + row * side + column;
                pixels[pixel] = Math.max(pixels[pixel], (float) (bright * cover));
            }
        }
    }

    /** From a point to the line from one point of a line to its next. */
    private static double distance(double x, double y, double[] line, int from) {
        double alongX = line[from + 2] - line[from];
        double alongY = line[from + 3] - line[from + 1];
        double toX = x - line[from];
        double toY = y - line[from + 1];
        double length = alongX * alongX + alongY * alongY;
        double share = length > 0 ? Math.max(0, Math.min(1, (toX * alongX + toY * alongY) / length)) : 0;
        double offX = toX - share * alongX;
        double offY = toY - share * alongY;
        return Math.sqrt(offX * offX + offY * offY);
    }
}
