package org.whorl.ui.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.whorl.ui.codes.Scenes;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.lab.Shown;
import org.whorl.ui.symmetry.Measuring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompareModelTest {
    @TempDir
    Path home;

    private final Lab lab = new Lab();
    private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
    private CompareModel model;

    @BeforeEach
    void make() {
        model = newModel();
    }

    private CompareModel newModel() {
        return new CompareModel(
                lab,
                () -> home.resolve("runs"),
                home.resolve("compare.json"),
                new Measuring(reports::add),
                Runnable::run,
                Runnable::run);
    }

    static Path run(Path home, String name, int order, String metrics) throws IOException {
        Shown shown = Scenes.digits(order);
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
        List<Source> offers = model.offers();
        assertTrue(offers.contains(run));
        assertTrue(offers.stream().anyMatch(s -> s.label().startsWith("gallery · ")), offers.toString());
        assertEquals("run · digits-c4-seed1", run.label());
    }

    @Test
    void beginsWithBaselineQuarterAndSixthTurnsWhereTheGalleryHasThem() {
        assertEquals(
                List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6"),
                Choices.first(List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6", "digits-c6")).sources().stream()
                        .map(Source::place)
                        .toList());
        assertEquals(
                List.of("digits-c6", "mnist-c6"),
                Choices.first(List.of("digits-c6", "mnist-c6")).sources().stream()
                        .map(Source::place)
                        .toList());
        assertEquals(List.of(), Choices.first(List.of()).sources());
    }

    @Test
    void whatWasComparedIsThereAgainNextTime() throws IOException {
        Source one = run("one", 1);
        Source two = run("two", 4);
        model.slot(0).set(one);
        model.slot(2).set(two);
        CompareModel next = newModel();
        next.begin();
        assertEquals(
                List.of(one, two),
                next.contenders().stream().map(Contender::source).toList());
    }

    @Test
    void aChoiceThatCannotBeUnderstoodIsForgotten() throws IOException {
        Files.writeString(home.resolve("compare.json"), "[{\"kind\":\"MOON\"}]");
        assertTrue(Choices.read(home.resolve("compare.json")).isEmpty());
    }

    @Test
    void runsBringTheirCurvesAndNumbers() throws IOException {
        model.slot(0).set(run("one", 1));
        model.slot(1).set(run("two", 4));
        assertEquals(2, model.curves().size());
        assertEquals(0.75, model.curves().get(1).y()[1]);
        model.quantityProperty().set(Quantity.TEST_LOSS);
        assertEquals(0.5, model.curves().get(0).y()[1]);
        Contender first = model.contenders().get(0);
        assertEquals("98.61 % of 360", NumbersGrid.accuracy(first));
        ParameterCount count = first.count();
        assertEquals(4 * model.contenders().get(1).count().filters(), count.filters(), "a quarter of the filters");
    }

    @Test
    void namesThatComeTwiceAreToldApart() throws IOException {
        Source one = run("one", 4);
        model.slot(0).set(one);
        assertEquals("one", model.name(0));
        model.slot(1).set(one);
        assertEquals("A: one", model.name(0));
        assertEquals("B: one", model.name(1));
    }

    @Test
    void aFileThatIsNoModelIsNamedWithWhatWasFound() throws IOException {
        Path wrong = Files.writeString(home.resolve("wrong.npz"), "not a model");
        model.slot(0).set(new Source(Source.Kind.FILE, wrong.toString()));
        assertTrue(
                model.problemProperty().get().startsWith("could not open file · wrong.npz: "),
                model.problemProperty().get());
        assertEquals(List.of(), model.contenders());
    }

    @Test
    void accuracyByAngleIsMeasuredOnTheImagesOfTheWindow() throws Exception {
        model.slot(0).set(run("one", 4));
        assertTrue(model.measuredOn().startsWith("Choose"), model.measuredOn());
        lab.show(Scenes.digits(4));
        assertEquals("360 test images of digits", model.measuredOn());
        model.measure();
        while (model.measuring().runningProperty().get()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
        }
        assertEquals(72, model.accuracies().series().get(0).x().length);
        assertTrue(model.accuracyCsv().orElseThrow().startsWith("network,degrees,accuracy\n\"one\",0,"));
    }
}
