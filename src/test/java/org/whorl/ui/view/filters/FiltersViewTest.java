package org.whorl.ui.view.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class FiltersViewTest extends FiltersOnStage {
    @Start
    void start(Stage stage) {
        open(stage);
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

    @Test
    void whereNoHistoryWasKeptASentenceSaysSoInPlaceOfWhatWouldGoThroughIt() throws TimeoutException {
        shown();
        until(() -> view.lookup("#no-history").isVisible());
        assertFalse(view.lookup("#history").isVisible());
        assertFalse(view.lookup("#history-play").isVisible());
    }
}
