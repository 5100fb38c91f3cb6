package org.whorl.ui.model.input;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.group.FiniteGroup;
import org.whorl.insight.OtherGroup;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.BackgroundJob;

/** Runs images through the network on one thread of its own. Requests do not queue: the latest replaces the one that waits. */
final class CodeTracer {
    /** A network that is ready to run, with parameters of which it has already made what the kernels want. */
    private static final class Ready {
        private final Inference inference;
        private Parameters loaded;

        Ready(NetworkSpec spec) {
            inference = new Inference(spec);
        }

        /** Whether the parameters are others than before. */
        boolean load(Parameters parameters) {
            boolean others = parameters != loaded;
            if (others) {
                inference.load(parameters);
                loaded = parameters;
            }
            return others;
        }
    }

    private final BackgroundJob<Codes> tracing;
    private final Consumer<Codes> onCodes;
    private final Consumer<String> onFailure;

    // The worker's own.
    private Ready own;
    private CodeInput uprightInput;
    private Trace upright;
    private Ready regrouped;
    private ShownNetwork regroupedFrom;
    private ShownNetwork regroupedShown;
    private CodeInput triedInput;
    private Trace triedUpright;

    /**
     * A tracer that waits for requests.
     *
     * @param receivers runs the two that follow: the FX thread
     * @param onCodes told of every result
     * @param onFailure told why an image could not be run
     */
    CodeTracer(Executor receivers, Consumer<Codes> onCodes, Consumer<String> onFailure) {
        tracing = new BackgroundJob<>("whorl-codes", receivers);
        this.onCodes = onCodes;
        this.onFailure = onFailure;
    }

    /** Asks for an image, turned counter-clockwise, to be run through a network of its shape, and through its layers in another group. */
    void request(ShownNetwork shown, Optional<FiniteGroup> tried, CodeInput input, double degrees) {
        tracing.follow(report -> trace(shown, tried, input, degrees), onCodes, onFailure);
    }

    private Codes trace(ShownNetwork shown, Optional<FiniteGroup> tried, CodeInput input, double degrees) {
        if (own == null || !shown.spec().equals(own.inference.spec())) {
            own = new Ready(shown.spec());
        }
        if (own.load(shown.parameters())) {
            uprightInput = null;
        }
        if (input != uprightInput) {
            upright = own.inference.trace(prepare(shown, input.pixels()));
            uprightInput = input;
        }
        ImageShape shape = input.shape();
        float[] turned = new float[shape.size()];
        ImageRotation.turn(input.pixels(), 0, turned, 0, shape, degrees);
        float[] prepared = prepare(shown, turned);
        Trace trace = degrees == 0 ? upright : own.inference.trace(prepared);
        return new Codes(
                shown,
                input,
                degrees,
                turned,
                prepared,
                trace,
                upright,
                tried.map(group -> tried(shown, group, input, prepared, degrees == 0)));
    }

    private Codes.Tried tried(
            ShownNetwork shown, FiniteGroup group, CodeInput input, float[] prepared, boolean isUpright) {
        boolean other = regroupedShown == null
                || regroupedFrom.parameters() != shown.parameters()
                || !regroupedShown.spec().group().equals(group);
        if (other) {
            Parameters parameters = OtherGroup.of(shown.parameters(), group);
            regroupedFrom = shown;
            regroupedShown = new ShownNetwork(
                    shown.title() + ", its base filters in " + group.describe(),
                    parameters,
                    shown.preparation(),
                    shown.classNames(),
                    shown.data(),
                    shown.version());
        }
        if (regrouped == null || !regrouped.inference.spec().equals(regroupedShown.spec())) {
            regrouped = new Ready(regroupedShown.spec());
        }
        if (regrouped.load(regroupedShown.parameters()) || triedInput != input) {
            triedUpright = regrouped.inference.trace(prepare(shown, input.pixels()));
            triedInput = input;
        }
        return new Codes.Tried(
                regroupedShown, isUpright ? triedUpright : regrouped.inference.trace(prepared), triedUpright);
    }

    private static float[] prepare(ShownNetwork shown, float[] image) {
        float[] prepared = new float[image.length];
        shown.preparation().apply(image, 0, prepared, 0);
        return prepared;
    }
}
