package org.whorl.ui.view.codes;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.GeneratorKind;
import org.whorl.network.HeadKind;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Sharing;
import org.whorl.ui.model.input.Codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What is said of heads is held against what they do. */
class HeadWordsTest {
    private static String apart(Codes codes) {
        return HeadWords.apart(codes.trace().probabilities(), codes.upright().probabilities());
    }

    /** The experiment's promise: the answer stays what it was, to 0.001 %. */
    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void anInvariantHeadSaysTheSameForEveryQuarterTurnToAThousandthOfAPercent(int degrees) throws IOException {
        for (String name : new String[] {"mnist-c4-invariant", "mnist-c8-invariant", "digits-c12-invariant"}) {
            Codes codes = SlideWordsTest.codes(name, 9, degrees);
            assertEquals(
                    "Invariant head: the same for every quarter turn"
                            + (codes.shown().spec().group().order() == 4 ? "." : "; at its other turns it may change."),
                    HeadWords.of(codes.shown().spec()));
            assertEquals("Turned and upright agree to 0.001 %.", apart(codes), name);
        }
    }

    @Test
    void ofSixRotationsOnlyTheHalfTurnIsExact() throws IOException {
        Codes codes = SlideWordsTest.codes("mnist-c6-invariant", 9, 180);
        assertEquals(
                "Invariant head: the same for a half turn, nearly so for its others.",
                HeadWords.of(codes.shown().spec()));
        assertEquals("Turned and upright agree to 0.001 %.", apart(codes));
        assertNotEquals(
                "Turned and upright agree to 0.001 %.", apart(SlideWordsTest.codes("mnist-c6-invariant", 9, 60)));
    }

    @Test
    void aPlainHeadMaySaySomethingElse() throws IOException {
        Codes codes = SlideWordsTest.codes("mnist-c4", 9, 90);
        assertEquals(
                "Plain head: turned, it may say something else.",
                HeadWords.of(codes.shown().spec()));
        assertNotEquals("Turned and upright agree to 0.001 %.", apart(codes));
    }

    @Test
    void copiesThatAreNoTurnsOfTheGridPromiseNothing() {
        NetworkSpec four = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4))
                .withHead(HeadKind.INVARIANT, Sharing.ORBIT);
        assertEquals("Invariant head: the same for every quarter turn.", HeadWords.of(four));
        for (GeneratorKind kind : new GeneratorKind[] {GeneratorKind.LEARNED, GeneratorKind.CYCLIC}) {
            assertEquals(
                    "Invariant head: joins the scores of its copies, which need not be quarter turns.",
                    HeadWords.of(four.withGenerator(kind)));
        }
        assertEquals(
                "Invariant head: of one rotation, so that it says something else when turned.",
                HeadWords.of(four.withGroup(new CyclicGroup(1))));
    }
}
