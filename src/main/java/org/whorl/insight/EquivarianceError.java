package org.whorl.insight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.Progress;
import org.whorl.network.Copies;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;
import org.whorl.network.WorkerPool;

/**
 * How far codes are from turning along with their input: ‖f(g·x) − g·f(x)‖ / ‖f(x)‖, where f makes a layer's code of an image and g
 * is a rotation. The norms go over many images: √(Σ‖f(g·x) − g·f(x)‖² / Σ‖f(x)‖²), 0 where both sums are.
 *
 * <p>g turns an image before it is prepared, bilinearly, with zeros outside; how it acts on a code, {@link CodeRotation} says.
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
        List<Copies> copies = IntStream.range(0, layers)
                .mapToObj(l -> Copies.of(model.parameters(), l))
                .toList();
        List<List<CodeRotation>> rotations =
                degrees.stream().map(angle -> rotations(model, copies, angle)).toList();
        double[] sums = new double[(degrees.size() + 1) * layers];
        double[][] images = new double[dataset.size()][];
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            Comparison[] workers = new Comparison[pool.threads()];
            Arrays.setAll(workers, i -> new Comparison(model, degrees, rotations));
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
                                .mapToObj(l -> CodeRotation.ratio(sums[(a + 1) * layers + l], sums[l]))
                                .toList()))
                .toList();
    }

    /** How codes turn, by layer; one for all layers whose copies are alike. */
    private static List<CodeRotation> rotations(Model model, List<Copies> copies, double degrees) {
        Map<Copies, CodeRotation> known = new HashMap<>();
        return copies.stream()
                .map(each -> known.computeIfAbsent(each, c -> new CodeRotation(model.spec(), c, degrees)))
                .toList();
    }

    /** Compares the codes of images with those of the turned images; for one thread. */
    private static final class Comparison {
        private final Model model;
        private final List<Double> degrees;
        private final List<List<CodeRotation>> rotations;
        private final Inference inference;

        Comparison(Model model, List<Double> degrees, List<List<CodeRotation>> rotations) {
            this.model = model;
            this.degrees = degrees;
            this.rotations = rotations;
            inference = new Inference(model.spec());
            inference.load(model.parameters());
        }

        /** For one image ‖f(x)‖² by layer, then for each angle ‖f(g·x) − g·f(x)‖² by layer. */
        double[] sums(Dataset dataset, int image) {
            int layers = model.spec().layers();
            double[] sums = new double[(degrees.size() + 1) * layers];
            int size = dataset.shape().size();
            float[] turned = new float[size];
            Trace upright = trace(dataset.pixels(), image * size);
            for (int a = 0; a < degrees.size(); a++) {
                ImageRotation.turn(dataset.pixels(), image * size, turned, 0, dataset.shape(), degrees.get(a));
                Trace answer = trace(turned, 0);
                for (int l = 0; l < layers; l++) {
                    CodeRotation rotation = rotations.get(a).get(l);
                    float[] code = upright.layers().get(l).code();
                    sums[l] = a == 0 ? rotation.squares(code) : sums[l];
                    sums[(a + 1) * layers + l] =
                            rotation.squaredDistance(answer.layers().get(l).code(), rotation.turn(code));
                }
            }
            return sums;
        }

        private Trace trace(float[] pixels, int offset) {
            float[] input = new float[model.spec().input().size()];
            model.preparation().apply(pixels, offset, input, 0);
            return inference.trace(input);
        }
    }
}
