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
import org.whorl.data.DatasetInfo;
import org.whorl.data.Progress;
import org.whorl.data.set.Datasets;
import org.whorl.figure.Series;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.ParameterCount;
import org.whorl.network.Parameters;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.RunMoment;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.model.symmetry.SymmetryMeasurements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompareModelTest {
    /** Only what comes with Whorl, whatever else is on this machine. */
    private static final List<DatasetInfo> SETS =
            Datasets.list().stream().filter(DatasetInfo::builtIn).toList();

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
        Settings settings = new Settings(home.resolve("runs"));
        SelectedDataset reader = new SelectedDataset(settings, new DatasetCache(), reports::add);
        MeasuringImages images = new MeasuringImages(lab, contenders, reader, () -> SETS);
        return new CompareModel(contenders, new SymmetryMeasurements(reports::add), images);
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
        slow.begin(Optional.empty(), Optional.empty());
        assertEquals(List.of(), slow.offers(), "nothing was read where it was asked");
        while (!background.isEmpty()) {
            background.remove().run();
        }
        assertTrue(slow.offers().contains(run));
    }

    private static List<String> first(List<String> gallery, Source shown, String set) {
        return ComparedNetworks.first(gallery, Optional.ofNullable(shown), Optional.ofNullable(set)).sources().stream()
                .map(Source::place)
                .toList();
    }

    @Test
    void beginsWithBaselineQuarterAndSixthTurnsWhereTheGalleryHasThem() {
        assertEquals(
                List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6"),
                first(List.of("cifar10-baseline", "cifar10-c4", "cifar10-c6", "digits-c6"), null, null));
        assertEquals(List.of("digits-c6", "mnist-c6"), first(List.of("digits-c6", "mnist-c6"), null, null));
        assertEquals(List.of(), first(List.of(), null, null));
    }

    @Test
    void beginsWithWhatIsShownAndThoseTrainedOnItsSet() {
        List<String> gallery = List.of(
                "cifar10-baseline",
                "cifar10-c4",
                "cifar10-c6",
                "mnist-baseline",
                "mnist-c4",
                "mnist-c6",
                "rot-mnist-c4");
        Source shown = new Source(Source.Kind.GALLERY, "mnist-c6");
        assertEquals(List.of("mnist-c6", "mnist-baseline", "mnist-c4"), first(gallery, shown, "mnist"));
        Source run = new Source(Source.Kind.RUN, "leaves-c8-seed1");
        assertEquals(List.of("leaves-c8-seed1"), first(gallery, run, "leaves"), "it has no like");
    }

    @Test
    void whatWasComparedIsThereAgainNextTime() throws IOException {
        Source one = run("one", 1);
        Source two = run("two", 4);
        contenders.slot(0).set(one);
        contenders.slot(2).set(two);
        CompareModel next = newModel();
        next.contenders().begin(Optional.empty(), Optional.empty());
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
        while (model.accuracies().measuring().runningProperty().get()
                || !model.accuracies().images().readingProperty().get().isEmpty()) {
            Runnable report = reports.poll(60, TimeUnit.SECONDS);
            assertNotNull(report, "the worker reports");
            report.run();
        }
    }

    @Test
    void accuracyByAngleIsMeasuredOnTheImagesOfTheWindow() throws Exception {
        contenders.slot(0).set(run("one", 4));
        lab.show(Scenes.digits(4));
        assertEquals("360 test images of digits", model.accuracies().words());
        measure();
        assertEquals(72, model.accuracies().figure().series().get(0).x().length);
        assertTrue(model.accuracies().csv().orElseThrow().startsWith("network,degrees,accuracy\n\"one\",0,"));
    }

    private static ShownNetwork withLeaves() throws IOException {
        return Scenes.digits(4).withData(Datasets.load("leaves", Optional.empty(), 1, Progress.NONE), 2);
    }

    @Test
    void imagesOfOtherClassesAreLeftForASetWhoseClassesAreNamed() throws Exception {
        lab.show(withLeaves());
        contenders.slot(0).set(run("one", 4));
        contenders.slot(1).set(new Source(Source.Kind.GALLERY, "mnist-c6"));
        assertEquals("360 test images of digits", model.accuracies().words());
        measure();
        assertEquals(2, model.accuracies().figure().series().size());
        String[] mnist = model.accuracies().csv().orElseThrow().split("\"mnist-c6\",0,");
        double upright = Double.parseDouble(mnist[1].split("\n")[0]);
        // They are other people's digits than it learned from.
        assertTrue(upright > 3 * 0.1, "a network of digits knows digits, and not by chance: " + upright);
    }

    @Test
    void aNetworkOfOtherClassesIsNotMeasuredAndThatIsSaid() throws Exception {
        lab.show(Scenes.digits(4));
        contenders.slot(0).set(run("one", 4));
        contenders.slot(1).set(letters("letters"));
        assertEquals(
                "360 test images of digits; not for letters (its classes are a, b, c …, those of the images 0, 1, 2 …)",
                model.accuracies().words());
        measure();
        assertEquals(
                List.of("one"),
                model.accuracies().figure().series().stream().map(Series::name).toList());
    }

    @Test
    void withoutImagesOfTheirClassesNothingIsMeasured() throws Exception {
        lab.show(Scenes.digits(4));
        contenders.slot(0).set(letters("letters"));
        assertTrue(model.accuracies().words().startsWith("There are no square images here"));
        model.accuracies().measure();
        assertFalse(model.accuracies().measuring().runningProperty().get());
        assertEquals(Optional.empty(), model.accuracies().csv());
    }

    /** A network of ten classes that are no digits. */
    private Source letters(String name) throws IOException {
        Path folder = run(home, name, 4, "epoch,test_accuracy\n");
        Model digits = ModelFile.read(folder.resolve("model.npz"));
        ModelFile.write(
                new Model(
                        digits.parameters(),
                        digits.preparation(),
                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                        Map.of("data", "letters")),
                folder.resolve("model.npz"));
        return new Source(Source.Kind.RUN, folder.toString());
    }
}
