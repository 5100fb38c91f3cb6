package org.whorl.network;

import java.util.List;
import java.util.stream.IntStream;

import org.whorl.kernel.Geometry;

/**
 * Everything that one image goes through, layer by layer, at inference (batch norms use their running statistics).
 *
 * @param geometry the sizes of all maps
 * @param layers what each layer held
 * @param logits a score a class
 */
public record Trace(Geometry geometry, List<Layer> layers, float[] logits) {
    public Trace {
        layers = List.copyOf(layers);
    }

    /**
     * One layer. Images are [C, H, W]; maps are [K, code height, code width], without padding, C order.
     *
     * @param momentum v, where the layer starts from; zeros in the first
     * @param residual x − W v
     * @param correlation Wᵀ r
     * @param preThreshold v + α Wᵀ r
     * @param code u, the sparse code
     * @param reconstruction W u
     * @param threshold α·λ for each filter
     * @param momentumFactor β, how much of the code's last change is added after this layer; 0 in the last
     * @param activeFraction the share of non-zeros in the code, 0 to 1
     * @param error ½‖x − W u‖²
     * @param objective ½‖x − W u‖² + Σ λ|u|
     */
    public record Layer(
            float[] momentum,
            float[] residual,
            float[] correlation,
            float[] preThreshold,
            float[] code,
            float[] reconstruction,
            float[] threshold,
            double momentumFactor,
            double activeFraction,
            double error,
            double objective) {}

    /**
     * What the norm after a layer gets: u + β (u − the code before).
     *
     * @param layer from 0, but for the last
     */
    public float[] extrapolated(int layer) {
        float[] code = layers.get(layer).code();
        float beta = (float) layers.get(layer).momentumFactor();
        float[] out = code.clone();
        if (beta != 0) {
            float[] before =
                    layer == 0 ? new float[code.length] : layers.get(layer - 1).code();
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.fma(beta, code[i] - before[i], code[i]);
            }
        }
        return out;
    }

    /** Softmax of the logits. */
    public double[] probabilities() {
        Scores scores = scores();
        return IntStream.range(0, logits.length)
                .mapToDouble(scores::probability)
                .toArray();
    }

    /** The class with the highest score; the first of equals. */
    public int prediction() {
        return scores().best();
    }

    private Scores scores() {
        return new Scores(logits.length)
                .take(IntStream.range(0, logits.length)
                        .mapToDouble(i -> logits[i])
                        .toArray());
    }
}
