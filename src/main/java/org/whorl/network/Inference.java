package org.whorl.network;

/** Runs single images through a network, on the calling thread. Not thread-safe; reuses its memory from call to call. */
public final class Inference {
    public Inference(NetworkSpec spec) {}

    /** Every layer's maps of one prepared image, [C, H, W]. */
    public Trace trace(Parameters parameters, float[] image) {
        throw new IllegalStateException();
    }

    /** The class scores of {@code count} prepared images, [count, C, H, W] from {@code offset}; into [count, classes]. */
    public void logits(Parameters parameters, float[] images, int offset, int count, float[] logits) {
        throw new IllegalStateException();
    }
}
