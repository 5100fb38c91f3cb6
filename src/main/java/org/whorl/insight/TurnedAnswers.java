package org.whorl.insight;

import java.util.List;

import org.whorl.data.ImageRotation;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;

/** What a network answers when one image is turned. Not thread-safe; reuses its memory from angle to angle. */
public final class TurnedAnswers {
    private final Model model;
    private final Inference inference;
    private final float[] turned;
    private final float[] prepared;
    private final float[] logits;

    /**
     * One answer.
     *
     * @param named the class that the network names
     * @param probabilities of every class, 0 to 1
     */
    public record Answer(int named, double[] probabilities) {}

    public TurnedAnswers(Model model) {
        this.model = model;
        inference = new Inference(model.spec());
        inference.load(model.parameters());
        turned = new float[model.spec().input().size()];
        prepared = new float[turned.length];
        logits = new float[model.spec().classes()];
    }

    /** Whose answers they are. */
    public Model model() {
        return model;
    }

    /**
     * The answer at an angle.
     *
     * @param pixels the image, upright and not prepared, [C, H, W], from {@code offset}
     * @param degrees by which it is turned, counter-clockwise
     */
    public Answer at(float[] pixels, int offset, double degrees) {
        ImageRotation.turn(pixels, offset, turned, 0, model.spec().input(), degrees);
        model.preparation().apply(turned, 0, prepared, 0);
        inference.logits(prepared, 0, 1, logits, 0);
        Trace scores = new Trace(model.spec().geometry(), List.of(), logits);
        return new Answer(scores.prediction(), scores.probabilities());
    }
}
