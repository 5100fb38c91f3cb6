package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.Turning;
import org.whorl.group.CyclicGroup;
import org.whorl.kernel.Geometry;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;
import org.whorl.network.WorkerPool;

/**
 * How far codes are from turning along with their input: ‖f(g·x) − g·f(x)‖ / ‖f(x)‖, where f makes a layer's code of an image and g
 * is a rotation. The norms go over many images: √(Σ‖f(g·x) − g·f(x)‖² / Σ‖f(x)‖²), 0 where both sums are.
 *
 * <p>g turns an image before it is prepared, bilinearly, with zeros outside. It turns a code by turning every map in the same way and by
 * shifting the orbits: what filter (r, b) answered to x, filter (r + m, b) answers to the image turned by m times the generator's
 * angle. <b>Between those angles no element of the group acts</b>, so that there is no exact answer that the network could give: there
 * the orbits are shifted by a fraction, linearly between the two nearest shifts. That agrees with the definition at the group's angles
 * and joins them; a network without rotations (N = 1) has its maps turned and nothing shifted.
 *
 * <p>Only elements inside the circle that fits into a map count, since the corners leave the picture when it turns.
 *
 * @param degrees the angle, counter-clockwise
 * @param layers the error of each layer's code, from the first to the last
 */
public record EquivarianceError(double degrees, List<Double> layers) {
    public EquivarianceError {
        layers = List.copyOf(layers);
    }

    /** The error of the network's code, which is the last layer's. */
    public double code() {
        return layers.get(layers.size() - 1);
    }

    /**
     * Measures it at each angle.
     *
     * @param dataset images of the model's input shape, which has to be square
     * @throws IllegalArgumentException where they are not
     * @throws CancellationException where the progress asks to stop
     */
    public static List<EquivarianceError> of(Model model, Dataset dataset, List<Double> degrees, Progress progress) {
        TestResult.check(model, dataset);
        if (dataset.shape().height() != dataset.shape().width()) {
            throw new IllegalArgumentException("images: expected square ones, found " + dataset.shape());
        }
        int layers = model.spec().layers();
        double[] sums = new double[(degrees.size() + 1) * layers];
        double[][] images = new double[dataset.size()][];
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            Comparison[] workers = new Comparison[pool.threads()];
            Arrays.setAll(workers, i -> new Comparison(model, degrees));
            int portion = 4 * pool.threads();
            for (int first = 0; first < images.length; first += portion) {
                if (!progress.report("equivariance error", first, images.length)) {
                    throw new CancellationException();
                }
                int from = first;
                pool.run(
                        Math.min(portion, images.length - first),
                        (task, worker) -> images[from + task] = workers[worker].sums(dataset, from + task));
            }
        }
        // In the images' order, so that the result has the same bits on any number of threads.
        for (double[] image : images) {
            Arrays.setAll(sums, i -> sums[i] + image[i]);
        }
        return IntStream.range(0, degrees.size())
                .mapToObj(a -> new EquivarianceError(
                        degrees.get(a),
                        IntStream.range(0, layers)
                                .mapToObj(l -> ratio(sums[(a + 1) * layers + l], sums[l]))
                                .toList()))
                .toList();
    }

    private static double ratio(double difference, double norm) {
        return difference == 0 ? 0 : Math.sqrt(difference / norm);
    }

    /** Compares the codes of images with those of the turned images; for one thread. */
    private static final class Comparison {
        private final Model model;
        private final List<Double> degrees;
        private final Inference inference;
        private final Geometry geometry;
        private final boolean[] inside;

        Comparison(Model model, List<Double> degrees) {
            this.model = model;
            this.degrees = degrees;
            inference = new Inference(model.spec());
            geometry = model.spec().geometry();
            inside = disc(geometry.codeHeight());
        }

        /** For one image ‖f(x)‖² by layer, then for each angle ‖f(g·x) − g·f(x)‖² by layer. */
        double[] sums(Dataset dataset, int image) {
            int layers = model.spec().layers();
            double[] sums = new double[(degrees.size() + 1) * layers];
            int size = dataset.shape().size();
            float[] turned = new float[size];
            Trace upright = trace(dataset.pixels(), image * size);
            for (int l = 0; l < layers; l++) {
                sums[l] = squares(upright.layers().get(l).code());
            }
            for (int a = 0; a < degrees.size(); a++) {
                double angle = degrees.get(a);
                Turning.turn(dataset.pixels(), image * size, turned, 0, dataset.shape(), angle);
                Trace answer = trace(turned, 0);
                for (int l = 0; l < layers; l++) {
                    sums[(a + 1) * layers + l] = squaredDistance(
                            answer.layers().get(l).code(),
                            turn(upright.layers().get(l).code(), angle));
                }
            }
            return sums;
        }

        private Trace trace(float[] pixels, int offset) {
            float[] input = new float[model.spec().input().size()];
            model.preparation().apply(pixels, offset, input, 0);
            return inference.trace(model.parameters(), input);
        }

        /** g·f(x): every map turned, and the orbits shifted. */
        private float[] turn(float[] code, double angle) {
            CyclicGroup group = model.spec().group();
            int mapSize = geometry.mapSize();
            int orbit = model.spec().baseFilters() * mapSize;
            ImageShape map = new ImageShape(1, geometry.codeHeight(), geometry.codeWidth());
            float[] maps = new float[code.length];
            for (int k = 0; k < geometry.filters(); k++) {
                Turning.turn(code, k * mapSize, maps, k * mapSize, map, angle);
            }
            double shift = angle / group.generatorAngle();
            // An angle of the group stays one when it has gone through floating point.
            int whole = (int) Math.floor(shift + 1e-9);
            float share = (float) Math.max(0, shift - whole);
            float[] shifted = new float[code.length];
            for (int r = 0; r < group.order(); r++) {
                int near = Math.floorMod(r - whole, group.order()) * orbit;
                int next = Math.floorMod(r - whole - 1, group.order()) * orbit;
                for (int i = 0; i < orbit; i++) {
                    shifted[r * orbit + i] =
                            share < 1e-6f ? maps[near + i] : (1 - share) * maps[near + i] + share * maps[next + i];
                }
            }
            return shifted;
        }

        private double squares(float[] code) {
            double sum = 0;
            for (int i = 0; i < code.length; i++) {
                sum += inside[i % inside.length] ? (double) code[i] * code[i] : 0;
            }
            return sum;
        }

        private double squaredDistance(float[] a, float[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                double difference = (double) a[i] - b[i];
                sum += inside[i % inside.length] ? difference * difference : 0;
            }
            return sum;
        }

        private static boolean[] disc(int side) {
            boolean[] inside = new boolean[side * side];
            double centre = (side - 1) / 2.0;
            for (int i = 0; i < inside.length; i++) {
                inside[i] = Math.hypot(i / side - centre, i % side - centre) <= centre + 1e-9;
            }
            return inside;
        }
    }
}
