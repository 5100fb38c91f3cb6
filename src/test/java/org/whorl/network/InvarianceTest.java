package org.whorl.network;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/** With thresholds and norms shared along orbits and the invariant head, elements that the grid bears change no class score. */
class InvarianceTest {
    @ParameterizedTest
    @CsvSource({"C4, false", "D1, false", "D2, false", "D4, false", "D4, true", "C4, true"})
    void noElementOfAGroupThatIsExactOnTheGridChangesAClassScore(String name, boolean dense) {
        int rotations = Integer.parseInt(name.substring(1));
        FiniteGroup group = name.startsWith("D") ? new DihedralGroup(rotations) : new CyclicGroup(rotations);
        ImageShape shape = new ImageShape(1, 12, 12);
        NetworkSpec spec = NetworkSpec.paper(shape, 5, group)
                .withFilters(16)
                .withKernel(5, dense)
                .withHead(HeadKind.INVARIANT, Sharing.ORBIT)
                .withIteration(Unfolding.FISTA, WeightTying.UNTIED, Shrinkage.SOFT, 0.1);
        Parameters parameters = Parameters.initial(spec, 3);
        Inference inference = new Inference(spec);
        inference.load(parameters);
        float[] image = new float[shape.size()];
        Random random = new Random(1);
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
        }
        float[] scores = new float[5];
        inference.logits(image, 0, 1, scores, 0);
        for (int element = 1; element < group.order(); element++) {
            float[] moved = new float[image.length];
            group.transform(element, 12, Interpolation.NEAREST).apply(image, 0, moved, 0);
            float[] found = new float[5];
            inference.logits(moved, 0, 1, found, 0);
            assertArrayEquals(scores, found, 1e-4f, group.describe(element));
        }
    }
}
