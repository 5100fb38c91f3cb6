package org.whorl.insight;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorKind;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CopyUsageTest {
    private static final int SIDE = 8;

    /** Copies by the identity answer alike, and those by a matrix that reverses signs not at all where codes are not negative. */
    @Test
    void copiesThatAnswerAlikeAreUsedAlikeAndThoseThatAreSilentNotAtAll() {
        CopyUsage alike = usage(1);
        assertEquals(3, alike.images());
        for (int l = 0; l < 2; l++) {
            assertEquals(0.5, alike.shares().get(l).get(0), 1e-6);
            assertEquals(2, alike.copiesInUse(l), 1e-6);
        }
        CopyUsage reversed = usage(-1);
        assertEquals(List.of(1.0, 0.0), reversed.shares().get(0));
        assertEquals(1, reversed.copiesInUse(0), 1e-12);
    }

    @Test
    void normsOfCopiesAreTheBaseFiltersUnderAMatrixThatKeepsLengths() {
        CopyNorms norms = CopyNorms.of(parameters(-1));
        for (List<Double> layer : norms.layers()) {
            assertEquals(1, layer.get(0), 1e-12);
            assertEquals(1, layer.get(1), 1e-6);
        }
        assertTrue(norms.layers().size() == 2);
    }

    private static Parameters parameters(int sign) {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, SIDE, SIDE), 2, new CyclicGroup(2))
                .withFilters(2)
                .withKernel(2, false)
                .withLayers(2)
                .withNorm(Normalization.NONE)
                .withThreshold(0, false)
                .withGenerator(GeneratorKind.MATRIX);
        Parameters parameters = Parameters.initial(spec, 1);
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            matrix[i][i] = sign;
        }
        parameters.setGenerator(new Generator(2, 2, matrix));
        // Filters that only add up, and images that are nowhere negative: every code of the first copy is positive.
        parameters.set("layer0/filters", new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        return parameters;
    }

    private static CopyUsage usage(int sign) {
        Parameters parameters = parameters(sign);
        float[] pixels = new float[3 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i % 7) / 7f;
        }
        ImageShape shape = parameters.spec().input();
        Dataset images = new Dataset(shape, pixels, new int[3], List.of("a", "b"));
        Model model = new Model(parameters, Preparation.identity(shape), List.of("a", "b"), Map.of());
        return CopyUsage.of(model, images, Progress.NONE);
    }
}
