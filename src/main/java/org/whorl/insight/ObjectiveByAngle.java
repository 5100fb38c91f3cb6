package org.whorl.insight;

import java.util.concurrent.CancellationException;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.kernel.Kernels;
import org.whorl.network.Evaluation;
import org.whorl.network.Model;
import org.whorl.network.Parameters;
import org.whorl.network.WorkerPool;

/**
 * What a network's objective would be were its filters turned by other angles, all else unchanged: a cut through the landscape in which
 * an angle is learned. Filters that were trained at an angle make a valley there.
 *
 * @param degrees angles, ascending
 * @param losses the mean objective of the images at each
 */
public record ObjectiveByAngle(double[] degrees, double[] losses) {
    /**
     * Measures on the calling thread.
     *
     * @param model one that learns its angle
     * @param images at least one, of the network's shape, in [0, 1]
     * @param degrees angles, ascending
     * @throws CancellationException where the progress says no
     */
    public static ObjectiveByAngle of(Model model, Dataset images, double[] degrees, Progress progress) {
        int size = images.shape().size();
        float[] prepared = new float[images.size() * size];
        for (int n = 0; n < images.size(); n++) {
            model.preparation().apply(images.pixels(), n * size, prepared, n * size);
        }
        Parameters parameters = model.parameters().copy();
        double[] losses = new double[degrees.length];
        try (WorkerPool pool = new WorkerPool(1)) {
            Evaluation evaluation = new Evaluation(model.spec(), Kernels.best(), pool);
            for (int i = 0; i < degrees.length; i++) {
                if (!progress.report("the objective at other angles", i, degrees.length)) {
                    throw new CancellationException();
                }
                parameters.setGeneratorAngle(degrees[i]);
                losses[i] = evaluation
                        .run(parameters, model.preparation(), prepared, images.labels(), done -> true)
                        .loss();
            }
        }
        return new ObjectiveByAngle(degrees.clone(), losses);
    }

    /** The angle at which it is lowest. */
    public double lowest() {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return degrees[best];
    }
}
