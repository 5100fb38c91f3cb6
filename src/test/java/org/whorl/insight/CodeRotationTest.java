package org.whorl.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.CyclicGroup;
import org.whorl.group.DihedralGroup;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CodeRotationTest {
    private static final ImageShape SHAPE = new ImageShape(1, 12, 12);

    private static NetworkSpec spec(int order) {
        return NetworkSpec.paper(SHAPE, 2, new CyclicGroup(order))
                .withFilters(12)
                .withKernel(5, false)
                .withLayers(2);
    }

    private static float[] randomCode(NetworkSpec spec) {
        Random random = new Random(1);
        float[] code = new float[spec.filters() * spec.geometry().mapSize()];
        for (int i = 0; i < code.length; i++) {
            code[i] = random.nextFloat();
        }
        return code;
    }

    /** What filter (r, b) answered at one place, filter (r + 1, b) answers at the turned place. */
    @Test
    void aQuarterTurnInC4MovesEveryMapOnePlaceAlongItsOrbitAndTurnsIt() {
        NetworkSpec spec = spec(4);
        int side = spec.geometry().codeWidth();
        float[] code = randomCode(spec);
        float[] turned = new CodeRotation(spec, 90).turn(code);
        int bases = spec.baseFilters();
        for (int k = 0; k < spec.filters(); k++) {
            int from = (k / bases + 3) % 4 * bases + k % bases;
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    // Counter-clockwise: what was at the right comes to the top.
                    assertEquals(
                            code[(from * side + column) * side + side - 1 - row],
                            turned[(k * side + row) * side + column]);
                }
            }
        }
    }

    @Test
    void quarterTurnsMoveRotationsAndMirrorImagesEachAmongThemselves() {
        NetworkSpec spec = spec(4).withGroup(new DihedralGroup(4));
        int orbit = spec.baseFilters() * spec.geometry().mapSize();
        int middle = spec.geometry().mapSize() / 2;
        for (int copy = 0; copy < 8; copy++) {
            float[] code = new float[spec.filters() * spec.geometry().mapSize()];
            Arrays.fill(code, copy * orbit, (copy + 1) * orbit, 1);
            float[] turned = new CodeRotation(spec, 90).turn(code);
            int moved = copy / 4 * 4 + (copy + 1) % 4;
            for (int other = 0; other < 8; other++) {
                assertEquals(other == moved ? 1 : 0, turned[other * orbit + middle], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 9})
    void aWholeTurnChangesNothing(int order) {
        float[] code = randomCode(spec(order).withFilters(18));
        assertArrayEquals(code, new CodeRotation(spec(order).withFilters(18), 360).turn(code), 1e-6f);
        assertArrayEquals(code, new CodeRotation(spec(order).withFilters(18), 0).turn(code));
    }

    @Test
    void betweenTwoElementsTheOrbitIsSharedOutBetweenTheTwoNearestShifts() {
        NetworkSpec spec = spec(4);
        float[] code = new float[spec.filters() * spec.geometry().mapSize()];
        int mapSize = spec.geometry().mapSize();
        Arrays.fill(code, 0, mapSize, 1);
        int side = spec.geometry().codeWidth();
        int middle = side / 2 * side + side / 2;
        float[] turned = new CodeRotation(spec, 45).turn(code);
        int orbit = spec.baseFilters() * mapSize;
        assertEquals(0.5, turned[middle], 1e-6);
        assertEquals(0.5, turned[orbit + middle], 1e-6);
        assertEquals(0, turned[2 * orbit + middle], 1e-6);
    }

    @Test
    void cornersDoNotCount() {
        NetworkSpec spec = spec(4);
        float[] one = randomCode(spec);
        float[] other = one.clone();
        other[0] += 5;
        CodeRotation rotation = new CodeRotation(spec, 30);
        assertEquals(0, rotation.squaredDistance(one, other));
        assertEquals(0, rotation.difference(other, one)[0]);
        int middle = spec.geometry().mapSize() / 2 + spec.geometry().codeWidth() / 2;
        other[middle] += 2;
        assertEquals(2, rotation.difference(other, one)[middle], 1e-6);
        assertEquals(4, rotation.squaredDistance(one, other), 1e-5);
    }

    @Test
    void theErrorOfOneImageIsWhatTheMeasurementOverImagesGives() {
        NetworkSpec spec = spec(6);
        Parameters parameters = Parameters.initial(spec, 3);
        Random random = new Random(2);
        float[] image = new float[SHAPE.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextFloat();
        }
        Model model = new Model(parameters, Preparation.identity(SHAPE), List.of("a", "b"), Map.of());
        Dataset one = new Dataset(SHAPE, image, new int[1], List.of("a", "b"));
        EquivarianceError expected =
                EquivarianceError.of(model, one, List.of(75.0), Progress.NONE).get(0);
        float[] turned = new float[image.length];
        ImageRotation.turn(image, 0, turned, 0, SHAPE, 75);
        Inference inference = new Inference(spec);
        Trace upright = inference.trace(parameters, image);
        Trace answer = inference.trace(parameters, turned);
        for (int l = 0; l < 2; l++) {
            assertEquals(
                    expected.layers().get(l),
                    new CodeRotation(spec, 75)
                            .error(
                                    answer.layers().get(l).code(),
                                    upright.layers().get(l).code()),
                    1e-9);
        }
    }

    @Test
    void mapsThatAreNotSquareCannotTurn() {
        NetworkSpec wide = NetworkSpec.paper(new ImageShape(1, 12, 16), 2, new CyclicGroup(4));
        Exception refused = assertThrows(IllegalArgumentException.class, () -> new CodeRotation(wide, 90));
        assertEquals("maps: expected square ones, found 7x11", refused.getMessage());
    }
}
