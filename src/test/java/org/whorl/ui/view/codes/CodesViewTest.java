package org.whorl.ui.view.codes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.group.CyclicGroup;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class CodesViewTest {
    private final LabState lab = new LabState();
    private InputModel model;
    private CodesView view;

    @Start
    private void start(Stage stage) {
        model = new InputModel(lab, Platform::runLater);
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        view = new CodesView(
                lab, model, chosen, new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater), () -> {});
        // All window tests share one stage, and others leave it in other sizes.
        stage.setFullScreen(false);
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setScene(new Scene(view, 1000, 900));
        stage.sizeToScene();
        stage.show();
        lab.show(Scenes.digits(4));
    }

    /** A key on a picture that has the focus: without a screen the window itself need not have it yet. */
    private static void press(FxRobot robot, Node node, KeyCode key) {
        robot.interact(() -> {
            node.requestFocus();
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    /** Presses a button where it is: under load the layout may still move when a mouse would arrive. */
    private void fire(FxRobot robot, String text) throws TimeoutException {
        until(() -> button(text).isPresent());
        robot.interact(() -> button(text).orElseThrow().fire());
    }

    private Optional<ButtonBase> button(String text) {
        return view.lookupAll("*").stream()
                .filter(n -> n instanceof ButtonBase b && text.equals(b.getText()))
                .map(n -> (ButtonBase) n)
                .findFirst();
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Asked on the FX thread, from whichever: elsewhere the view may change meanwhile. */
    private static <T> T onFx(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            try {
                return question.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    private List<LayerRow> rows() {
        return onFx(() -> view.lookup(".layers-pane").isVisible()
                ? view.lookupAll(".layer-row").stream().map(n -> (LayerRow) n).toList()
                : List.of());
    }

    private void shown() throws TimeoutException {
        until(() -> rows().size() == 4);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((ButtonBase) view.lookup("#all-layers")).fire());
        until(() -> rows().get(3).maps() != null);
    }

    private List<String> texts() {
        return onFx(() -> view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void everyLayerShowsAllItsMaps() throws TimeoutException {
        shown();
        for (LayerRow row : rows()) {
            assertEquals(60, row.maps().tiles().count());
            assertEquals(23, row.maps().tiles().width());
        }
        double active = lab.traceProperty().get().orElseThrow().layers().get(0).activeFraction();
        String percent = Math.round(100 * active) + " % active";
        assertTrue(texts().stream().anyMatch(t -> t.startsWith(percent)), percent);
    }

    @Test
    void everyLayerShowsItsResidualAndWhatItsCodeMakes() throws TimeoutException {
        shown();
        var trace = lab.traceProperty().get().orElseThrow();
        until(() -> rows().get(0).image(LayerRow.Image.RESIDUAL).tiles().values()
                == trace.layers().get(0).residual());
        for (LayerRow row : rows()) {
            var layer = trace.layers().get(row.layer());
            assertSame(
                    layer.residual(), row.image(LayerRow.Image.RESIDUAL).tiles().values());
            assertSame(
                    layer.reconstruction(),
                    row.image(LayerRow.Image.RECONSTRUCTION).tiles().values());
        }
    }

    @ParameterizedTest
    @EnumSource(LayerMaps.class)
    void everyKindOfMapCanBeLookedAt(LayerMaps kind) throws TimeoutException {
        shown();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> maps().setValue(kind));
        float[] expected = kind.of(lab.traceProperty().get().orElseThrow(), 2).values();
        until(() -> Arrays.equals(expected, rows().get(2).maps().tiles().values()));
        boolean signed = LayerMaps.signed(rows().get(2).maps().tiles());
        assertEquals(signed, rows().get(2).maps().coloring().signed(), "what is signed has a diverging scale");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<LayerMaps> maps() {
        return (ComboBox<LayerMaps>) view.lookup(".layers-pane").lookup(".combo-box");
    }

    @Test
    void theObjectiveIsWrittenAtEveryLayerAndAClickSelectsOne(FxRobot robot) throws TimeoutException {
        shown();
        var layers = lab.traceProperty().get().orElseThrow().layers();
        ObjectiveChart chart = (ObjectiveChart) view.lookupAll(".small-chart").stream()
                .filter(n -> n instanceof ObjectiveChart)
                .findFirst()
                .orElseThrow();
        for (var layer : layers) {
            until(() -> chart.lookupAll(".label").stream()
                    .anyMatch(n -> ((Label) n).getText().equals(Numbers.format(layer.objective()))));
        }
        Point2D last = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> chart.localToScene(chart.getWidth() - 34, 30));
        click(robot, chart, last, MouseButton.SECONDARY);
        assertEquals(0, lab.selectionProperty().get().layer(), "that is for the menu");
        click(robot, chart, last, MouseButton.PRIMARY);
        assertEquals(3, lab.selectionProperty().get().layer());
    }

    private static void click(FxRobot robot, Node node, Point2D at, MouseButton button) {
        robot.interact(() -> Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        at.getX(),
                        at.getY(),
                        0,
                        0,
                        button,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
    }

    @Test
    void anotherNetworkIsTracedAfreshAndNothingOldIsSaidMeanwhile(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> {
            view.setVisible(false);
            lab.show(Scenes.digits(6));
        });
        // Meanwhile the trace may have been made anew already, but never is the old one.
        until(() -> lab.traceProperty().get().isPresent()
                && model.codesProperty().get().orElseThrow().shown() == lab.getShown());
        robot.interact(() -> view.setVisible(true));
        until(() -> rows().size() == 4);
    }

    private InsidePane inside() {
        return (InsidePane) view.lookup(".inside-pane");
    }

    private String litEquation() {
        return inside().equations().stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current")))
                .map(line -> ((Label) line.lookup(".formula")).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void steppingInsideLightsOneEquationAfterTheOther(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(lab::stepInside);
        until(() -> litEquation().equals("r₁ = x"));
        assertEquals(0, rows().size(), "the layers make room");
        fire(robot, "Next ▶");
        until(() -> litEquation().equals("a₁ = W₁ᵀ r₁"));
        until(() -> inside().result().orElseThrow().content().tiles().count() == 60);
        for (int i = 0; i < 4; i++) {
            robot.interact(lab::stepInside);
        }
        until(() -> litEquation().equals("v₂ = BatchNorm₁(w₁)"));
        float[] next = lab.traceProperty().get().orElseThrow().layers().get(1).momentum();
        until(() -> inside().result().orElseThrow().content().tiles().values() == next);
        fire(robot, "Show all layers");
        until(() -> rows().size() == 4);
    }

    @Test
    void theKeyboardGoesFromEquationToEquation(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(lab::stepInside);
        until(() -> litEquation().equals("r₁ = x"));
        press(robot, inside().equations().get(1), KeyCode.ENTER);
        until(() -> litEquation().equals("a₁ = W₁ᵀ r₁"));
        assertTrue(onFx(() -> inside().equations().get(1).isFocusTraversable()));
    }

    @Test
    void anElementInsideShowsItsSumToo(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.insideProperty().set(Optional.of(new InsideStep(1, InsideStep.Stage.CODE))));
        until(() -> inside().result().isPresent()
                && inside().result().get().content() != null
                && inside().result().get().content().tiles().count() == 60);
        TileGrid result = inside().result().orElseThrow();
        press(robot, result, result.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        press(robot, result, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.matches("Layer 2, base \\d+ · \\d+°, row 1, column 1")));
    }

    @Test
    void theThresholdStandsInTheHistogramOfTheSelectedLayer(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.selectionProperty().set(new FilterSelection(2, 0, 0)));
        until(() -> texts().stream().anyMatch(t -> t.startsWith("Layer 3: v + α·a")));
        HistogramChart chart = (HistogramChart) view.lookupAll(".small-chart").stream()
                .filter(n -> n instanceof HistogramChart)
                .findFirst()
                .orElseThrow();
        var layer = lab.traceProperty().get().orElseThrow().layers().get(2);
        assertEquals(
                layer.code().length,
                chart.before().counts().stream().mapToInt(i -> i).sum());
        assertEquals(
                Math.round(layer.activeFraction() * layer.code().length),
                chart.left().counts().stream().mapToInt(i -> i).sum());
    }

    @Test
    void imagesOfAnotherSetCanBeLookedAt(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((SetBox) view.lookup(".set-box")).setValue("rot-digits"));
        until(() -> model.setProperty().get().isPresent());
        float[] expected = model.images().orElseThrow().pixels();
        assertEquals("rot-digits", model.setProperty().get().orElseThrow().name());
        assertEquals(expected[300], model.inputProperty().get().pixels()[300]);
        until(() -> model.codesProperty().get().orElseThrow().input()
                == model.inputProperty().get());
    }

    @Test
    void whyASetCannotBeLookedAtIsSaidUntilAnotherImageIsChosen(FxRobot robot) throws TimeoutException {
        shown();
        SetBox box = (SetBox) view.lookup(".set-box");
        robot.interact(() -> {
            box.requestFocus();
            box.setValue("no-such-set");
            assertTrue(box.isFocused(), "the keyboard stays where it is");
        });
        until(() -> model.problemProperty().get().contains("no-such-set"));
        // The trace of the network's own images, which are looked at instead.
        until(() -> model.codesProperty().get().orElseThrow().input()
                == model.inputProperty().get());
        assertTrue(onFx(() -> model.problemProperty().get()).contains("no-such-set"));
        fire(robot, "Random");
        until(() -> model.problemProperty().get().isEmpty());
    }

    @Test
    void aSumStandsBelowTheLayersAndLeavesWhatWasChosenWhereItIs(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(0);
        int columns = maps.content().columns();
        double height = onFx(maps::getHeight);
        press(robot, maps, KeyCode.DOWN);
        int chosen = onFx(() -> maps.cursor().orElseThrow().tile());
        Bounds before = onFx(() -> maps.localToScene(maps.boundsOf(chosen)));
        press(robot, maps, KeyCode.ENTER);
        until(() -> view.lookup(".sum-card").isVisible() && ((Region) view.lookup(".sum-card")).getHeight() > 0);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(columns, maps.content().columns());
        assertEquals(height, onFx(maps::getHeight));
        Bounds sum = onFx(() ->
                view.lookup(".sum-card").localToScene(view.lookup(".sum-card").getLayoutBounds()));
        Bounds room = onFx(() -> view.lookup(".layers-pane")
                .localToScene(view.lookup(".layers-pane").getLayoutBounds()));
        assertTrue(room.contains(sum), sum + " is in sight, in " + room);
        Bounds after = onFx(() -> maps.localToScene(maps.boundsOf(chosen)));
        assertEquals(before, after, "it stays under the pointer that chose it");
        assertTrue(sum.getMinY() >= after.getMaxY(), "and is not covered");
    }

    @Test
    void aMapThatTheSumWouldCoverIsScrolledIntoSightAndNoFarther(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(3);
        for (int row = 1; row < onFx(() -> maps.content().rows()); row++) {
            press(robot, maps, KeyCode.DOWN);
        }
        press(robot, maps, KeyCode.ENTER);
        until(() -> view.lookup(".sum-card").isVisible() && ((Region) view.lookup(".sum-card")).getHeight() > 0);
        until(() -> {
            int chosen = maps.cursor().orElseThrow().tile();
            Bounds map = maps.localToScene(maps.boundsOf(chosen));
            Bounds sum = view.lookup(".sum-card")
                    .localToScene(view.lookup(".sum-card").getLayoutBounds());
            double top =
                    view.lookup(".layers-pane .plain-scroll").localToScene(0, 0).getY();
            return map.getMinY() >= top && map.getMaxY() <= sum.getMinY();
        });
    }

    @Test
    void aDigitCanBeDrawnWithTheKeyboard(FxRobot robot) throws TimeoutException {
        shown();
        fire(robot, "Draw one");
        until(() -> texts().contains("drawing"));
        robot.type(KeyCode.UP, KeyCode.SPACE, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE, KeyCode.DOWN);
        CodeInput drawn = model.inputProperty().get();
        assertEquals(1, drawn.pixels()[13 * 28 + 14]);
        assertEquals(1, drawn.pixels()[16 * 28 + 14]);
        assertEquals(0, drawn.pixels()[19 * 28 + 14], "the pen was lifted");
        robot.type(KeyCode.DELETE);
        assertEquals(0, model.inputProperty().get().pixels()[13 * 28 + 14]);
    }

    @Test
    void turningTheSliderChangesTheCodes(FxRobot robot) throws TimeoutException {
        shown();
        var before = lab.traceProperty().get().orElseThrow();
        robot.interact(() -> ((Slider) view.lookup(".slider")).setValue(45));
        until(() -> lab.traceProperty().get().orElseThrow() != before);
        until(() -> texts().contains("45°"));
    }

    @Test
    void theSliderTurnsByWholeDegrees(FxRobot robot) throws TimeoutException {
        shown();
        Slider slider = (Slider) WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup(".input-turn"));
        robot.interact(() -> slider.setValue(59.7));
        assertEquals(60, model.degreesProperty().get());
        robot.interact(() -> model.degreesProperty().set(90));
        assertEquals(90, slider.getValue());
    }

    @Test
    void theMapsFollowTheDialUntilTheNetworksOwnAreWantedAgain(FxRobot robot) throws TimeoutException {
        shown();
        var own = lab.traceProperty().get().orElseThrow().logits();
        robot.interact(() -> lab.tryOn(new CyclicGroup(6)));
        until(() -> maps(0).content().columns() > 0
                && texts().stream()
                        .anyMatch(t -> t.startsWith("Preview. The maps follow the dial. C6 from the first 10 of 15")));
        TileGrid grid = maps(0);
        press(robot, grid, grid.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        until(() -> lab.inspectionProperty().get().isPresent());
        press(robot, grid, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("v + α·a = ")));
        assertArrayEquals(own, lab.traceProperty().get().orElseThrow().logits(), "scores are those of the network");
        fire(robot, "Show C4 again");
        until(() -> texts().stream().noneMatch(t -> t.startsWith("Preview")));
        assertEquals(Optional.empty(), lab.triedProperty().get());
    }

    private TileGrid maps(int layer) {
        return onFx(() -> rows().get(layer).lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content().tiles().count() == 60)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void anElementsSumIsShownWithItsNumbers(FxRobot robot) throws TimeoutException {
        shown();
        TileGrid maps = maps(1);
        // How maps stand beside one another depends on the room there is.
        press(robot, maps, maps.content().columns() > 1 ? KeyCode.RIGHT : KeyCode.DOWN);
        until(() -> lab.inspectionProperty().get().isPresent());
        String title = lab.inspectionProperty().get().orElseThrow().title();
        String name = title.replace("layer 2 · map of ", "");
        assertTrue(name.startsWith("base ") && !name.equals("base 1 · 0°"), title);
        press(robot, maps, KeyCode.ENTER);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("v + α·a = ")));
        assertTrue(texts().contains("Layer 2, " + name + ", row 1, column 1"), name + " in " + texts());
        FilterSelection selected = lab.selectionProperty().get();
        assertEquals(name.split(" ")[1], Integer.toString(selected.base() + 1));
        press(robot, maps, KeyCode.ENTER);
        until(() -> !view.lookup(".sum-card").isVisible());
    }

    @Test
    void aDigitCanBeDrawn(FxRobot robot) throws TimeoutException {
        shown();
        fire(robot, "Draw one");
        until(() -> texts().contains("drawing"));
        TileGrid picture = (TileGrid) view.lookup(".input-card").lookup(".tile-grid");
        var bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> picture.localToScreen(picture.getBoundsInLocal()));
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 40);
        robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        assertEquals(0, onFx(() -> picture.content().tiles().peak()), "that is for the menu");
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(bounds.getCenterX(), bounds.getMinY() + 150);
        robot.release(MouseButton.PRIMARY);
        until(() -> picture.content().tiles().peak() == 1);
        assertEquals(1, picture.content().tiles().value(0, 0, 14, 14), 0.2);
        assertEquals(0, picture.content().tiles().value(0, 0, 14, 3));
    }
}
