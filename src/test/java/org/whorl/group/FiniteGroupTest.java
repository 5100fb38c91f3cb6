package org.whorl.group;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FiniteGroupTest {
    private static final int SIDE = 6;

    static Stream<FiniteGroup> groups() {
        return Stream.of(1, 2, 3, 4, 6, 7).flatMap(n -> Stream.of(new CyclicGroup(n), new DihedralGroup(n)));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void theElementsAreAGroup(FiniteGroup group) {
        int order = group.order();
        for (int a = 0; a < order; a++) {
            assertEquals(a, group.compose(0, a));
            assertEquals(a, group.compose(a, 0));
            assertEquals(0, group.compose(group.inverse(a), a));
            assertEquals(0, group.compose(a, group.inverse(a)));
            int one = a;
            assertEquals(
                    order,
                    IntStream.range(0, order)
                            .map(b -> group.compose(one, b))
                            .distinct()
                            .count());
            for (int b = 0; b < order; b++) {
                for (int c = 0; c < order; c++) {
                    assertEquals(group.compose(group.compose(a, b), c), group.compose(a, group.compose(b, c)));
                }
            }
        }
    }

    /** Where the pixel grid bears the group, one element after another is their composition, to the bit. */
    @ParameterizedTest
    @MethodSource("groups")
    void transformsComposeAsTheElementsDo(FiniteGroup group) {
        if (!group.exactOnGrid()) {
            return;
        }
        float[] picture = new float[SIDE * SIDE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i;
        }
        for (int a = 0; a < group.order(); a++) {
            for (int b = 0; b < group.order(); b++) {
                assertArrayEquals(
                        moved(group, group.compose(a, b), picture),
                        moved(group, a, moved(group, b, picture)),
                        a + "·" + b);
            }
        }
    }

    @Test
    void aMirrorExchangesLeftAndRight() {
        float[] mirrored = moved(new DihedralGroup(4), 4, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4, 9, 8, 7}, mirrored);
    }

    private static float[] moved(FiniteGroup group, int element, float[] picture) {
        float[] moved = new float[picture.length];
        group.transform(element, (int) Math.sqrt(picture.length), Interpolation.BILINEAR)
                .apply(picture, 0, moved, 0);
        return moved;
    }

    @ParameterizedTest
    @MethodSource("groups")
    void aGroupSurvivesAFile(FiniteGroup group) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String json = mapper.writeValueAsString(group);
        assertEquals(group, mapper.readValue(json, FiniteGroup.class), json);
    }

    @Test
    void theGroupOfAnOlderModelIsRead() throws Exception {
        assertEquals(new CyclicGroup(6), new ObjectMapper().readValue("{\"order\":6}", FiniteGroup.class));
    }

    @Test
    void aDiscOfEightHasFiftyTwoPixels() {
        assertEquals(52, Support.DISC.pixels(8).length);
        assertEquals(12, Support.DISC.outside(8).length);
        assertEquals(Support.DISC, Support.usualFor(new CyclicGroup(6)));
        assertEquals(Support.SQUARE, Support.usualFor(new DihedralGroup(4)));
        assertEquals(Support.SQUARE, Support.usualFor(CyclicGroup.TRIVIAL));
    }

    @Test
    void aDihedralGroupHasBetweenOneAndAHundredAndEightyRotations() {
        assertThrows(IllegalArgumentException.class, () -> new DihedralGroup(0));
        assertThrows(IllegalArgumentException.class, () -> new DihedralGroup(181));
    }

    @Test
    void anotherAngleKeepsMirrorImagesAndEndsAtTheLargestGroup() {
        assertEquals(new DihedralGroup(6), new DihedralGroup(4).withAngle(60));
        assertEquals(new CyclicGroup(6), new CyclicGroup(4).withAngle(60));
        assertEquals(new DihedralGroup(180), new DihedralGroup(4).withAngle(1));
        assertEquals(new CyclicGroup(360), new CyclicGroup(4).withAngle(1));
    }
}
