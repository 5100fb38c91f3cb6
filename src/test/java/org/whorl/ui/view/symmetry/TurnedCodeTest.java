package org.whorl.ui.view.symmetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageRotation;
import org.whorl.file.Npy;
import org.whorl.file.ReplacedFile;
import org.whorl.network.HeadKind;
import org.whorl.network.Inference;
import org.whorl.network.Parameters;
import org.whorl.network.Sharing;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TurnedCodeTest {
    @TempDir
    Path folder;

    private static Codes codes(int order, double degrees) {
        ShownNetwork digits = Scenes.digits(order);
        Parameters parameters = Parameters.initial(digits.spec().withHead(HeadKind.PLAIN, Sharing.ORBIT), 1);
        ShownNetwork shown =
                new ShownNetwork("digits", parameters, digits.preparation(), digits.classNames(), digits.data(), 1);
        float[] pixels = Arrays.copyOf(
                digits.data().orElseThrow().test().pixels(),
                digits.spec().input().size());
        CodeInput input = new CodeInput("test 1", digits.spec().input(), pixels, OptionalInt.empty());
        float[] turned = new float[pixels.length];
        ImageRotation.turn(pixels, 0, turned, 0, input.shape(), degrees);
        float[] prepared = new float[pixels.length];
        Inference inference = new Inference(shown.spec());
        shown.preparation().apply(pixels, 0, prepared, 0);
        var upright = inference.trace(parameters, prepared);
        shown.preparation().apply(turned, 0, prepared, 0);
        return new Codes(shown, input, degrees, turned, prepared, inference.trace(parameters, prepared), upright);
    }

    @Test
    void aQuarterTurnOfC4IsTheSameButForRounding() {
        Codes codes = codes(4, 90);
        TurnedCode pair = TurnedCode.of(codes, 3);
        assertTrue(pair.error() < 1e-5, "error " + pair.error());
        assertTrue(pair.difference().peak() < 1e-4 * pair.answer().peak());
        assertEquals(
                "Turned by 90°, every map turns and moves 1 place along its orbit: in layer 4, the two are the same but for "
                        + "rounding.",
                PairWords.verdict(codes, pair));
    }

    @Test
    void sixtyDegreesOfC6DifferByWhatTheInterpolationLoses() {
        Codes codes = codes(6, 60);
        TurnedCode pair = TurnedCode.of(codes, 0);
        assertTrue(pair.error() > 0.01 && pair.error() < 1, "error " + pair.error());
        String words = PairWords.verdict(codes, pair);
        assertTrue(
                words.contains(String.format(Locale.ROOT, "in layer 1, the two differ by %.3g %%", 100 * pair.error())),
                words);
        assertFalse(words.startsWith("Turned by"), "which would say that every map turns and moves: " + words);
        assertTrue(
                PairWords.turned(codes, pair).endsWith("turned by 60° and moved 1 place"),
                PairWords.turned(codes, pair));
        assertTrue(PairWords.verdict(codes(6, 37), TurnedCode.of(codes(6, 37), 0))
                .startsWith("C6 has no rotation by 37°"));
    }

    @Test
    void withoutRotationsNoMapTakesOver() {
        Codes codes = codes(1, 90);
        assertTrue(TurnedCode.of(codes, 0).error() > 0.1);
        assertTrue(PairWords.verdict(codes, TurnedCode.of(codes, 0)).startsWith("Without rotated filters"));
    }

    @Test
    void theNumbersAreWrittenOneAfterTheOther() throws IOException {
        TurnedCode pair = TurnedCode.of(codes(4, 45), 1);
        Path file = folder.resolve("pair.npy");
        ReplacedFile.write(file, pair::writeNpy);
        var array = Npy.read(file);
        assertEquals(List.of(3, 60, 23, 23), array.shape());
        int size = 60 * 23 * 23;
        int middle = 23 * 11 + 11;
        assertEquals(array.values()[middle] - array.values()[size + middle], array.values()[2 * size + middle], 1e-6);
    }
}
