package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.network.Inference;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/** Measures how sparse the codes of a network are that is shown but not trained, in the background, on a few test images. */
final class ActiveShares {
    private static final int IMAGES = 24;

    private final Consumer<List<Double>> show;
    private final Consumer<String> failed;
    private final BackgroundJob<List<Double>> measuring = new BackgroundJob<>("whorl-active-codes", Platform::runLater);
    private ShownNetwork latest;

    /**
     * @param show is told the shares of each layer, on the FX thread
     * @param failed is told why there are none
     */
    ActiveShares(Consumer<List<Double>> show, Consumer<String> failed) {
        this.show = show;
        this.failed = failed;
    }

    /**
     * Measures a network, or shows that there are no shares where it has no images; not the one that was last asked for, and of several
     * that wait only the latest.
     */
    void measure(ShownNetwork shown) {
        if (shown == latest) {
            return;
        }
        latest = shown;
        if (shown.data().isEmpty()) {
            measuring.forget();
            show.accept(List.of());
        } else {
            measuring.replace("", report -> shares(shown, report), show, failed);
        }
    }

    private static List<Double> shares(ShownNetwork shown, Progress progress) {
        Dataset images = shown.data().orElseThrow().test().first(IMAGES);
        float[] prepared = shown.preparation().apply(images, progress);
        int layers = shown.spec().layers();
        int size = images.shape().size();
        List<Double> shares = new ArrayList<>(Collections.nCopies(layers, 0.0));
        Inference inference = new Inference(shown.spec());
        for (int i = 0; i < images.size(); i++) {
            float[] image = Arrays.copyOfRange(prepared, i * size, (i + 1) * size);
            Trace trace = inference.trace(shown.parameters(), image);
            for (int l = 0; l < layers; l++) {
                shares.set(l, shares.get(l) + trace.layers().get(l).activeFraction() / images.size());
            }
        }
        return shares;
    }
}
