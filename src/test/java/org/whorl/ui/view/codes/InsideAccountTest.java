package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Normalization;
import org.whorl.network.Trace;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.InsideStep.Stage;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Follows FISTA by hand: every picture follows from those before it. */
class InsideAccountTest {
    private final Codes codes = codes();

    private static Codes codes() {
        LabState lab = new LabState();
        BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
        InputModel model = new InputModel(lab, reports::add);
        lab.show(Scenes.digits(4));
        model.trace();
        try {
            reports.poll(60, TimeUnit.SECONDS).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return model.codesProperty().get().orElseThrow();
    }

    private float[] result(int layer, Stage stage) {
        InsideAccount account = InsideAccount.of(codes, new InsideStep(layer, stage));
        return account.pictures().get(account.pictures().size() - 1).tiles().values();
    }

    @Test
    void theResidualIsTheImageLessWhatTheFiltersMake() {
        InsideAccount account = InsideAccount.of(codes, new InsideStep(1, Stage.RESIDUAL));
        assertEquals(3, account.pictures().size());
        float[] x = account.pictures().get(0).tiles().values();
        float[] made = account.pictures().get(1).tiles().values();
        float[] residual = account.pictures().get(2).tiles().values();
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i] - made[i], residual[i], 1e-4f * (1 + Math.abs(made[i])));
        }
    }

    @Test
    void eachComputationFollowsFromTheOneBefore() {
        NetworkSpec spec = codes.shown().spec();
        for (int l = 0; l < 3; l++) {
            float[] v = l == 0 ? new float[result(0, Stage.CODE).length] : result(l - 1, Stage.NORM);
            float[] a = result(l, Stage.CORRELATION);
            float[] p = result(l, Stage.PRE_THRESHOLD);
            float[] u = result(l, Stage.CODE);
            float[] w = result(l, Stage.MOMENTUM);
            float[] before = l == 0 ? new float[u.length] : result(l - 1, Stage.CODE);
            for (int i = 0; i < u.length; i += 97) {
                double tolerance = 1e-5 * (1 + Math.abs(p[i]));
                assertEquals(v[i] + spec.stepSize() * a[i], p[i], tolerance);
                assertEquals(Math.max(p[i] - 0.005, 0), u[i], tolerance);
                assertEquals(u[i] + spec.momentum(l) * (u[i] - before[i]), w[i], tolerance);
            }
        }
    }

    @Test
    void aWalkThroughTheWholeNetworkVisitsEveryComputationAndBack() {
        NetworkSpec spec = codes.shown().spec();
        InsideStep step = InsideStep.FIRST;
        int steps = 1;
        while (step.next(spec).isPresent()) {
            InsideStep next = step.next(spec).get();
            assertEquals(Optional.of(step), next.previous(spec));
            InsideAccount account = InsideAccount.of(codes, next);
            assertTrue(account.equations().stream().anyMatch(e -> e.stage() == next.stage()));
            step = next;
            steps++;
        }
        assertEquals(3 * 6 + 4, steps, "the last layer has neither momentum nor norm");
        assertEquals(new InsideStep(3, Stage.CODE), step);
        assertEquals(Optional.empty(), InsideStep.FIRST.previous(spec));
    }

    @Test
    void withoutNormsTheNextLayerStartsFromTheMomentumItself() {
        NetworkSpec spec = codes.shown().spec().withNorm(Normalization.NONE);
        assertEquals(
                List.of(Stage.RESIDUAL, Stage.CORRELATION, Stage.PRE_THRESHOLD, Stage.CODE, Stage.MOMENTUM),
                InsideStep.stages(spec, 0));
        assertEquals(Optional.of(new InsideStep(1, Stage.RESIDUAL)), new InsideStep(0, Stage.MOMENTUM).next(spec));
    }

    @Test
    void theEquationsNameTheirLayerAndSayItsNumbers() {
        InsideAccount account = InsideAccount.of(codes, new InsideStep(1, Stage.CODE));
        assertEquals("r₂ = x − W₂ v₂", account.equations().get(0).formula());
        assertEquals("w₂ = u₂ + β · (u₂ − u₁)", account.equations().get(4).formula());
        assertEquals("β = 0.282", account.equations().get(4).numbers());
        Trace.Layer held = codes.trace().layers().get(1);
        String active = Math.round(100 * held.activeFraction()) + " % active";
        String numbers = account.equations().get(3).numbers();
        assertTrue(numbers.startsWith("αλ = 0.005, ") && numbers.endsWith("active"), numbers + " " + active);
    }
}
