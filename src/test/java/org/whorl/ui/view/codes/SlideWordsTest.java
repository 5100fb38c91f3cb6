package org.whorl.ui.view.codes;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.insight.MovedMap;
import org.whorl.network.Inference;
import org.whorl.network.Model;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlideWordsTest {
    private static final Dataset DIGITS = Scenes.digits(4).data().orElseThrow().test();

    static Codes codes(String gallery, int image, double degrees) throws IOException {
        Model model = Gallery.read(gallery).model();
        Inference inference = new Inference(model.spec());
        inference.load(model.parameters());
        CodeInput input = CodeInput.of(DIGITS, image);
        float[] turned = new float[input.pixels().length];
        ImageRotation.turn(input.pixels(), 0, turned, 0, input.shape(), degrees);
        float[] prepared = new float[turned.length];
        model.preparation().apply(input.pixels(), 0, prepared, 0);
        Trace upright = inference.trace(prepared);
        prepared = Arrays.copyOf(prepared, prepared.length);
        model.preparation().apply(turned, 0, prepared, 0);
        ShownNetwork shown = new ShownNetwork(
                gallery, model.parameters(), model.preparation(), model.classNames(), Optional.empty(), 1);
        return new Codes(shown, input, degrees, turned, prepared, inference.trace(prepared), upright);
    }

    /** The idea of the paper in one gesture: it holds for the digit that the lesson shows, in the first layer. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void inTheFirstLayerTheActivityOfATurnedDigitHasMovedAColumnARotation(int places) throws IOException {
        assertEquals(
                "Turned by " + 60 * places + "°: layer 1’s activity has moved " + places
                        + (places == 1 ? " column." : " columns."),
                SlideWords.of(codes("digits-c6", 9, 60 * places), 0));
    }

    /** As the maps of the layer together do. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theMostActiveMapOfABaseFilterIsSoManyColumnsFurther(int places) throws IOException {
        Codes codes = codes("digits-c6", 9, 60 * places);
        MovedMap moved = SlideWords.moved(codes, 0, 0).orElseThrow();
        assertEquals(places, Math.floorMod(moved.to() - moved.from(), 6), moved.toString());
        assertEquals(
                " Base 1’s most active map was at " + 60 * moved.from() + "° (dashed); its like is now at "
                        + 60 * moved.to() + "°.",
                SlideWords.of(moved, codes, 0, 0));
    }

    /** At 30° filters are interpolated: the layer's activity goes along, the most active map of one filter does not. */
    @Test
    void aFilterThatDoesNotGoAlongWithItsLayerIsCalledAnException() throws IOException {
        Codes codes = codes("digits-c12-invariant", 49, 30);
        assertTrue(SlideWords.of(codes, 0).endsWith("has moved 1 column."), SlideWords.of(codes, 0));
        MovedMap moved = SlideWords.moved(codes, 0, 0).orElseThrow();
        assertEquals(new MovedMap(6, 6), moved);
        assertEquals(
                " Base 1 is an exception: its most active map was at 180°, and its like still is.",
                SlideWords.of(moved, codes, 0, 0));
    }

    @Test
    void whereNothingSlidesNothingIsMarked() throws IOException {
        assertTrue(SlideWords.moved(codes("digits-c6", 9, 0), 0, 0).isEmpty());
        assertTrue(SlideWords.moved(codes("digits-c6", 9, 37), 0, 0).isEmpty());
        assertTrue(SlideWords.moved(codes("mnist-baseline", 9, 90), 0, 0).isEmpty());
    }

    @Test
    void whatRowsAndColumnsAreIsSaidAndWhatToTry() throws IOException {
        assertEquals(
                "Rows are base filters, columns their rotations. Turn the input by 60°: where does the activity go?",
                SlideWords.of(codes("digits-c6", 9, 0), 0));
    }

    @Test
    void betweenTwoRotationsNothingIsClaimed() throws IOException {
        assertTrue(SlideWords.of(codes("digits-c6", 9, 37), 0).endsWith("37° lies between two of them."));
    }

    @Test
    void withoutRotationsNothingSlides() throws IOException {
        assertEquals(
                "Each map is one filter’s; none of them is another one turned.",
                SlideWords.of(codes("mnist-baseline", 9, 90), 0));
    }
}
