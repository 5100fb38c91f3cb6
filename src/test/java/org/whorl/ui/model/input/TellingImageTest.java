package org.whorl.ui.model.input;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageRotation;
import org.whorl.data.TrainTest;
import org.whorl.insight.TurnedAnswers;
import org.whorl.network.Model;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.Gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The image that a trained network is first seen with. */
class TellingImageTest {
    private final LabState lab = new LabState();
    /** Stands for the FX thread: what the worker reports waits here until the test takes it. */
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

    private final InputModel model = new InputModel(lab, reports::add);

    private void trace() throws InterruptedException {
        model.trace();
        Runnable report = reports.poll(60, TimeUnit.SECONDS);
        assertNotNull(report, "the worker reports");
        report.run();
    }

    /** A network that comes with Whorl, with the digits; the first of them are those that it names wrongly. */
    private static ShownNetwork trained(int wrongOnes) throws IOException {
        Model model = Gallery.read("digits-c12-invariant").model();
        TrainTest data = Scenes.digits(4).data().orElseThrow();
        TurnedAnswers answers = new TurnedAnswers(model);
        int size = data.test().shape().size();
        int[] order = IntStream.range(0, data.test().size())
                .boxed()
                .sorted(Comparator.comparing(
                        n -> answers.at(data.test().pixels(), n * size, 0).named()
                                == data.test().labels()[n]))
                .mapToInt(n -> n)
                .toArray();
        int wrong = (int) IntStream.of(order)
                .takeWhile(n -> answers.at(data.test().pixels(), n * size, 0).named()
                        != data.test().labels()[n])
                .count();
        float[] pixels = new float[(order.length - wrong + wrongOnes) * size];
        int[] labels = new int[order.length - wrong + wrongOnes];
        for (int i = 0; i < labels.length; i++) {
            int from = i < wrongOnes ? order[i] : order[i - wrongOnes + wrong];
            System.arraycopy(data.test().pixels(), from * size, pixels, i * size, size);
            labels[i] = data.test().labels()[from];
        }
        Dataset test =
                new Dataset(data.test().shape(), pixels, labels, data.test().classNames());
        return new ShownNetwork(
                "digits-c12-invariant",
                model.parameters(),
                model.preparation(),
                model.classNames(),
                Optional.of(new TrainTest("digits", data.train(), test, data.checksum())),
                model.provenance(),
                1);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "something is reported");
            report.run();
        }
    }

    /** As in the window: an image and itself turned, of which the one that is most like it counts. */
    private static double likeness(Dataset images, int number) {
        float[] upright = CodeInput.of(images, number).pixels();
        float[] turned = new float[upright.length];
        double most = -1;
        for (int degrees = 60; degrees <= 300; degrees += 30) {
            ImageRotation.turn(upright, 0, turned, 0, images.shape(), degrees);
            double[] one = IntStream.range(0, turned.length)
                    .mapToDouble(i -> upright[i])
                    .toArray();
            double[] other = IntStream.range(0, turned.length)
                    .mapToDouble(i -> turned[i])
                    .toArray();
            most = Math.max(most, new PearsonsCorrelation().correlation(one, other));
        }
        return most;
    }

    @Test
    void aTrainedNetworkBeginsWithAnImageThatItNamesRightlyAndThatTurningChangesMostAndThatIsSaid() throws Exception {
        ShownNetwork shown = trained(2);
        lab.show(shown);
        trace();
        until(() -> model.ruleProperty()
                .get()
                .equals("Of the first 100 test images, the rightly named one that turning changes most."));
        model.trace();
        until(() -> model.codesProperty().get().orElseThrow().input()
                == model.inputProperty().get());
        Codes codes = model.codesProperty().get().orElseThrow();
        assertEquals(codes.input().label().getAsInt(), codes.upright().prediction());
        Dataset test = shown.data().orElseThrow().test();
        int chosen = Integer.parseInt(codes.input().name().substring("test ".length())) - 1;
        double least = likeness(test, chosen);
        assertTrue(least < 0.3, "a 0 is like itself by 0.9: " + least);
        for (int n = 2; n < 100; n++) {
            assertTrue(likeness(test, n) >= least, "test " + (n + 1) + " is named rightly as well");
        }
        model.choose(0);
        assertEquals("", model.ruleProperty().get(), "that was asked for");
    }

    @Test
    void anImageThatWasAskedForStaysThoughItIsNamedWrongly() throws Exception {
        lab.show(trained(2));
        model.choose(1);
        trace();
        assertEquals("test 2", model.inputProperty().get().name());
        assertEquals(0, reports.size());
        assertEquals("", model.ruleProperty().get());
    }
}
