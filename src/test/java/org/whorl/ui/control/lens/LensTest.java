package org.whorl.ui.control.lens;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class LensTest {
    private static final int SIDE = 10;

    private final TileGrid grid = new TileGrid();
    private final TextField field = new TextField();
    private final List<Place> chosen = new ArrayList<>();
    private final Lens lens = new Lens();
    private boolean covered;

    @Start
    private void start(Stage stage) {
        grid.setOnChosen(chosen::add);
        show(1);
        VBox content = new VBox(20, field, grid);
        content.setAlignment(Pos.TOP_LEFT);
        StackPane root = new StackPane(content, lens);
        Scene scene = new Scene(root, 500, 400);
        Stylesheets.apply(scene, false);
        lens.watch(scene, () -> covered, () -> new BoundingBox(0, 0, 500, 400));
        stage.setScene(scene);
        stage.show();
        grid.requestFocus();
    }

    /** Two pictures of 2 × 2, whose values are those of their index. */
    private void show(double factor) {
        float[] values = new float[8];
        for (int i = 0; i < 8; i++) {
            values[i] = (float) (factor * i);
        }
        grid.show(
                new TileContent(
                        new Tiles(values, 2, 1, 2, 2),
                        new int[] {0, 1},
                        2,
                        new double[] {8, 8},
                        new Coloring(Palette.GREY, false, false)),
                new TileGeometry(1, 2, 2 * SIDE, 2 * SIDE, 2 * SIDE + 6, 2 * SIDE));
    }

    /** The middle of a value. */
    private Point2D at(int tile, int row, int column) {
        return grid.localToScreen(tile * (2 * SIDE + 6) + (column + 0.5) * SIDE, (row + 0.5) * SIDE);
    }

    private List<String> words() {
        return lens.lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList();
    }

    @Test
    void whileItIsOnItShowsWhatIsUnderThePointerSixTimesAsLargeWithItsValue(FxRobot robot) {
        robot.moveTo(at(1, 1, 0));
        assertFalse(lens.isVisible(), "it is off until it is asked for");
        robot.type(KeyCode.Z);
        robot.interact(() -> {
            assertTrue(lens.isVisible());
            assertTrue(words().containsAll(List.of("6", "row 2, column 1")), words().toString());
            ImageView enlarged = (ImageView) lens.lookup(".image-view");
            ImageView picture = (ImageView) grid.lookup(".image-view");
            assertSame(picture.getImage(), enlarged.getImage(), "the same pixels, which move along");
            assertFalse(enlarged.isSmooth());
            assertEquals(6, enlarged.getFitWidth() / enlarged.getViewport().getWidth(), 1e-9);
            assertEquals(6, enlarged.getFitHeight() / enlarged.getViewport().getHeight(), 1e-9);
            Bounds cell = lens.lookup(".lens-cell").getLayoutBounds();
            assertEquals(6 * SIDE, cell.getWidth(), 3);
        });
        robot.interact(() -> show(2));
        robot.interact(() -> lens.getScene().getRoot().requestLayout());
        robot.moveTo(at(0, 0, 1));
        robot.interact(() -> assertTrue(words().contains("2"), "what is drawn anew is read anew: " + words()));
        robot.type(KeyCode.Z);
        assertFalse(lens.isVisible());
    }

    @Test
    void itLiesBesideThePointerAndLetsClicksThrough(FxRobot robot) {
        robot.type(KeyCode.Z);
        robot.clickOn(at(0, 1, 1));
        assertEquals(List.of(new Place(0, 1, 1)), chosen);
        robot.interact(() -> assertFalse(
                lens.localToScreen(lens.getLayoutBounds()).contains(at(0, 1, 1)), "it does not cover what it shows"));
    }

    @Test
    void heldDownWhileThePointerMovesItEndsWithTheKey(FxRobot robot) {
        robot.press(KeyCode.Z).moveTo(at(1, 0, 0));
        assertTrue(lens.isVisible());
        robot.release(KeyCode.Z);
        assertFalse(lens.isVisible());
        assertFalse(lens.activeProperty().get());
    }

    @Test
    void itFollowsTheArrowKeys(FxRobot robot) {
        robot.type(KeyCode.Z).type(KeyCode.RIGHT);
        robot.interact(() -> assertTrue(words().containsAll(List.of("4", "row 1, column 1")), words().toString()));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.interact(() -> assertTrue(words().containsAll(List.of("6", "row 2, column 1")), words().toString()));
    }

    @Test
    void beyondPicturesThereIsNone(FxRobot robot) {
        robot.type(KeyCode.Z).moveTo(at(0, 0, 0));
        assertTrue(lens.isVisible());
        robot.moveTo(field);
        assertFalse(lens.isVisible());
        assertTrue(lens.activeProperty().get(), "it is on all the same");
    }

    @Test
    void aLetterInATextIsALetter(FxRobot robot) {
        robot.clickOn(field).type(KeyCode.Z);
        assertEquals("z", field.getText());
        assertFalse(lens.activeProperty().get());
    }

    @Test
    void escapeEndsItAfterWhatLiesOverTheWindow(FxRobot robot) {
        robot.type(KeyCode.Z);
        covered = true;
        robot.type(KeyCode.ESCAPE);
        assertTrue(lens.activeProperty().get());
        covered = false;
        robot.type(KeyCode.ESCAPE);
        assertFalse(lens.activeProperty().get());
    }
}
