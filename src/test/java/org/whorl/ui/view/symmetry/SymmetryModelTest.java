package org.whorl.ui.view.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.Test;
import org.whorl.data.Dataset;
import org.whorl.data.ImageShape;
import org.whorl.data.Progress;
import org.whorl.data.TrainTest;
import org.whorl.data.set.Datasets;
import org.whorl.data.whitening.Preparation;
import org.whorl.group.Interpolation;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.symmetry.MeasuredNetwork;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SymmetryModelTest {
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private final LabState lab = new LabState();
    private final SymmetryMeasurements measuring = new SymmetryMeasurements(reports::add);
    private final SymmetryModel model = new SymmetryModel(lab, () -> 7, measuring);

    private void measureAndStop() {
        model.measure();
        measuring.cancel();
    }

    @Test
    void saysWhatIsMissing() {
        assertTrue(model.obstacle().orElseThrow().words().contains("Open a model"));
        ShownNetwork digits = Scenes.digits(4);
        lab.show(new ShownNetwork(
                digits.title(), digits.parameters(), digits.preparation(), digits.classNames(), Optional.empty(), 2));
        assertTrue(model.obstacle().orElseThrow().words().startsWith("Choose images of 1x28x28"));
        lab.show(digits);
        assertEquals(Optional.empty(), model.obstacle());
    }

    private static ShownNetwork wide() {
        ShownNetwork digits = Scenes.digits(4);
        ImageShape shape = new ImageShape(1, 20, 28);
        Dataset images = new Dataset(shape, new float[shape.size()], new int[1], digits.classNames());
        return new ShownNetwork(
                "wide",
                Parameters.initial(digits.spec().withInput(shape, 10), 1),
                Preparation.identity(shape),
                digits.classNames(),
                Optional.of(new TrainTest("wide", images, images, "")),
                2);
    }

    @Test
    void whatCannotEverBeTurnedIsNotSaidToBeYetToCome() {
        assertEquals("Nothing to turn yet", model.obstacle().orElseThrow().title());
        lab.show(wide());
        assertEquals("Cannot be turned", model.obstacle().orElseThrow().title());
        assertTrue(model.obstacle().orElseThrow().words().startsWith("Only square images"));
    }

    @Test
    void whatWasMeasuredIsLetGoAsSoonAsANetworkIsShownThatCannotBe() {
        lab.show(Scenes.digits(4));
        model.measure();
        assertTrue(measuring.runningProperty().get());
        lab.show(wide());
        assertFalse(measuring.runningProperty().get());
        assertEquals(Optional.empty(), model.subjectProperty().get());
        assertEquals(List.of(), model.wanted());
    }

    @Test
    void beginsWithTheNetworksCodeAndKeepsToLayersThatThereAre() {
        lab.show(Scenes.digits(4));
        assertEquals(3, model.layerProperty().get());
        model.layerProperty().set(2);
        ShownNetwork digits = Scenes.digits(4);
        lab.show(new ShownNetwork(
                "shallow",
                Parameters.initial(digits.spec().withLayers(2), 1),
                digits.preparation(),
                digits.classNames(),
                digits.data(),
                3));
        assertEquals(1, model.layerProperty().get());
    }

    @Test
    void interpolationsAreExchangedInTheSameNetwork() {
        ShownNetwork shown = Scenes.digits(6);
        lab.show(shown);
        model.overlayProperty().set(Overlay.INTERPOLATIONS);
        measureAndStop();
        List<MeasuredNetwork> wanted = model.wanted();
        assertEquals(
                List.of("bilinear", "nearest", "bicubic"),
                wanted.stream().map(MeasuredNetwork::name).toList());
        for (MeasuredNetwork measured : wanted) {
            assertArrayEquals(
                    shown.parameters().values(), measured.model().parameters().values());
        }
        assertEquals(Interpolation.NEAREST, wanted.get(1).model().spec().interpolation());
    }

    @Test
    void beforeTrainingIsTheNetworkOfTheSeed() {
        ShownNetwork shown = Scenes.digits(6);
        lab.show(shown);
        model.overlayProperty().set(Overlay.TRAINING);
        measureAndStop();
        assertEquals("untrained, seed 7", model.wanted().get(1).name());
        assertArrayEquals(
                Parameters.initial(shown.spec(), 7).values(),
                model.wanted().get(1).model().parameters().values());
    }

    @Test
    void anErrorIsDrawnForEveryLayer() {
        lab.show(Scenes.digits(4));
        model.overlayProperty().set(Overlay.LAYERS);
        measureAndStop();
        assertEquals(4, model.errors().series().size());
        assertEquals("layer 3", model.errors().series().get(2).name());
        assertEquals(1, model.accuracies().series().size());
        assertEquals(List.of(0.0, 90.0, 180.0, 270.0), model.errors().elements());
    }

    @Test
    void knowsWhenTheNetworkHasChangedSinceAndWhenItIsAnother() {
        ShownNetwork first = Scenes.digits(4);
        lab.show(first);
        assertTrue(model.isOtherNetwork());
        measureAndStop();
        assertFalse(model.isOtherNetwork());
        assertFalse(model.isStale());
        Parameters later = first.parameters().copy();
        lab.show(new ShownNetwork(first.title(), later, first.preparation(), first.classNames(), first.data(), 2));
        assertFalse(model.isStale(), "a copy has learned nothing");
        later = later.copy();
        later.values()[0] += 1;
        lab.show(new ShownNetwork(first.title(), later, first.preparation(), first.classNames(), first.data(), 3));
        assertTrue(model.isStale());
        assertFalse(model.isOtherNetwork());
        lab.show(Scenes.digits(6));
        assertTrue(model.isOtherNetwork());
    }

    @Test
    void theExplanationNamesTheRotationsThatTheGridHas() {
        assertTrue(Explanation.about(new org.whorl.group.CyclicGroup(6))
                .startsWith("Of the 6 rotations of C6 the grid has 0°, 180°;"));
        assertTrue(Explanation.about(new org.whorl.group.CyclicGroup(4))
                .startsWith("C4 turns by 0°, 90°, 180°, 270° only"));
    }

    @Test
    void imagesOfOtherClassesHaveErrorsButNoAccuracy() throws Exception {
        lab.show(Scenes.digits(4).withData(Datasets.load("leaves", Optional.empty(), 1, Progress.NONE), 2));
        measureAndStop();
        assertTrue(model.wanted().stream().allMatch(m -> m.forAccuracy() == 0 && m.forErrors() > 0));
        lab.show(Scenes.digits(4));
        measureAndStop();
        assertTrue(model.wanted().stream().allMatch(m -> m.forAccuracy() > 0));
    }
}
