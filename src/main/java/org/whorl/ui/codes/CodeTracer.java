package org.whorl.ui.codes;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.whorl.data.ImageShape;
import org.whorl.data.Turning;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;
import org.whorl.ui.lab.Shown;

/** Runs images through the network on one thread of its own. Requests do not queue: the latest replaces the one that waits. */
final class CodeTracer {
    private record Request(Shown shown, CodeInput input, double degrees) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "whorl-codes");
        worker.setDaemon(true);
        return worker;
    });
    private final AtomicReference<Request> next = new AtomicReference<>();
    private final Executor receivers;
    private final Consumer<Codes> onCodes;
    private final Consumer<RuntimeException> onFailure;

    // The worker's own.
    private NetworkSpec spec;
    private Inference inference;
    private Parameters loaded;
    private CodeInput uprightInput;
    private Trace upright;

    /**
     * A tracer that waits for requests.
     *
     * @param receivers runs the two that follow: the FX thread
     * @param onCodes told of every result
     * @param onFailure told where an image could not be run
     */
    CodeTracer(Executor receivers, Consumer<Codes> onCodes, Consumer<RuntimeException> onFailure) {
        this.receivers = receivers;
        this.onCodes = onCodes;
        this.onFailure = onFailure;
    }

    /** Asks for an image, turned counter-clockwise, to be run through a network of its shape. */
    void request(Shown shown, CodeInput input, double degrees) {
        if (next.getAndSet(new Request(shown, input, degrees)) == null) {
            thread.execute(this::work);
        }
    }

    private void work() {
        Request request = next.getAndSet(null);
        try {
            Codes codes = trace(request);
            receivers.execute(() -> onCodes.accept(codes));
        } catch (RuntimeException failure) {
            receivers.execute(() -> onFailure.accept(failure));
        }
    }

    private Codes trace(Request request) {
        Shown shown = request.shown;
        CodeInput input = request.input;
        Parameters parameters = shown.parameters();
        if (!shown.spec().equals(spec)) {
            spec = shown.spec();
            inference = new Inference(spec);
            loaded = null;
        }
        if (parameters != loaded) {
            inference.load(parameters);
            loaded = parameters;
            uprightInput = null;
        }
        if (input != uprightInput) {
            upright = inference.trace(prepare(shown, input.pixels()));
            uprightInput = input;
        }
        ImageShape shape = input.shape();
        float[] turned = new float[shape.size()];
        Turning.turn(input.pixels(), 0, turned, 0, shape, request.degrees);
        float[] prepared = prepare(shown, turned);
        Trace trace = request.degrees == 0 ? upright : inference.trace(prepared);
        return new Codes(shown, input, request.degrees, turned, prepared, trace, upright);
    }

    private static float[] prepare(Shown shown, float[] image) {
        float[] prepared = new float[image.length];
        shown.preparation().apply(image, 0, prepared, 0);
        return prepared;
    }
}
