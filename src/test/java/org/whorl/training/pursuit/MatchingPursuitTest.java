package org.whorl.training.pursuit;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.group.Support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MatchingPursuitTest {
    private static final int SIDE = 7;
    private static final int HEIGHT = 20;
    private static final int WIDTH = 23;
    private static final double ANGLE = 0.9;

    private static TurnedBank bank(int channels, boolean signed) {
        BankShape shape = new BankShape(3, 2, channels, SIDE, Support.DISC, signed);
        SplittableRandom random = new SplittableRandom(1);
        float[] base = new float[shape.base() * shape.size()];
        for (int plane = 0; plane < shape.base() * channels; plane++) {
            for (int pixel : shape.pixels()) {
                base[plane * shape.area() + pixel] = (float) (random.nextDouble() - 0.5);
            }
        }
        return new TurnedBank(shape, base, ANGLE);
    }

    private static void add(float[] image, TurnedBank bank, Choice choice) {
        BankShape shape = bank.shape();
        for (int i = 0; i < shape.size(); i++) {
            int row = i / SIDE % SIDE + choice.row();
            int column = i % SIDE + choice.column();
            image[(i / shape.area() * HEIGHT + row) * WIDTH + column] +=
                    choice.weight() * bank.values()[choice.filter() * shape.size() + i];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void filtersThatLieApartAreFoundWhereTheyAreStrongestFirst(int channels) {
        TurnedBank bank = bank(channels, false);
        List<Choice> planted = List.of(new Choice(4, 1, 2, 3), new Choice(0, 12, 15, 2), new Choice(5, 13, 3, 1));
        float[] image = new float[channels * HEIGHT * WIDTH];
        planted.forEach(choice -> add(image, bank, choice));
        MatchingPursuit pursuit = new MatchingPursuit(bank, HEIGHT, WIDTH);
        List<Choice> found = pursuit.code(image, 3);
        for (int i = 0; i < planted.size(); i++) {
            assertEquals(planted.get(i).weight(), found.get(i).weight(), 1e-4);
            assertEquals(planted.get(i).filter(), found.get(i).filter());
            assertEquals(planted.get(i).row(), found.get(i).row());
            assertEquals(planted.get(i).column(), found.get(i).column());
        }
        assertArrayEquals(new float[image.length], pursuit.left(), 1e-4f);
    }

    /** Where filters overlap, the correlations after each choice are still those with what is left. */
    @Test
    void whatIsLeftIsTheImageLessTheCode() {
        TurnedBank bank = bank(2, false);
        SplittableRandom random = new SplittableRandom(3);
        float[] image = new float[2 * HEIGHT * WIDTH];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (random.nextDouble() - 0.5);
        }
        MatchingPursuit pursuit = new MatchingPursuit(bank, HEIGHT, WIDTH);
        List<Choice> code = pursuit.code(image, 30);
        float[] whole = pursuit.left().clone();
        code.forEach(choice -> add(whole, bank, choice));
        assertArrayEquals(image, whole, 1e-5f);
        Choice last =
                new MatchingPursuit(bank, HEIGHT, WIDTH).code(pursuit.left(), 1).get(0);
        Choice next = pursuit.code(image, 31).get(30);
        assertEquals(last.weight(), next.weight(), 1e-4, "the next is the best of what is left");
        assertEquals(last.filter(), next.filter());
        assertTrue(next.weight() <= code.get(0).weight());
        float[] piece = new float[bank.shape().size()];
        pursuit.leftUnder(next, piece);
        double along = 0;
        for (int i = 0; i < piece.length; i++) {
            along += piece[i] * bank.values()[next.filter() * piece.length + i];
        }
        assertEquals(0, along, 1e-5, "nothing of it is left");
    }

    @Test
    void onlyASignedCodeHoldsWhatIsDarkForALightFilter() {
        for (boolean signed : new boolean[] {false, true}) {
            TurnedBank bank = bank(1, signed);
            float[] image = new float[HEIGHT * WIDTH];
            add(image, bank, new Choice(2, 5, 6, -2));
            Choice found =
                    new MatchingPursuit(bank, HEIGHT, WIDTH).code(image, 1).get(0);
            assertTrue(signed ? found.weight() < -1.99 : found.weight() > 0, "signed " + signed + ": " + found);
        }
    }

    @Test
    void anEmptyImageHasAnEmptyCode() {
        assertEquals(List.of(), new MatchingPursuit(bank(1, true), HEIGHT, WIDTH).code(new float[HEIGHT * WIDTH], 5));
    }

    @Test
    void slopesAreTheDerivativeOfEachCopysTurn() {
        TurnedBank at = bank(1, false);
        BankShape shape = at.shape();
        float[] base = new float[shape.base() * shape.size()];
        for (int b = 0; b < shape.base(); b++) {
            for (int pixel : shape.pixels()) {
                double x = pixel % SIDE - 3;
                double y = pixel / SIDE - 3;
                base[b * shape.size() + pixel] = (float) (x * Math.exp(-(x * x + y * y / (b + 1)) / 6));
            }
        }
        double step = 1e-2;
        float[] slopes = new TurnedBank(shape, base, ANGLE).slopes();
        TurnedBank above = new TurnedBank(shape, base, ANGLE + step);
        TurnedBank below = new TurnedBank(shape, base, ANGLE - step);
        for (int k = 0; k < shape.filters(); k++) {
            for (int i = k * shape.size(); i < (k + 1) * shape.size(); i++) {
                // By the angle between copies, copy r turns r times as far.
                int r = k / shape.base();
                assertEquals((above.values()[i] - below.values()[i]) / (2 * step), r * slopes[i], 0.03, "filter " + k);
            }
        }
    }
}
