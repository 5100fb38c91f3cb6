package org.whorl.insight;

import java.util.concurrent.CancellationException;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.kernel.Kernels;
import org.whorl.network.Evaluation;
import org.whorl.network.Model;
import org.whorl.network.WorkerPool;

/**
 * How well a model does on images.
 *
 * @param images how many
 * @param accuracy share that was classified rightly, 0 to 1; NaN for a model that was not trained to classify
 * @param loss the model's objective, mean over images: cross-entropy, ½‖x − x̂‖² + λ‖z‖₁, or both by their weights
 * @param confusion which classes were taken for which
 */
public record TestResult(int images, double accuracy, double loss, Confusion confusion) {
    /**
     * Tests a model, on all cores. The images are prepared as the model was trained, by the statistics that it carries.
     *
     * @throws IllegalArgumentException where there are no images, they are of another shape than the model's input, or have labels that
     *     the model does not know
     * @throws CancellationException where the progress asks to stop
     */
    public static TestResult of(Model model, Dataset dataset, Progress progress) {
        return of(model, model.preparation(), dataset, progress);
    }

    /**
     * The same on images that are prepared in another way than the model says, such as by their own statistics.
     *
     * @see #of(Model, Dataset, Progress)
     */
    public static TestResult of(Model model, Preparation preparation, Dataset dataset, Progress progress) {
        check(model, dataset);
        float[] inputs = preparation.apply(dataset, progress);
        Evaluation.Result result;
        try (WorkerPool pool = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
            result = new Evaluation(model.spec(), Kernels.best(), pool)
                    .run(
                            model.parameters(),
                            preparation,
                            inputs,
                            dataset.labels(),
                            done -> progress.report("evaluating", done, dataset.size()));
        }
        boolean classifies = model.spec().objective().classifies();
        return new TestResult(
                dataset.size(),
                classifies ? result.accuracy() : Double.NaN,
                result.loss(),
                Confusion.of(model.classNames(), dataset.labels(), result.predictions()));
    }

    static void check(Model model, Dataset dataset) {
        if (dataset.size() == 0) {
            throw new IllegalArgumentException("images: expected at least one, found none");
        }
        if (!dataset.shape().equals(model.spec().input())) {
            throw new IllegalArgumentException(
                    "images: expected " + model.spec().input() + " as the model takes them, found " + dataset.shape());
        }
        int classes = model.spec().classes();
        for (int label : dataset.labels()) {
            if (label >= classes) {
                throw new IllegalArgumentException("labels: expected those of the model's " + classes
                        + " classes, 0 to " + (classes - 1) + ", found " + label);
            }
        }
    }
}
