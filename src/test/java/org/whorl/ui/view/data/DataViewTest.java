package org.whorl.ui.view.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.ui.Sight;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.FakeSource;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetFiles;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The Data view, as a person uses it. */
@ExtendWith(ApplicationExtension.class)
class DataViewTest {
    @TempDir
    private static Path folder;

    private final LabState lab = new LabState();
    private final Settings settings = new Settings(Path.of("unused"));
    private final FakeSource source = new FakeSource();
    private SelectedDataset chosen;
    private SetsModel sets;
    private DataView view;

    @Start
    private void start(Stage stage) {
        chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        sets = new SetsModel(settings, chosen, source, Platform::runLater);
        view = new DataView(lab, settings, chosen, sets, Platform::runLater);
        ScrollPane pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        Scene scene = new Scene(pane, 860, 760);
        Stylesheets.apply(scene, false);
        // The stage is shared by all tests, and a whole window leaves it with a least width.
        stage.setMinWidth(0);
        stage.setScene(scene);
        stage.show();
        chosen.read();
        sets.refresh();
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Labeled && Sight.isSeen(n))
                .map(n -> ((Labeled) n).getText())
                .toList();
    }

    private void says(String words) throws TimeoutException {
        until(() -> texts().stream().anyMatch(t -> t.contains(words)));
    }

    @Test
    void barsOfClassesHaveNothingBehindThemThatLooksLikeAllImages() throws TimeoutException {
        until(() -> view.lookupAll(".class-bars .bar-fill").size() == 10);
        assertEquals(10, view.lookupAll(".class-bars .bar-track.trackless").size());
    }

    @Test
    void resizingTheWindowLeavesTheCardsWhereTheyAre(FxRobot robot) throws TimeoutException {
        until(() -> chosen.stateProperty().get().data().isPresent());
        AtomicInteger taken = new AtomicInteger();
        robot.interact(() -> view.lookupAll("*").stream()
                .filter(FactsCard.class::isInstance)
                .forEach(card -> card.getParent().getChildrenUnmodifiable().addListener((ListChangeListener<Node>)
                        change -> taken.incrementAndGet())));
        for (double width : new double[] {840, 830, 500}) {
            robot.interact(() -> view.getScene().getWindow().setWidth(width));
            until(() -> view.getWidth() <= width);
        }
        assertEquals(0, taken.get(), "none was taken out and put back");
    }

    private TileGrid grid(String accessible) {
        return grids(accessible).findFirst().orElseThrow();
    }

    private Stream<TileGrid> grids(String accessible) {
        return view.lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content() != null
                        && g.getAccessibleText() != null
                        && g.getAccessibleText().startsWith(accessible));
    }

    private boolean has(String accessible) {
        return view.lookupAll(".tile-grid").stream()
                .anyMatch(g -> ((TileGrid) g).content() != null
                        && g.getAccessibleText() != null
                        && g.getAccessibleText().startsWith(accessible));
    }

    private void shown() throws TimeoutException {
        until(() -> view.lookupAll(".tile-grid").stream()
                .anyMatch(g -> ((TileGrid) g).content() != null
                        && ((TileGrid) g).content().tiles().count() >= 100));
        says("1,437");
    }

    @Test
    void picturesOfAFewClassesAreLargeEnoughToSeeWhichWayTheyLie() throws TimeoutException {
        shown();
        Platform.runLater(
                () -> settings.dataProperty().set(new DataChoice("leaves:planted=37,every=60", Optional.empty())));
        until(() -> grids("Images 1 to ")
                .anyMatch(grid -> grid.content().rows() <= 3 && grid.content().columns() <= 12));
    }

    @Test
    void theChosenSetIsShownWithItsNumbersAndMeans() throws TimeoutException {
        shown();
        says("0.3096");
        says("154 · 10.7 %");
        says("28×28, grey");
        until(() -> grids("The mean images of 10 classes")
                .anyMatch(g -> g.content().tiles().count() == 10));
        assertEquals(
                1, grid("The mean of all 1,437 train images").content().tiles().count());
        assertTrue(grid("Images 1 to").getAccessibleText().contains("of digits, train, turned by 0°"));
    }

    @Test
    void trainAndTestCanBeSwitched(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((ToggleButton) view.lookup("#part-test")).fire());
        until(() -> grids("Images 1 to").anyMatch(g -> g.getAccessibleText().contains("of digits, test")));
        says("360");
        until(() -> !texts().contains("154 · 10.7 %"));
    }

    @Test
    void pagesAndShufflesShowOthers(FxRobot robot) throws TimeoutException {
        shown();
        float[] first = grid("Images").content().tiles().values();
        assertTrue(view.lookup("#samples-back").isDisabled());
        robot.interact(() -> ((Button) view.lookup("#samples-on")).fire());
        until(() -> !view.lookup("#samples-back").isDisabled());
        assertFalse(Arrays.equals(first, grid("Images").content().tiles().values()));
        robot.interact(() -> ((Button) view.lookup("#shuffle")).fire());
        until(() -> view.lookup("#samples-back").isDisabled());
        assertFalse(Arrays.equals(first, grid("Images").content().tiles().values()));
    }

    @Test
    void theSliderTurnsTheSamples(FxRobot robot) throws TimeoutException {
        shown();
        float[] upright = grid("Images").content().tiles().tile(0);
        robot.interact(() -> ((Slider) view.lookup("#turn-samples")).setValue(180));
        until(() -> grids("Images").anyMatch(g -> g.getAccessibleText().contains("turned by 180°")));
        float[] turned = grid("Images").content().tiles().tile(0);
        for (int i = 0; i < upright.length; i++) {
            assertEquals(upright[upright.length - 1 - i], turned[i], 1e-6f);
        }
    }

    @Test
    void thePixelUnderTheCursorGoesToTheInspector(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> grid("Images").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertEquals(
                "class",
                lab.inspectionProperty().get().orElseThrow().facts().get(0).name());
        assertEquals(
                "0", lab.inspectionProperty().get().orElseThrow().facts().get(0).value());
    }

    @Test
    void whiteningFollowsEpsilonAndTrainingUsesTheSame(FxRobot robot) throws TimeoutException {
        shown();
        says("with ε = 0.01");
        until(() -> has("The same samples whitened"));
        float[] before = grid("The same samples whitened").content().tiles().values();
        robot.interact(() -> ((Slider) view.lookup("#epsilon-slider")).setValue(9));
        says("with ε = 0.1");
        until(() -> grids("The same samples whitened")
                .anyMatch(g -> g.content().tiles().values() != before));
        assertEquals("0.1", ((TextField) view.lookup("#epsilon")).getText());
        assertEquals(0.1, settings.planProperty().get().training().epsilon());
        robot.interact(() -> ((TextField) view.lookup("#epsilon")).setText("much"));
        assertTrue(view.lookup("#whiten").isDisabled());
        assertEquals("epsilon", settings.problemProperty().get().orElseThrow().field());
    }

    @Test
    void eachImageCanBeTurnedByItsOwnAngleForTraining(FxRobot robot) throws TimeoutException {
        shown();
        float[] upright = grid("Images").content().tiles().values();
        assertFalse(view.lookup("#train-turned").isVisible());
        robot.interact(() -> ((ToggleButton) view.lookup("#turned")).fire());
        until(() -> grids("Images")
                .anyMatch(g -> g.getAccessibleText().contains("at random")
                        && !Arrays.equals(upright, g.content().tiles().values())));
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get(), "what is looked at is not what is trained on");
        robot.interact(() -> ((Button) view.lookup("#train-turned")).fire());
        assertEquals("rot-digits", settings.dataProperty().get().name());
        until(() -> ((Button) view.lookup("#train-turned")).getText().equals("Train on upright ones"));
        robot.interact(() -> ((Button) view.lookup("#train-turned")).fire());
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }

    @Test
    void theBuiltInDigitsAreListedTurnedAsWell(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((RadioButton) view.lookup("#set-rot-digits")).fire());
        assertEquals("rot-digits", settings.dataProperty().get().name());
        assertEquals(1, view.lookupAll("#set-rot-digits").size());
    }

    @Test
    void aSetThatIsMissingSaysSoInPlaceAndOffersToGetIt(FxRobot robot) throws Exception {
        says("not on this machine");
        assertTrue(view.lookup("#set-mnist").isDisabled());
        Button get = (Button) view.lookup("#get-mnist");
        assertEquals("Get… 4.0 MB", get.getText());
        robot.interact(get::fire);
        says("1.0 MB of 4.0 MB");
        robot.interact(() -> ((Button) view.lookup("#cancel-mnist")).fire());
        says("Stopped.");
        until(() -> get.getText().equals("Resume"));
        robot.interact(get::fire);
        says("1.0 MB of 4.0 MB");
        Path mnist = SetFiles.idx(folder.resolve("mnist"));
        source.finish(mnist);
        says(mnist.toString());
        assertFalse(view.lookup("#set-mnist").isDisabled());
    }

    @Test
    void aSetThatCannotBeReadSaysWhyInPlaceOfItsPictures(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> settings.dataProperty().set(new DataChoice("mnist", Optional.of(Path.of("nowhere")))));
        says("nowhere: expected a folder with train-images-idx3-ubyte");
        assertTrue(Sight.isSeen(view.lookup("#read-again")));
        assertFalse(Sight.isSeen(view.lookup("#turn-samples")));
        robot.interact(() -> ((RadioButton) view.lookup("#set-digits")).fire());
        until(() -> Sight.isSeen(view.lookup("#turn-samples")));
        assertFalse(Sight.isSeen(view.lookup("#read-again")));
    }

    @Test
    void whatIsOpenedIsListedAndCanBeChosenAgain(FxRobot robot) throws Exception {
        shown();
        Path pictures = SetFiles.pictures(folder.resolve("drawn"), 12);
        robot.interact(() -> sets.open(List.of(pictures)));
        says("drawn is chosen.");
        until(() -> chosen.stateProperty().get().data().isPresent());
        says(pictures.toString());
        until(() -> grids("Images 1 to").anyMatch(g -> g.getAccessibleText().contains("of drawn, train")));
        robot.interact(() -> ((RadioButton) view.lookup("#set-digits")).fire());
        until(() -> settings.dataProperty().get().equals(DataChoice.DIGITS));
        assertTrue(texts().stream().anyMatch(t -> t.equals(pictures.toString())), "still listed");
    }

    @Test
    void whatIsNoSetIsSaidInOneLine(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> sets.open(List.of(folder.resolve("no such file"))));
        says("no such file: expected ");
        Label problem = (Label) view.lookup(".problem");
        assertFalse(problem.getText().contains("\n"));
        assertEquals(1, javafx.stage.Window.getWindows().size(), "no dialog");
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }

    @Test
    void narrowWindowsLeaveNothingOut(FxRobot robot) throws TimeoutException {
        shown();
        until(() -> has("The same samples whitened"));
        List<String> wide = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> view.getChildren().stream()
                .filter(card -> card.minWidth(-1) > 460)
                .map(card -> card.getClass().getSimpleName() + " needs " + card.minWidth(-1) + " pixels")
                .toList());
        assertEquals(List.of(), wide);
        robot.interact(() -> view.getScene().getWindow().setWidth(520));
        until(() -> view.getWidth() <= 520 && grid("Images 1 to").getWidth() <= 460);
    }
}
