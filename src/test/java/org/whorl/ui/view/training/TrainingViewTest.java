package org.whorl.ui.view.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.file.ReplacedFile;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.NetworkSettings;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.training.EpochMetrics;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.model.settings.Aim;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Training view on a small real run of the built-in digits. */
@ExtendWith(ApplicationExtension.class)
class TrainingViewTest {
    private final LabState lab = new LabState();
    private final Settings settings = new Settings(Path.of("unused"));
    private final List<Integer> opened = new ArrayList<>();
    private final SimpleBooleanProperty visible = new SimpleBooleanProperty(true);
    private RunController runs;
    private TrainingView view;

    @Start
    void start(Stage stage) {
        Stylesheets.loadFonts();
        settings.network().text(NetworkSettings.LAYERS).set("2");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        settings.training().text(TrainingSettings.EPOCHS).set("2");
        runs = new RunController(lab, settings, new DatasetCache(), Optional::empty);
        view = new TrainingView(lab, runs, visible, opened::add);
        // Shared by all tests: a whole window leaves it with a least width.
        stage.setMinWidth(0);
        stage.setScene(new Scene(view, 1100, 740));
        stage.show();
    }

    @AfterEach
    void end() {
        runs.close();
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> {
                    runs.look();
                    return condition.call();
                })
                .get());
    }

    private void train(FxRobot robot) throws TimeoutException {
        robot.interact(runs::start);
        await(() -> runs.snapshotProperty().get().map(s -> s.epoch() == 2).orElse(false) && !runs.isActive());
        await(() -> view.lookup(".wrong-image") != null);
    }

    @Test
    void theBankGrowsWithTheWindowAndAllOfItIsSeen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> resize(800, 520));
        robot.interact(() -> lab.show(Scenes.digits(6)));
        await(() -> bank() != null && bank().content() != null);
        double before = bank().getHeight();
        robot.interact(() -> resize(1270, 790));
        await(() -> bank().getHeight() > 1.2 * before);
        robot.interact(() -> {
            view.layout();
            assertTrue(
                    bank().localToScene(bank().getLayoutBounds()).getMaxY()
                            <= view.getScene().getHeight(),
                    "without scrolling");
            Label words = (Label) view.lookupAll(".label").stream()
                    .filter(n -> ((Label) n).getText().startsWith("one orbit a row"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(words.isWrapText() && words.getHeight() >= words.prefHeight(words.getWidth()), "not cut");
        });
    }

    private void resize(double width, double height) {
        view.getScene().getWindow().setWidth(width);
        view.getScene().getWindow().setHeight(height);
    }

    private TileGrid bank() {
        return (TileGrid) view.lookup(".tile-grid");
    }

    /** What is out of sight is not drawn. */
    private void scrollTo(FxRobot robot, String selector) {
        robot.interact(() -> {
            Node node = view.lookup(selector);
            Bounds bounds = view.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double hidden = view.getContent().getLayoutBounds().getHeight()
                    - view.getViewportBounds().getHeight();
            view.setVvalue(Math.max(0, Math.min(1, (bounds.getMinY() - 40) / hidden)));
        });
    }

    private String words(String chart) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> view.lookup("#" + chart).getAccessibleText());
    }

    private Point2D at(FxRobot robot, String chart, double across) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Node node = view.lookup("#" + chart);
            return node.localToScreen(node.getLayoutBounds());
        });
        double left = bounds.getMinX() + org.whorl.figure.CurvePlot.LEFT;
        double width = bounds.getMaxX() - org.whorl.figure.CurvePlot.RIGHT - left;
        return new Point2D(left + across * width, bounds.getCenterY());
    }

    @Test
    void anotherNetworkHasNoneOfTheRunsCurves(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(() -> {
            runs.giveWay();
            lab.show(Scenes.digits(4));
        });
        String words = "No curves for " + lab.getShown().title() + ": it was not trained here.";
        await(() ->
                view.lookupAll(".label").stream().anyMatch(n -> n.isVisible() && words.equals(((Label) n).getText())));
        await(() -> view.lookup("#chart-loss").getAccessibleText().contains("train –"));
        ShownNetwork shown = lab.getShown();
        robot.interact(() -> lab.show(new ShownNetwork(
                "without images", shown.parameters(), shown.preparation(), shown.classNames(), Optional.empty(), 2)));
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> ((Label) n).getText().startsWith("There are no images of this network")));
    }

    @Test
    void chartsAreReadUnderTheCursorZoomedAndPanned(FxRobot robot) throws TimeoutException {
        train(robot);
        await(() -> view.lookup("#chart-loss").getAccessibleText().contains("at epoch 2.0"));
        String newest = words("chart-loss");
        robot.moveTo(at(robot, "chart-loss", 0.25));
        await(() -> words("chart-loss").contains("at epoch 0.5"));
        assertNotEquals(newest, words("chart-loss"));
        assertTrue(words("chart-accuracy").endsWith("at epoch 0.5"), "all charts read the same epoch");

        robot.drag(at(robot, "chart-loss", 0.5)).dropTo(at(robot, "chart-loss", 0.75));
        assertTrue(view.lookup("#chart-loss").isFocused(), "the keyboard goes on from there");
        Button whole = wholeRun();
        await(whole::isVisible);
        robot.moveTo(at(robot, "chart-form-of-filters", 0));
        await(() -> words("chart-form-of-filters").contains("at epoch 1.0"));
        robot.interact(whole::fire);
        assertFalse(whole.isVisible());
    }

    private Button wholeRun() {
        return view.lookupAll(".link-button").stream()
                .filter(n -> n instanceof Button b && b.getText().equals("whole run"))
                .map(n -> (Button) n)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAutoencoderShowsItsPsnrInPlaceOfAnAccuracyItHasNot(FxRobot robot) throws TimeoutException {
        robot.interact(() -> settings.network().aimProperty().set(Aim.RECONSTRUCT));
        robot.interact(runs::start);
        await(() -> runs.shown().curves().map(c -> c.testPsnr().size() == 2).orElse(false));
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db") != null);
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db")
                .getAccessibleText()
                .matches("PSNR.*test [0-9.]+.*"));
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup("#chart-accuracy") == null));
    }

    @Test
    void anotherNetworkIsShownAlsoWhereItWasScrolledOutOfSight(FxRobot robot) throws TimeoutException {
        train(robot);
        await(() -> says("layer 1 · 1 × C6"));
        robot.interact(() -> view.setVvalue(1));
        robot.interact(runs::giveWay);
        robot.interact(() -> lab.show(new ShownNetwork(
                "another",
                Parameters.initial(
                        lab.getShown().spec().withGroup(new CyclicGroup(12)).withLayers(1), 1),
                lab.getShown().preparation(),
                lab.getShown().classNames(),
                Optional.empty(),
                lab.getShown().version() + 1)));
        await(() -> view.lookupAll("*").stream()
                .anyMatch(n ->
                        n.getAccessibleText() != null && n.getAccessibleText().startsWith("There are no images")));
        robot.interact(() -> view.setVvalue(0));
        await(() -> says("layer 1 · 1 × C12"));
    }

    private boolean says(String words) {
        return view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().equals(words));
    }

    @Test
    void aKeptAutoencoderShowsItsPsnrWhateverRunsInTheWindow(FxRobot robot) throws TimeoutException {
        train(robot);
        NetworkSpec spec = settings.network().getValue().withObjective(Objective.RECONSTRUCT);
        Model model = new Model(
                Parameters.initial(spec, 1),
                lab.getShown().preparation(),
                lab.getShown().classNames(),
                Map.of());
        EpochMetrics epoch = new EpochMetrics(
                1,
                23,
                9,
                Double.NaN,
                8,
                Double.NaN,
                21.5,
                0.01,
                List.of(0.1, 0.2),
                1,
                List.of(0.01, 0.02),
                List.of(0.3, 0.4),
                1,
                100);
        robot.interact(() -> runs.giveWayTo(new SavedRun(
                Path.of("kept"), model, List.of(epoch), Optional.empty(), Optional.empty(), Optional.empty())));
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db") != null
                && words("chart-psnr-of-reconstructions-db").contains("test 21.5"));
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup("#chart-accuracy") == null));
    }

    @Test
    void theKeyboardReadsZoomsAndGoesBack(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(() -> view.lookup("#chart-loss").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertTrue(words("chart-loss").contains("at epoch 1.0"), "from the middle: " + words("chart-loss"));
        robot.type(KeyCode.EQUALS, 3);
        assertTrue(wholeRun().isVisible());
        robot.type(KeyCode.HOME);
        assertFalse(wholeRun().isVisible());
        robot.type(KeyCode.ESCAPE);
        await(() -> view.lookup("#chart-loss").getAccessibleText().contains("at epoch 2.0"));
    }

    @Test
    void resizingTheWindowLeavesTheChartsWhereTheyAre(FxRobot robot) throws TimeoutException {
        AtomicInteger taken = new AtomicInteger();
        robot.interact(() -> view.lookup(".loss-card")
                .getParent()
                .getChildrenUnmodifiable()
                .addListener((ListChangeListener<Node>) change -> taken.incrementAndGet()));
        for (double width : new double[] {1080, 1070, 500}) {
            robot.interact(() -> view.getScene().getWindow().setWidth(width));
            await(() -> view.getWidth() <= width);
        }
        assertEquals(0, taken.get(), "none was taken out and put back");
    }

    @Test
    void everyLayerHasItsCurvesAndEveryChangeItsMark(FxRobot robot) throws TimeoutException {
        robot.interact(runs::step);
        await(() -> runs.snapshotProperty().get().orElseThrow().step() == 1);
        robot.interact(() -> {
            settings.training().text(TrainingSettings.LEARNING_RATE).set("0.002");
            assertTrue(runs.changed().applicableProperty().get());
            runs.changed().apply();
        });
        assertFalse(runs.changed().isPending());
        train(robot);
        var curves = runs.shown().curves().orElseThrow();
        assertEquals(2, curves.updateRatios().size());
        assertEquals(46, curves.updateRatios().get(1).size());
        assertEquals(1, curves.marks().size());
        assertEquals("learning rate 0.002", curves.marks().get(0).words());
        assertEquals(1 / 23.0, curves.marks().get(0).epoch(), 1e-9);
        scrollTo(robot, "#chart-update-parameter");
        await(() -> words("chart-update-parameter").contains("at epoch 2.0"));
        assertTrue(words("chart-update-parameter").contains("layer 2 0.0"), words("chart-update-parameter"));
    }

    @Test
    void theLossCanBeDrawnByItsLogarithmAndSmoothedMore(FxRobot robot) throws TimeoutException {
        train(robot);
        scrollTo(robot, "#chart-loss");
        ToggleButton log = (ToggleButton) view.lookup("#log-chart-loss");
        assertEquals(log.isSelected(), view.isLogLoss());
        robot.interact(log::fire);
        assertEquals(log.isSelected(), view.isLogLoss());
        double before = runs.shown().curves().orElseThrow().trainLoss().latest();
        ComboBox<?> smoothing = (ComboBox<?>) view.lookup("#smoothing");
        robot.interact(() -> smoothing.getSelectionModel().selectFirst());
        var loss = runs.shown().curves().orElseThrow().trainLoss();
        assertEquals(loss.y(loss.size() - 1), loss.latest(), 1e-12, "not smoothed: as measured");
        assertNotEquals(before, loss.latest());
    }

    @Test
    void whatTheTestGotWrongIsCountedShownAndOpened(FxRobot robot) throws TimeoutException {
        train(robot);
        Node matrix = view.lookup(".confusion-matrix");
        assertTrue(matrix.getAccessibleText().contains("of 360 test images are right"), matrix.getAccessibleText());
        var test = runs.shown().latestTest().orElseThrow();
        int wrong = 0;
        int hardest = -1;
        for (int i = 0; i < test.labels().length; i++) {
            if (test.labels()[i] != test.result().predictions()[i]) {
                wrong++;
                float confidence = test.result().confidences()[i];
                hardest = hardest < 0 || confidence < test.result().confidences()[hardest] ? i : hardest;
            }
        }
        int counted = wrong;
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().startsWith(counted + " wrong")));
        robot.interact(() -> {
            // As wide as between the window's sides.
            Stylesheets.apply(view.getScene(), false);
            view.getScene().getWindow().setWidth(820);
        });
        await(() -> view.getWidth() <= 820);
        WaitForAsyncUtils.waitForFxEvents();
        Node head = matrix.getParent().getParent().lookup(".card-head");
        List<Region> parts = Stream.of(".card-title", ".muted", ".export-menu")
                .map(part -> (Region) head.lookup(part))
                .toList();
        for (Region part : parts) {
            assertTrue(part.getWidth() >= part.prefWidth(-1) - 1, part + " is cut");
        }
        Button first = (Button) view.lookup(".wrong-image");
        robot.interact(first::fire);
        assertEquals(List.of(hardest), opened);

        robot.interact(matrix::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertTrue(matrix.getAccessibleText().contains("0 taken for 1"), matrix.getAccessibleText());
        robot.type(KeyCode.ENTER);
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains("0 taken for 1 only")));
    }

    @Test
    void nothingIsDrawnWhileTheViewCannotBeSeen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> visible.set(false));
        robot.interact(runs::start);
        await(() -> runs.snapshotProperty().get().map(s -> s.epoch() == 2).orElse(false));
        assertTrue(words("chart-loss").contains("train –"), words("chart-loss"));
        robot.interact(() -> visible.set(true));
        await(() -> words("chart-loss").contains("at epoch 2.0"));
    }

    @Test
    void aChartIsWrittenAsATable(FxRobot robot, @org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        train(robot);
        Path file = folder.resolve("loss.csv");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            org.whorl.ui.chart.CurveCard card = (org.whorl.ui.chart.CurveCard) view.lookup(".loss-card");
            ReplacedFile.write(file, card.content().orElseThrow().table().orElseThrow()::write);
            return null;
        });
        List<String> lines = Files.readAllLines(file);
        assertEquals("series,epoch,value,smoothed", lines.get(0));
        assertEquals(46, lines.stream().filter(l -> l.startsWith("train,")).count());
        assertEquals(2, lines.stream().filter(l -> l.startsWith("test,")).count());
    }
}
