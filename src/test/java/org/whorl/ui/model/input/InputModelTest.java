package org.whorl.ui.model.input;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.TrainTest;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InputModelTest {
    private final LabState lab = new LabState();
    /** Stands for the FX thread: what the worker reports waits here until the test takes it. */
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

    private final InputModel model = new InputModel(lab, reports::add);

    private Codes traced() throws InterruptedException {
        model.trace();
        Runnable report = reports.poll(60, TimeUnit.SECONDS);
        assertNotNull(report, "the worker reports");
        report.run();
        return model.codesProperty().get().orElseThrow();
    }

    @Test
    void beginsWithTheFirstTestImage() throws InterruptedException {
        ShownNetwork shown = Scenes.digits(4);
        lab.show(shown);
        Codes codes = traced();
        Dataset test = shown.data().orElseThrow().test();
        assertEquals("test 1", codes.input().name());
        assertEquals(test.labels()[0], codes.input().label().orElseThrow());
        assertEquals(4, codes.trace().layers().size());
        assertSame(codes.trace(), lab.traceProperty().get().orElseThrow());
        assertSame(codes.trace(), codes.upright(), "not turned");
    }

    @Test
    void aNetworkOfAnotherSetIsShownAnImageOfThatSet() throws InterruptedException {
        ShownNetwork digits = Scenes.digits(4);
        lab.show(digits);
        CodeInput before = traced().input();
        TrainTest old = digits.data().orElseThrow();
        TrainTest other = new TrainTest("other", old.test(), old.train().first(50), old.checksum());
        lab.show(new ShownNetwork(
                "other", digits.parameters(), digits.preparation(), digits.classNames(), Optional.of(other), 1));
        assertNotEquals(before, model.inputProperty().get());
        assertEquals(
                other.test().labels()[0], model.inputProperty().get().label().orElseThrow());
        assertArrayEquals(
                CodeInput.of(other.test(), 0).pixels(),
                model.inputProperty().get().pixels());
    }

    @Test
    void anOpenedPictureStaysWhenAnotherSetsNetworkIsShown() throws InterruptedException {
        ShownNetwork digits = Scenes.digits(4);
        lab.show(digits);
        CodeInput digit = traced().input();
        CodeInput mine = new CodeInput("mine.png", digit.shape(), digit.pixels(), OptionalInt.empty());
        model.inputProperty().set(mine);
        TrainTest old = digits.data().orElseThrow();
        TrainTest other = new TrainTest("other", old.test(), old.train().first(50), old.checksum());
        lab.show(new ShownNetwork(
                "other", digits.parameters(), digits.preparation(), digits.classNames(), Optional.of(other), 1));
        assertSame(mine, model.inputProperty().get());
    }

    @Test
    void anOpenedPictureWithTheOtherGroundLooksInvertedUntilItIsInverted() throws InterruptedException {
        lab.show(Scenes.digits(4));
        CodeInput digit = traced().input();
        float[] black = new float[digit.pixels().length];
        for (int i = 0; i < black.length; i++) {
            black[i] = 1 - digit.pixels()[i];
        }
        model.inputProperty().set(new CodeInput("three.png", digit.shape(), black, OptionalInt.empty()));
        assertTrue(model.looksInverted());
        model.invert();
        assertEquals("three.png", model.inputProperty().get().name());
        assertFalse(model.looksInverted());
        assertArrayEquals(digit.pixels(), model.inputProperty().get().pixels(), 1e-6f);
        model.inputProperty().set(digit);
        assertFalse(model.looksInverted(), "images of the set are as they are");
    }

    @Test
    void turnsTheImageButRemembersItUpright() throws InterruptedException {
        lab.show(Scenes.digits(4));
        model.degreesProperty().set(90);
        Codes codes = traced();
        float[] upright = codes.input().pixels();
        for (int i = 0; i < 28 * 28; i++) {
            // Counter-clockwise by 90°: what was at the right comes to the top.
            assertEquals(upright[i % 28 * 28 + 27 - i / 28], codes.turned()[i], 1e-6f);
        }
        assertNotEquals(
                codes.trace().layers().get(0).error(),
                codes.upright().layers().get(0).error());
    }

    @Test
    void requestsDoNotQueueAndTheLatestWins() throws InterruptedException {
        lab.show(Scenes.digits(4));
        for (int degrees = 1; degrees <= 200; degrees++) {
            model.degreesProperty().set(degrees);
            model.trace();
        }
        int received = 0;
        double last = 0;
        while (last != 200) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
            received++;
            last = model.codesProperty().get().orElseThrow().degrees();
        }
        assertTrue(received < 200, received + " of 200 were computed");
        assertEquals(0, reports.size());
    }

    @Test
    void whatIsWrongWithAPictureOutlivesTheTracesOfTheOld(@TempDir Path folder) throws Exception {
        lab.show(Scenes.digits(4));
        traced();
        model.open(Files.writeString(folder.resolve("torn.png"), "no picture"));
        reports.take().run();
        assertTrue(model.problemProperty().get().contains("torn.png"));
        traced();
        assertTrue(model.problemProperty().get().contains("torn.png"), "as while training");
        model.choose(1);
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void theImageThatStandsInUntilThenDoesNotKeepAPictureAway(@TempDir Path folder) throws Exception {
        lab.show(Scenes.digits(4));
        model.open(grey(folder.resolve("grey.png")));
        model.trace();
        assertEquals("test 1", model.inputProperty().get().name());
        reports.take().run();
        reports.take().run();
        assertEquals("grey.png", model.inputProperty().get().name());
    }

    @Test
    void aPictureThatComesLateDoesNotReplaceWhatWasChosenSince(@TempDir Path folder) throws Exception {
        lab.show(Scenes.digits(4));
        traced();
        List<String> names = new ArrayList<>();
        model.inputProperty().addListener((o, was, is) -> names.add(is.name()));
        model.open(grey(folder.resolve("late.png")));
        model.choose(3);
        model.open(grey(folder.resolve("next.png")));
        while (!names.contains("next.png")) {
            Runnable report = reports.poll(30, TimeUnit.SECONDS);
            assertNotNull(report, "the picture is read");
            report.run();
        }
        assertEquals(List.of("test 4", "next.png"), names);
    }

    private static Path grey(Path file) throws IOException {
        ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    @Test
    void choosesImagesByNumberAndClassAndGoesRound() {
        ShownNetwork shown = Scenes.digits(1);
        lab.show(shown);
        Dataset test = shown.data().orElseThrow().test();
        model.choose(-1);
        assertEquals("test " + test.size(), model.inputProperty().get().name());
        model.chooseNext(7);
        assertEquals(7, model.inputProperty().get().label().orElseThrow());
        assertEquals(7, test.labels()[model.index()]);
    }

    @Test
    void aNetworkOfAnotherShapeGetsAnImageOfItsShape() throws InterruptedException {
        ShownNetwork digits = Scenes.digits(1);
        lab.show(digits);
        traced();
        var small = digits.spec().withInput(new ImageShape(1, 16, 16), 10);
        lab.show(new ShownNetwork(
                "small",
                org.whorl.network.Parameters.initial(small, 1),
                org.whorl.data.whitening.Preparation.identity(small.input()),
                digits.classNames(),
                Optional.empty(),
                2));
        Codes codes = traced();
        assertEquals(new ImageShape(1, 16, 16), codes.input().shape());
        assertEquals("drawing", codes.input().name());
    }

    @Test
    void whatStandsInUntilThereAreImagesIsNoMeasureOfTheCode() throws InterruptedException {
        ShownNetwork digits = Scenes.digits(4);
        lab.show(new ShownNetwork(
                digits.title(), digits.parameters(), digits.preparation(), digits.classNames(), Optional.empty(), 1));
        model.trace();
        // The images come while the empty one is on its way.
        lab.show(digits);
        Runnable report = reports.poll(60, TimeUnit.SECONDS);
        assertNotNull(report, "the worker reports");
        report.run();
        assertEquals(Optional.empty(), lab.traceProperty().get());
        assertEquals("test 1", traced().input().name());
        assertTrue(lab.traceProperty().get().isPresent());
    }
}
