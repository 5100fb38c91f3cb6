package org.whorl.ui.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.application.Platform;

import org.whorl.data.Dataset;
import org.whorl.data.Progress;
import org.whorl.network.Inference;
import org.whorl.network.Trace;
import org.whorl.ui.lab.Shown;

/** Measures how sparse the codes of a network are that is shown but not trained, in the background, on a few test images. */
final class ActiveShares {
    private static final int IMAGES = 24;

    private final BiConsumer<Shown, List<Double>> show;
    private final AtomicReference<Shown> wanted = new AtomicReference<>();
    private Shown last;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "whorl-active-codes");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param show is told the network and the shares of each of its layers, on the FX thread
     */
    ActiveShares(BiConsumer<Shown, List<Double>> show) {
        this.show = show;
    }

    /** Measures a network, unless it has no images yet or was the last to be measured; of several that wait only the latest. */
    void measure(Shown shown) {
        if (shown == last || shown.data().isEmpty()) {
            return;
        }
        last = shown;
        if (wanted.getAndSet(shown) == null) {
            worker.execute(this::work);
        }
    }

    private void work() {
        Shown shown = wanted.getAndSet(null);
        Dataset images = shown.data().orElseThrow().test().first(IMAGES);
        float[] prepared = shown.preparation().apply(images, Progress.NONE);
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
        Platform.runLater(() -> show.accept(shown, shares));
    }
}
