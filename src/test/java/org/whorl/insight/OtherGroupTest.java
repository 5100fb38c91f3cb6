package org.whorl.insight;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class OtherGroupTest {
    private static final ImageShape SHAPE = new ImageShape(1, 14, 14);

    private static Parameters network(int order, Sharing sharing) {
        NetworkSpec spec = NetworkSpec.paper(SHAPE, 10, new CyclicGroup(order))
                .withFilters(12)
                .withHead(HeadKind.PLAIN, sharing);
        Parameters parameters = Parameters.initial(spec, 3);
        for (int l = 0; l < spec.layers() - 1; l++) {
            float[] mean = new float[spec.channels()];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = i;
            }
            parameters.set("layer" + l + "/norm/mean", mean);
        }
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(Sharing.class)
    void theOwnGroupChangesNoCode(Sharing sharing) {
        Parameters own = network(4, sharing);
        Parameters regrouped = OtherGroup.of(own, own.spec().group());
        float[] image = new float[SHAPE.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.sin(i);
        }
        Trace expected = new Inference(own.spec()).trace(own, image);
        Trace actual = new Inference(regrouped.spec()).trace(regrouped, image);
        for (int l = 0; l < own.spec().layers(); l++) {
            assertArrayEquals(
                    expected.layers().get(l).code(), actual.layers().get(l).code());
        }
    }

    @Test
    void theBankKeepsItsSizeWhereThereAreEnoughBaseFilters() {
        Parameters own = network(4, Sharing.FILTER);
        assertEquals(2, OtherGroup.of(own, new CyclicGroup(6)).spec().baseFilters());
        assertEquals(
                3,
                OtherGroup.of(own, new CyclicGroup(2)).spec().baseFilters(),
                "there are three to make orbits of, not six");
    }

    @Test
    void aFilterHasTheNormOfTheOneThatStoodNearest() {
        Parameters own = network(4, Sharing.FILTER);
        Parameters regrouped = OtherGroup.of(own, new CyclicGroup(6));
        // C6 has 0°, 60°, 120° …; the nearest of C4's quarters to them are 0°, 90°, 90°, 180°, 270°, 270°. Three base
        // filters, two left.
        assertArrayEquals(new float[] {0, 1, 3, 4, 3, 4, 6, 7, 9, 10, 9, 10}, regrouped.get("layer0/norm/mean"));
        assertArrayEquals(Arrays.copyOf(own.filters(1), 2 * 64), regrouped.filters(1), "base filters stay as they are");
    }

    @Test
    void aNormOfAnOrbitStaysItsOrbits() {
        Parameters regrouped = OtherGroup.of(network(4, Sharing.ORBIT), new CyclicGroup(6));
        assertArrayEquals(new float[] {0, 1}, regrouped.get("layer0/norm/mean"));
    }

    @Test
    void rotationsGoRound() {
        assertEquals(0, OtherGroup.rotation(23, new CyclicGroup(24), new CyclicGroup(4)), "345° is next to 0°");
        assertEquals(3, OtherGroup.rotation(4, new CyclicGroup(6), new CyclicGroup(4)));
    }

    @Test
    void copiesByAMatrixAreRotatedUnderAnotherGroup() {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(1, 12, 12), 2, new CyclicGroup(4))
                .withFilters(8)
                .withKernel(3, false)
                .withGenerator(GeneratorKind.MATRIX);
        Parameters regrouped = OtherGroup.of(Parameters.initial(spec, 1), new CyclicGroup(2));
        assertEquals(GeneratorKind.FIXED, regrouped.spec().generator());
        assertEquals(
                GeneratorKind.MATRIX,
                OtherGroup.of(Parameters.initial(spec, 1), new CyclicGroup(4))
                        .spec()
                        .generator());
    }

    @Test
    void whatHasLearnedItsAngleIsTriedAtTheOneOfAnyGroup() {
        NetworkSpec spec = network(4, Sharing.ORBIT).spec().withGenerator(GeneratorKind.LEARNED);
        Parameters learned = Parameters.initial(spec, 1);
        for (int order : new int[] {1, 2, 6}) {
            Parameters regrouped = OtherGroup.of(learned, new CyclicGroup(order));
            assertEquals(GeneratorKind.FIXED, regrouped.spec().generator());
            assertEquals(order, regrouped.spec().group().order());
        }
    }
}
