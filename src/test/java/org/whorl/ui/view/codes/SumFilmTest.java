package org.whorl.ui.view.codes;

import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.figure.Computation;
import org.whorl.figure.Computation.Phase;
import org.whorl.figure.ComputationFigure;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.network.Inference;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.Shrinkage;
import org.whorl.network.Trace;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SumFilmTest {
    private static final ShownNetwork SHOWN = Scenes.digits(6);

    private final SumFilm film = new SumFilm();
    private Computation computation;

    @BeforeEach
    void show() {
        Parameters parameters = SHOWN.parameters();
        float[] image = CodeInput.of(SHOWN.data().orElseThrow().test(), 5).pixels();
        Trace trace = new Inference(SHOWN.spec()).trace(parameters, image);
        ElementSum sum = ElementSum.of(parameters, FilterBank.of(parameters, 1), trace, 1, 7, 12, 9);
        computation = sum.computation(trace, 1, 7, 12, 9);
        film.show(sum, computation);
    }

    @ParameterizedTest
    @EnumSource(Shrinkage.class)
    void whatDropsIntoTheMapIsTheElementThatInferenceGives(Shrinkage shrinkage) {
        NetworkSpec spec = SHOWN.spec();
        Parameters parameters =
                Parameters.initial(spec.withIteration(spec.unfolding(), spec.tying(), shrinkage, spec.stepSize()), 2);
        float[] image = CodeInput.of(SHOWN.data().orElseThrow().test(), 5).pixels();
        Trace trace = new Inference(parameters.spec()).trace(parameters, image);
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            int layer = random.nextInt(spec.layers());
            int k = random.nextInt(60);
            int row = random.nextInt(23);
            int column = random.nextInt(23);
            FilterBank bank = FilterBank.of(parameters, layer);
            Computation c = ElementSum.of(parameters, bank, trace, layer, k, row, column)
                    .computation(trace, layer, k, row, column);
            Trace.Layer held = trace.layers().get(layer);
            int at = (k * 23 + row) * 23 + column;
            double tolerance = 1e-4 * Math.max(1, Math.abs(held.preThreshold()[at]));
            assertEquals(
                    held.correlation()[at], c.sum(c.places()), 1e-3 * Math.max(1, Math.abs(held.correlation()[at])));
            assertEquals(held.preThreshold()[at], c.beforeThreshold(), tolerance);
            assertEquals(held.code()[at], c.result(), tolerance);
            assertEquals(held.code()[at], c.map().value(0, 0, c.row(), c.column()));
        }
    }

    @Test
    void theProductsAddUpPlaceByPlace() {
        assertEquals(0, computation.sum(0));
        double sum = 0;
        for (int i = 0; i < computation.places(); i++) {
            sum += computation.product(i);
            assertEquals(sum, computation.sum(i + 1), 1e-12);
        }
        film.momentProperty().set(Phase.MULTIPLY.ordinal() + 0.5);
        assertEquals(
                "Value times value, added up: Σ = " + Numbers.format(computation.sum(32)) + " after 32 of 64.",
                film.words());
    }

    @Test
    void aStepGoesToTheEndOfAPhaseAndBackToItsBeginning() {
        for (Phase phase : Phase.values()) {
            film.step();
            assertEquals(phase.ordinal() + 1, film.momentProperty().get());
        }
        assertTrue(film.isOver());
        assertEquals(
                "u = " + Numbers.format(computation.result()) + " is the value of the map at row 13, column 10.",
                film.words());
        film.step();
        assertEquals(ComputationFigure.END, film.momentProperty().get());
        film.back();
        assertEquals(Phase.DROP.ordinal(), film.momentProperty().get());
        film.momentProperty().set(2.4);
        film.back();
        assertEquals(2, film.momentProperty().get());
        film.step();
        assertEquals(3, film.momentProperty().get());
    }

    @ParameterizedTest
    @EnumSource(SumFilm.Speed.class)
    void itRunsToItsEndAndHoldsThereAndRunsAgainFromTheBeginning(SumFilm.Speed speed) {
        film.speedProperty().set(speed);
        film.play(true);
        double before = 0;
        int frames = 0;
        while (film.playingProperty().get()) {
            film.advance(1 / 30.0);
            assertTrue(film.momentProperty().get() > before);
            before = film.momentProperty().get();
            frames++;
        }
        assertEquals(ComputationFigure.END, film.momentProperty().get());
        assertTrue(frames > 60, "at " + speed + " it takes " + frames / 30.0 + " s");
        film.play(true);
        assertEquals(0, film.momentProperty().get());
        film.play(false);
        assertFalse(film.playingProperty().get());
    }
}
