package org.whorl.ui.view.filters;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.FilterFilm;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.network.Model;
import org.whorl.network.ModelFile;
import org.whorl.network.Parameters;
import org.whorl.training.FilterHistory;
import org.whorl.training.StepChange;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.view.inspector.InspectorPane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class FiltersViewTest {
    private final LabState lab = new LabState();
    private HistoryModel history;
    private Optional<Path> opened = Optional.empty();
    private FiltersView view;
    private int begun;
    private InspectorPane inspector;

    @Start
    private void start(Stage stage) {
        history = new HistoryModel(lab, () -> opened, Platform::runLater);
        view = new FiltersView(lab, history, run -> {}, () -> begun++);
        view.setPrefWidth(800);
        inspector = new InspectorPane(lab);
        inspector.setPrefWidth(260);
        stage.setScene(new Scene(new HBox(view, inspector), 1080, 760));
        stage.show();
        lab.show(Scenes.digits(6));
    }

    private static void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TileGrid grid() {
        return onFx(() -> (TileGrid) view.lookupAll(".tile-grid").iterator().next());
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

    private void shown() throws TimeoutException {
        until(() -> grid().content() != null && grid().getWidth() > 300);
    }

    @Test
    void rowsAreBaseFiltersAndColumnsRotations() throws TimeoutException {
        shown();
        assertEquals(6, grid().content().columns());
        assertEquals(10, grid().content().rows());
        List<String> labels = onFx(() -> grid().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
        assertTrue(labels.containsAll(List.of("base 1", "base 10", "0°", "300°")), labels.toString());
    }

    @Test
    void aClickSelectsTheFilterEverywhereAndLightsUpItsOrbit(FxRobot robot) throws TimeoutException {
        shown();
        click(robot, 3, 2);
        assertEquals(new FilterSelection(0, 3, 2), lab.selectionProperty().get());
        until(() -> grid().lookupAll(".tile-highlight").size() == 1);
        Bounds ground = onFx(() -> {
            Node node = grid().lookup(".tile-highlight");
            return node.localToScreen(node.getLayoutBounds());
        });
        for (int rotation = 0; rotation < 6; rotation++) {
            assertTrue(ground.contains(centre(3, rotation)), rotation * 60 + "°");
        }
        assertFalse(ground.contains(centre(2, 2)), "another base filter");
    }

    /** Clicks the middle of the picture of a base filter and a rotation. */
    private void click(FxRobot robot, int base, int rotation) {
        robot.moveTo(centre(base, rotation)).clickOn();
    }

    private Point2D centre(int base, int rotation) {
        // Rows and columns from the labels' centres, which stand beside their pictures.
        Label row = label("base " + (base + 1));
        Label column = label(rotation * 60 + "°");
        double x = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> column.localToScreen(column.getBoundsInLocal()))
                .getCenterX();
        double y = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> row.localToScreen(row.getBoundsInLocal()))
                .getCenterY();
        return new Point2D(x, y);
    }

    private Label label(String text) {
        return onFx(() -> grid().lookupAll(".label").stream()
                .map(n -> (Label) n)
                .filter(l -> l.getText().equals(text))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theInspectorSaysTheValueUnderTheCursor(FxRobot robot) throws TimeoutException {
        shown();
        robot.moveTo(centre(1, 0));
        until(() -> lab.inspectionProperty().get().isPresent());
        Inspection inspection = lab.inspectionProperty().get().orElseThrow();
        assertEquals("layer 1 · base 2 · 0°", inspection.title());
        float expected = lab.getShown().parameters().filters(0)[64 + inspection.row() * 8 + inspection.column()];
        until(() -> inspector.lookupAll(".muted").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().endsWith(": " + Numbers.signed(expected))));
    }

    @Test
    void withoutACursorTheInspectorShowsTheSelection(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.selectionProperty().set(new FilterSelection(2, 4, 1)));
        until(() -> inspector.lookupAll(".card-title").stream()
                .anyMatch(n -> ((Label) n).getText().equals("layer 3 · base 5 · 60°")));
    }

    @Test
    void anotherLayerAndThePapersGrid(FxRobot robot) throws TimeoutException {
        shown();
        ComboBox<?> layers = (ComboBox<?>) view.lookup(".combo-box");
        robot.interact(() -> layers.getSelectionModel().select(3));
        assertEquals(3, lab.selectionProperty().get().layer());
        robot.clickOn("Paper grid");
        until(() -> grid().content().columns() == 8);
        float first = lab.getShown().parameters().filters(3)[0];
        assertEquals(first, grid().content().tiles().value(0, 0, 0, 0));
    }

    @Test
    void theKeyboardSelects(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> grid().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER);
        assertEquals(new FilterSelection(0, 1, 1), lab.selectionProperty().get());
        assertFalse(grid().getAccessibleText().isBlank());
    }

    @Test
    void comparesInterpolationsOfTheSelectedFilter(FxRobot robot) throws TimeoutException {
        shown();
        robot.clickOn("Compare interpolations");
        until(() -> view.lookupAll(".tile-grid").stream()
                .map(n -> ((TileGrid) n).content())
                .anyMatch(content -> content != null && content.tiles().count() == 3 * 6));
        until(() -> view.lookupAll(".muted").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains("bicubic")));
    }

    @Test
    void aNewerStateOfTheNetworkIsShown(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.show(Scenes.digits(4)));
        until(() -> grid().content().columns() == 4);
        until(() -> view.lookupAll(".tile-grid").stream()
                        .map(n -> ((TileGrid) n).content())
                        .filter(Objects::nonNull)
                        .mapToInt(TileContent::rows)
                        .sum()
                == 15);
    }

    @Test
    void oneFilterIsShownLargeWithItsStatistics(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> lab.selectionProperty().set(new FilterSelection(0, 3, 0)));
        robot.clickOn("One filter");
        until(() -> grid().content().tiles().count() == 1 && grid().getHeight() > 250);
        assertEquals(
                lab.getShown().parameters().filters(0)[3 * 64],
                grid().content().tiles().value(0, 0, 0, 0));
        until(() -> texts().contains("standard deviation"));
        robot.clickOn("↺");
        assertEquals(new FilterSelection(0, 3, 1), lab.selectionProperty().get());
        until(() -> texts().stream().anyMatch(t -> t.endsWith("base 4 · 60°")));
    }

    private List<String> texts() {
        return onFx(() -> view.lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void gradientsAreAskedForOnlyWhileTheyAreLookedAt(FxRobot robot) throws TimeoutException {
        shown();
        assertFalse(lab.changeWatchedProperty().get());
        ComboBox<FilterQuantity> show = view.lookupAll(".combo-box").stream()
                .map(n -> (ComboBox<?>) n)
                .filter(box -> box.getItems().contains(FilterQuantity.GRADIENT))
                .map(FiltersViewTest::picturing)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> show.setValue(FilterQuantity.GRADIENT));
        assertTrue(lab.changeWatchedProperty().get());
        until(() -> view.lookup("#start-to-see-change").getParent().isVisible());
        robot.interact(((Button) view.lookup("#start-to-see-change"))::fire);
        assertEquals(1, begun);
        Parameters gradient = Parameters.initial(lab.getShown().spec(), 9);
        robot.interact(() -> lab.changeProperty().set(Optional.of(new StepChange(3, gradient, gradient))));
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == gradient.filters(0)[0]);
        robot.interact(() -> view.setVisible(false));
        assertFalse(lab.changeWatchedProperty().get());
    }

    @Test
    void theLastUpdateIsAPictureToo(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> choose(FilterQuantity.UPDATE));
        Parameters update = Parameters.initial(lab.getShown().spec(), 7);
        Parameters gradient = Parameters.initial(lab.getShown().spec(), 9);
        robot.interact(() -> lab.changeProperty().set(Optional.of(new StepChange(3, gradient, update))));
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == update.filters(0)[0]);
        until(() -> texts().stream().anyMatch(t -> t.startsWith("layer 1 · last update at step 3")));
    }

    @Test
    void filtersHaveOneScaleOrOneEach(FxRobot robot) throws TimeoutException {
        shown();
        until(() -> Arrays.stream(grid().content().limits()).distinct().count() == 1);
        robot.interact(() -> choose(Scaling.FILTER));
        until(() -> Arrays.stream(grid().content().limits()).distinct().count() > 1);
        TileContent content = grid().content();
        for (int tile = 0; tile < content.tiles().count(); tile++) {
            assertEquals(content.tiles().peak(tile), content.limits()[tile]);
        }
        until(() -> texts().contains("+greatest of each"));
    }

    @Test
    void anotherPaletteIsThatOfThePicturesAndOfTheLegend(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> choose(Palette.CIVIDIS));
        until(() -> grid().content().coloring().palette() == Palette.CIVIDIS);
        assertEquals(Palette.CIVIDIS, lab.paletteProperty().get(), "the inspector and Training have it, too");
    }

    /** Chooses something in the box that offers it. */
    @SuppressWarnings("unchecked")
    private void choose(Object wanted) {
        ((ComboBox<Object>) view.lookupAll(".combo-box").stream()
                        .filter(n -> ((ComboBox<?>) n).getItems().contains(wanted))
                        .findFirst()
                        .orElseThrow())
                .setValue(wanted);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<FilterQuantity> picturing(ComboBox<?> box) {
        return (ComboBox<FilterQuantity>) box;
    }

    @Test
    void whereNoHistoryWasKeptASentenceSaysSoInPlaceOfWhatWouldGoThroughIt() throws TimeoutException {
        shown();
        until(() -> view.lookup("#no-history").isVisible());
        assertFalse(view.lookup("#history").isVisible());
        assertFalse(view.lookup("#history-play").isVisible());
    }

    @Test
    void aRunIsOpenedScrubbedThroughPlayedAndFilmed(FxRobot robot, @TempDir Path folder) throws Exception {
        shown();
        Path run = Runs.digits(folder.resolve("small"));
        Model model = ModelFile.read(run.resolve("model.npz"));
        robot.interact(() -> {
            opened = Optional.of(run);
            lab.show(new ShownNetwork(
                    "small", model.parameters(), model.preparation(), model.classNames(), Optional.empty(), 9));
            history.refresh();
        });
        until(() -> history.historyProperty().get().isPresent());
        FilterHistory found = history.historyProperty().get().orElseThrow();
        assertEquals(List.of(0, 1, 2), found.epochs());
        Slider slider = (Slider) view.lookup("#history");
        robot.interact(() -> slider.setValue(0));
        float first = found.at(0).filters(0)[0];
        until(() -> grid().content().tiles().value(0, 0, 0, 0) == first);
        until(() -> texts().contains("0 of 2"));
        robot.clickOn("#history-play");
        until(() -> history.frameProperty().get().map(f -> f.epoch() == 2).orElse(false)
                && !history.playingProperty().get());
        robot.clickOn("Now");
        assertEquals(Optional.empty(), history.frameProperty().get());
        Path gif = folder.resolve("film.gif");
        HistoryBar bar = (HistoryBar) view.lookup(".history-bar");
        robot.interact(() -> {
            bar.write(gif);
            // As an epoch that ends meanwhile does.
            slider.setValue(0);
            MenuButton film = (MenuButton) bar.lookup(".menu-button");
            assertTrue(film.isDisabled(), "one film at a time");
        });
        until(() -> bar.message().equals("saved film.gif"));
        assertTrue(Files.size(gif) > 1000);
        int plain = ImageIO.read(gif.toFile()).getHeight();
        // The same smaller, faster, and with the loss beside.
        Path second = folder.resolve("small.gif");
        robot.interact(() -> {
            MenuButton film = (MenuButton) bar.lookup(".menu-button");
            for (MenuItem item : film.getItems()) {
                if (item instanceof CheckMenuItem check) {
                    check.setSelected(true);
                } else if (item instanceof RadioMenuItem radio
                        && List.of("12 epochs a second", "640 pixels wide").contains(radio.getText())) {
                    radio.setSelected(true);
                }
            }
            bar.write(second);
        });
        until(() -> bar.message().equals("saved small.gif"));
        BufferedImage small = ImageIO.read(second.toFile());
        assertEquals(640, small.getWidth());
        assertTrue(
                Math.abs((double) small.getHeight() / small.getWidth() - plain / 960.0) > 0.05,
                "of another shape, since there is a curve beside");
        Path video = folder.resolve("film.mp4");
        robot.interact(() -> bar.write(video));
        until(() -> bar.message().startsWith("saved film.mp4") || bar.message().startsWith("could not save"));
        assertEquals(FilterFilm.canBeVideo(), Files.exists(video), bar.message());
    }
}
