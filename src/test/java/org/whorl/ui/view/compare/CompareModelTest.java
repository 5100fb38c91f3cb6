package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.ParameterCount;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.RunMoment;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompareModelTest {
    @TempDir
    Path home;

    private final LabState lab = new LabState();
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private Optional<RunMoment> inWindow = Optional.empty();
    private Contenders contenders;
    private CompareModel model;

    @BeforeEach
    void make() {
        model = newModel();
    }

    private CompareModel newModel() {
        contenders = new Contenders(
                () -> home.resolve("runs"), () -> inWindow, home.resolve("compare.json"), Runnable::run, Runnable::run);
        return new CompareModel(lab, contenders, new SymmetryMeasurements(reports::add));
    }

    static Path run(Path home, String name, int order, String metrics) throws IOException {
        ShownNetwork shown = Scenes.digits(order);
        Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
        Parameters parameters = Parameters.initial(shown.spec().withFilters(12).withLayers(2), order);
        ModelFile.write(
                new Model(
                        parameters,
                        shown.preparation(),
                        shown.classNames(),
                        Map.of("testAccuracy", 0.9861, "data", "digits", "testImages", 360)),
                folder.resolve("model.npz"));
        Files.writeString(folder.resolve("metrics.csv"), metrics);
        return folder;
    }

    private Source run(String name, int order) throws IOException {
        return new Source(
                Source.Kind.RUN,
                run(home, name, order, "epoch,test_accuracy,test_loss\n1,0.5,1\n2,0.75,0.5\n")
                        .toString());
    }

    @Test
    void offersTheGalleryAndTheRuns() throws IOException {
        Source run = run("digits-c4-seed1", 4);
        contenders.look();
        List<Source> offers = contenders.offers();
        assertTrue(offers.contains(run));
        assertTrue(offers.stream().anyMatch(s -> s.label().startsWith("gallery · ")), offers.toString());
        assertEquals("run · digits-c4-seed1", run.label());
    }

    @Test
    void looksForThemInTheBackground() throws IOException {
        Source run = run("digits-c4-seed1", 4);
        BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
        Contenders slow = new Contenders(
                () -> home.resolve("runs"), () -> inWindow, home.resolve("new.json"), background::add, Runnable::run);
        slow.begin();
        assertEquals(List.of(), slow.offers(), "nothing was read where it was asked");
        while (!background.isEmpty()) {
            background.remove().run();
        }
        assertTrue(slow.offers().contains(run));
    }

    @Test
    void beginsWithBaselineQuarterAndSixthTurnsWhereTheGalleryHasThem() {
        assertEquals(
                List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6"),
                ComparedNetworks.first(List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6", "digits-c6"))
                        .sources()
                        .stream()
                        .map(Source::place)
                        .toList());
        assertEquals(
                List.of("digits-c6", "mnist-c6"),
                ComparedNetworks.first(List.of("digits-c6", "mnist-c6")).sources().stream()
                        .map(Source::place)
                        .toList());
        assertEquals(List.of(), ComparedNetworks.first(List.of()).sources());
    }

    @Test
    void whatWasComparedIsThereAgainNextTime() throws IOException {
        Source one = run("one", 1);
        Source two = run("two", 4);
        contenders.slot(0).set(one);
        contenders.slot(2).set(two);
        CompareModel next = newModel();
        next.contenders().begin();
        assertEquals(
                List.of(one, two),
                next.contenders().all().stream().map(Contender::source).toList());
    }

    @Test
    void aChoiceThatCannotBeUnderstoodIsForgotten() throws IOException {
        Files.writeString(home.resolve("compare.json"), "[{\"kind\":\"MOON\"}]");
        assertTrue(ComparedNetworks.read(home.resolve("compare.json")).value().isEmpty());
    }

    @Test
    void runsBringTheirCurvesAndNumbers() throws IOException {
        contenders.slot(0).set(run("one", 1));
        contenders.slot(1).set(run("two", 4));
        assertEquals(2, model.curves().size());
        assertEquals(0.75, model.curves().get(1).y()[1]);
        model.quantityProperty().set(Quantity.TEST_LOSS);
        assertEquals(0.5, model.curves().get(0).y()[1]);
        Contender first = contenders.all().get(0);
        assertEquals("98.61 % of 360", NumbersGrid.accuracy(first));
        ParameterCount count = first.count();
        assertEquals(4 * contenders.all().get(1).count().filters(), count.filters(), "a quarter of the filters");
    }

    @Test
    void namesThatComeTwiceAreToldApart() throws IOException {
        Source one = run("one", 4);
        contenders.slot(0).set(one);
        assertEquals("one", contenders.name(0));
        contenders.slot(1).set(one);
        assertEquals("A: one", contenders.name(0));
        assertEquals("B: one", contenders.name(1));
    }

    @Test
    void aFileThatIsNoModelIsNamedWithWhatWasFound() throws IOException {
        Path wrong = Files.writeString(home.resolve("wrong.npz"), "not a model");
        contenders.slot(0).set(new Source(Source.Kind.FILE, wrong.toString()));
        assertTrue(
                contenders.problemProperty().get().startsWith("could not open file · wrong.npz: "),
                contenders.problemProperty().get());
        assertEquals(List.of(), contenders.all());
    }

    private static RunMoment now(int epoch) {
        ShownNetwork shown = Scenes.digits(4);
        Parameters parameters = Parameters.initial(shown.spec().withFilters(4).withLayers(1), epoch);
        return new RunMoment(
                "digits, C4",
                new Model(parameters, shown.preparation(), shown.classNames(), Map.of("epochs", epoch)),
                List.of());
    }

    @Test
    void theRunInTheWindowIsOfferedAndFollowed() {
        assertFalse(contenders.offers().contains(Source.WINDOW), "there is none");
        contenders.slot(0).set(Source.WINDOW);
        assertEquals(List.of(), contenders.all());
        inWindow = Optional.of(now(1));
        contenders.takeFromWindow();
        assertTrue(contenders.offers().contains(Source.WINDOW));
        assertEquals("this run", contenders.name(0));
        inWindow = Optional.of(now(2));
        contenders.takeFromWindow();
        assertEquals("2", contenders.at(0).orElseThrow().said("epochs").orElseThrow());
    }

    @Test
    void whatWasMeasuredOfTheRunInTheWindowStaysWhileItLearns() throws Exception {
        lab.show(Scenes.digits(4));
        inWindow = Optional.of(now(1));
        contenders.slot(0).set(Source.WINDOW);
        measure();
        inWindow = Optional.of(now(2));
        contenders.takeFromWindow();
        assertEquals(
                "this run, epoch 1", model.accuracies().figure().series().get(0).name());
        assertEquals(72, model.accuracies().figure().series().get(0).x().length);
        measure();
        assertEquals(
                "this run, epoch 2", model.accuracies().figure().series().get(0).name());
    }

    private void measure() throws InterruptedException {
        model.accuracies().measure();
        while (model.accuracies().measuring().runningProperty().get()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
        }
    }

    @Test
    void accuracyByAngleIsMeasuredOnTheImagesOfTheWindow() throws Exception {
        contenders.slot(0).set(run("one", 4));
        assertTrue(
                model.accuracies().words().startsWith("Choose"),
                model.accuracies().words());
        lab.show(Scenes.digits(4));
        assertEquals("360 test images of digits", model.accuracies().words());
        measure();
        assertEquals(72, model.accuracies().figure().series().get(0).x().length);
        assertTrue(model.accuracies().csv().orElseThrow().startsWith("network,degrees,accuracy\n\"one\",0,"));
    }
}
