package org.whorl.insight;

import java.util.Arrays;
import java.util.List;

import org.whorl.group.OrbitMap;
import org.whorl.kernel.Convolution;
import org.whorl.kernel.Geometry;
import org.whorl.kernel.Kernels;
import org.whorl.kernel.PackedFilters;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;

/**
 * How large a step a layer may make: FISTA makes its objective small, with a guarantee, where α·σ_max ≤ 1, for σ_max the largest eigenvalue
 * of WᵀW, which is that of W Wᵀ as well (Beck and Teboulle 2009, theorem 4.4: 1/α is at least the gradient's Lipschitz constant).
 *
 * @param stepSize α
 * @param sigmaMax of each layer, from the first to the last; equal where layers share their filters
 */
public record StepBound(double stepSize, List<Double> sigmaMax) {
    private static final int MOST_ITERATIONS = 2_000;
    private static final double TOLERANCE = 1e-8;

    public StepBound {
        sigmaMax = List.copyOf(sigmaMax);
    }

    /** Measures every layer of a network; a tied one once. Takes tens of milliseconds a bank of 60 filters of 8×8. */
    public static StepBound of(Parameters parameters) {
        NetworkSpec spec = parameters.spec();
        Geometry g = spec.geometry();
        Convolution convolution = Kernels.best().convolution(g);
        OrbitMap orbits = spec.orbitMap();
        Double[] found = new Double[spec.layers()];
        for (int l = 0; l < found.length; l++) {
            if (l > 0 && spec.tying() == WeightTying.TIED) {
                found[l] = found[0];
            } else {
                float[] bank = new float[g.filters() * g.filterSize()];
                parameters.expand(l, orbits, bank);
                found[l] = sigmaMax(bank, convolution);
            }
        }
        return new StepBound(spec.stepSize(), List.of(found));
    }

    /**
     * The largest eigenvalue of W Wᵀ by power iteration on images, from below, to six digits or nearly so.
     *
     * @param bank the filters, [K, C, kernel height, kernel width]
     * @param convolution of their geometry
     */
    static double sigmaMax(float[] bank, Convolution convolution) {
        PackedFilters filters = convolution.newFilters();
        convolution.pack(bank, filters);
        float[] image = new float[convolution.geometry().imageSize()];
        float[] code = new float[convolution.maps().length()];
        // No symmetry of a bank makes it orthogonal to its leading eigenvector, as a constant image may be.
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (1 + 0.5 * Math.sin(1 + 12.9898 * i));
        }
        double before = 0;
        double length = norm(image);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            for (int j = 0; j < image.length; j++) {
                image[j] = (float) (image[j] / length);
            }
            convolution.analyze(image, 0, filters, code, 0);
            Arrays.fill(image, 0);
            convolution.synthesize(code, 0, filters, image, 0);
            length = norm(image);
            if (length == 0 || length - before <= TOLERANCE * length) {
                return length;
            }
            before = length;
        }
        return length;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** The largest step that is guaranteed in every layer, 1/σ_max. */
    public double largestStep() {
        return 1 / sigmaMax.stream().mapToDouble(s -> s).max().orElseThrow();
    }

    /** α·σ_max of a layer, from 0; at most 1 where its step is guaranteed. */
    public double ofLayer(int layer) {
        return stepSize * sigmaMax.get(layer);
    }

    /** Whether every layer's step is small enough. */
    public boolean holds() {
        return stepSize <= largestStep();
    }
}
