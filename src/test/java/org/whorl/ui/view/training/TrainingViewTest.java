package org.whorl.ui.view.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.CurvePlot;
import org.whorl.file.ReplacedFile;
import org.whorl.training.TrainingSettings;
import org.whorl.ui.chart.CurveCard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The curves of a run: read, zoomed, marked and written. */
class TrainingViewTest extends TrainingInView {
    @Start
    void start(Stage stage) {
        open(stage);
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

    private Point2D at(FxRobot robot, String chart, double across) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Node node = view.lookup("#" + chart);
            return node.localToScreen(node.getLayoutBounds());
        });
        double left = bounds.getMinX() + CurvePlot.LEFT;
        double width = bounds.getMaxX() - CurvePlot.RIGHT - left;
        return new Point2D(left + across * width, bounds.getCenterY());
    }

    @Test
    void lossAndFormEndAtTheSameLine(FxRobot robot) {
        for (double width : new double[] {686, 700, 760, 1100}) {
            robot.interact(() -> {
                view.resize(width, 740);
                view.applyCss();
                // Its columns follow the room that the first layout finds.
                view.layout();
                view.layout();
                Bounds loss = inScene(".loss-card");
                Bounds form = inScene(".form-of-filters-card");
                assertEquals(loss.getMinX(), form.getMinX(), 1e-6);
                assertEquals(loss.getMaxX(), form.getMaxX(), 1e-6, "in a view " + view.getWidth() + " wide");
            });
        }
    }

    /** What is drawn of a card, which a head without room makes wider than its place. */
    private Bounds inScene(String card) {
        Node drawn = view.lookup(card + " .card");
        return drawn.localToScene(drawn.getLayoutBounds());
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
    void nothingIsDrawnWhileTheViewCannotBeSeen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> visible.set(false));
        robot.interact(runs::start);
        await(() -> runs.snapshotProperty().get().map(s -> s.epoch() == 2).orElse(false));
        assertTrue(words("chart-loss").contains("train –"), words("chart-loss"));
        robot.interact(() -> visible.set(true));
        await(() -> words("chart-loss").contains("at epoch 2.0"));
    }

    @Test
    void aChartIsWrittenAsATable(FxRobot robot, @TempDir Path folder) throws Exception {
        train(robot);
        Path file = folder.resolve("loss.csv");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            CurveCard card = (CurveCard) view.lookup(".loss-card");
            ReplacedFile.write(file, card.content().orElseThrow().table().orElseThrow()::write);
            return null;
        });
        List<String> lines = Files.readAllLines(file);
        assertEquals("series,epoch,value,smoothed", lines.get(0));
        assertEquals(46, lines.stream().filter(l -> l.startsWith("train,")).count());
        assertEquals(2, lines.stream().filter(l -> l.startsWith("test,")).count());
    }
}
