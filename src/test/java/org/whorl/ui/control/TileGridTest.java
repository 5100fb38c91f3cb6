package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class TileGridTest {
    /** Six pictures of 2×2 in two rows of three; every value is its own index. */
    private static final Tiles TILES = tiles();

    private TileGrid grid;
    private final List<Place> chosen = new ArrayList<>();

    private static Tiles tiles() {
        float[] values = new float[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new Tiles(values, 6, 1, 2, 2);
    }

    @Start
    private void start(Stage stage) {
        grid = new TileGrid();
        grid.setPadding(new Insets(4));
        grid.setOnChosen(chosen::add);
        double[] limits = {23, 23, 23, 23, 23, 23};
        grid.show(
                new TileContent(
                        TILES, new int[] {0, 1, 2, 3, 4, 5}, 3, limits, new Coloring(Palette.GREY, false, false)),
                new TileGeometry(2, 3, 20, 20, 26, 30));
        // As in every view: a press that reaches the pane takes the focus to it.
        stage.setScene(new Scene(new ScrollPane(grid), 300, 200));
        stage.show();
    }

    @Test
    void findsTheValueAtAPoint() {
        assertEquals(Optional.of(new Place(0, 0, 0)), grid.placeAt(5, 5));
        assertEquals(Optional.of(new Place(4, 1, 1)), grid.placeAt(4 + 26 + 12, 4 + 30 + 12));
        assertEquals(Optional.empty(), grid.placeAt(4 + 22, 10), "between pictures");
        assertEquals(Optional.empty(), grid.placeAt(1, 10), "beside all pictures");
        assertEquals(Optional.empty(), grid.placeAt(10, 4 + 2 * 30 + 5), "below all pictures");
    }

    @Test
    void everyValueIsASquareOfItsColour() {
        WritableImage shot = WaitForAsyncUtils.waitForAsyncFx(5000, () -> grid.snapshot(null, null));
        for (int tile = 0; tile < 6; tile++) {
            for (int v = 0; v < 4; v++) {
                int x = 4 + tile % 3 * 26 + v % 2 * 10 + 5;
                int y = 4 + tile / 3 * 30 + v / 2 * 10 + 5;
                int expected = Palette.GREY.argb((tile * 4 + v) / 23.0, false);
                assertEquals(expected, shot.getPixelReader().getArgb(x, y), "picture " + tile + ", value " + v);
            }
        }
    }

    @Test
    void copiesComeOutOfTheFirstPictureOfTheirOrbitAndThenStandWhereTheyWere(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            grid.unfold(3, copy -> copy * 120);
            List<Node> moving = List.copyOf(((Group) grid.lookup(".unfolding")).getChildren());
            assertEquals(6, moving.size());
            // The first of each orbit, on top, lies on both others; these are turned to look like it.
            assertEquals(moving.get(5).getBoundsInParent(), within(moving.get(3)));
            assertEquals(
                    List.of(-120.0, 120.0, 0.0),
                    moving.subList(3, 6).stream().map(Node::getRotate).toList());
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                        () -> grid.unfolding().isEmpty())
                .get());
        robot.interact(() ->
                assertTrue(((Group) grid.lookup(".unfolding")).getChildren().isEmpty()));
        everyValueIsASquareOfItsColour();
    }

    @Test
    void copiesThatAreShownElsewhereGoOnFromWhereTheyAre(FxRobot robot) {
        robot.interact(() -> {
            grid.unfold(3, copy -> copy * 120);
            grid.unfold(3, copy -> copy * 120, Duration.millis(140));
            assertEquals(Optional.of(Duration.millis(140)), grid.unfolding());
            grid.show(grid.content(), new TileGeometry(2, 3, 10, 10, 16, 20));
            assertEquals(Optional.empty(), grid.unfolding());
        });
    }

    /** Where a turned picture would be, were it not turned. */
    private static Bounds within(Node picture) {
        return new BoundingBox(
                picture.getBoundsInLocal().getMinX() + picture.getTranslateX(),
                picture.getBoundsInLocal().getMinY() + picture.getTranslateY(),
                picture.getBoundsInLocal().getWidth(),
                picture.getBoundsInLocal().getHeight());
    }

    @Test
    void lightsUpNeighboursOnOneGround(FxRobot robot) {
        // Pictures 1 and 2 of the first row, 3 of the second.
        robot.interact(() -> grid.highlight(tile -> tile >= 1 && tile <= 3));
        List<Bounds> grounds = WaitForAsyncUtils.waitForAsyncFx(5000, () -> grid.lookupAll(".tile-highlight").stream()
                .map(n -> grid.sceneToLocal(n.localToScene(n.getLayoutBounds())))
                .toList());
        assertEquals(2, grounds.size());
        for (int tile = 0; tile < 6; tile++) {
            double x = 4 + tile % 3 * 26 + 10;
            double y = 4 + tile / 3 * 30 + 10;
            boolean lit = grounds.stream().anyMatch(ground -> ground.contains(x, y));
            assertEquals(tile >= 1 && tile <= 3, lit, "picture " + tile);
        }
    }

    @Test
    void arrowsGoFromPictureToPictureAndWithShiftFromValueToValue(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        assertEquals(Optional.of(new Place(4, 0, 0)), grid.pointedProperty().get());
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertEquals(Optional.of(new Place(4, 0, 1)), grid.pointedProperty().get());
        robot.type(KeyCode.DOWN);
        assertEquals(4, grid.pointedProperty().get().orElseThrow().tile(), "there is no row below");
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(new Place(4, 0, 1)), chosen);
    }

    @Test
    void theMousePointsAndChooses(FxRobot robot) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> grid.localToScreen(grid.getBoundsInLocal()));
        robot.moveTo(bounds.getMinX() + 4 + 2 * 26 + 15, bounds.getMinY() + 4 + 5);
        assertEquals(Optional.of(new Place(2, 0, 1)), grid.pointedProperty().get());
        robot.clickOn();
        assertEquals(List.of(new Place(2, 0, 1)), chosen);
        assertTrue(grid.isFocused());
        assertEquals(Optional.of(new Place(2, 0, 1)), grid.pointedProperty().get(), "still under the mouse");
        robot.type(KeyCode.LEFT, KeyCode.ENTER);
        assertEquals(new Place(1, 0, 1), chosen.get(1), "the keyboard goes on from there");
    }

    @Test
    void whatIsUnderTheMouseStaysPointedAtWhenTheFocusGoes(FxRobot robot) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> grid.localToScreen(grid.getBoundsInLocal()));
        robot.moveTo(bounds.getMinX() + 4 + 5, bounds.getMinY() + 4 + 5);
        robot.interact(grid::requestFocus);
        robot.interact(() -> grid.getScene().getRoot().requestFocus());
        assertEquals(Optional.of(new Place(0, 0, 0)), grid.pointedProperty().get());
    }

    @Test
    void onlyTheMousesFirstButtonChooses(FxRobot robot) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> grid.localToScreen(grid.getBoundsInLocal()));
        robot.moveTo(bounds.getMinX() + 4 + 5, bounds.getMinY() + 4 + 5);
        robot.clickOn(MouseButton.SECONDARY);
        assertEquals(List.of(), chosen);
        assertTrue(grid.isFocused(), "so that keys mean this picture");
    }

    @Test
    void theCursorStaysInsideWhenPicturesBecomeSmaller(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, KeyCode.DOWN).release(KeyCode.SHIFT);
        assertEquals(Optional.of(new Place(1, 1, 1)), grid.pointedProperty().get());
        robot.interact(() -> grid.show(
                new TileContent(
                        new Tiles(new float[6], 6, 1, 1, 1),
                        new int[] {0, 1, 2, 3, 4, 5},
                        3,
                        new double[] {1, 1, 1, 1, 1, 1},
                        new Coloring(Palette.GREY, false, false)),
                new TileGeometry(2, 3, 20, 20, 26, 30)));
        assertEquals(Optional.empty(), grid.pointedProperty().get(), "that value is gone");
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(new Place(1, 0, 0)), chosen);
    }

    @Test
    void namesWrittenLargerHaveMoreRoomAndMoreOfThemGiveWay(FxRobot robot) {
        robot.interact(() -> {
            grid.getScene().getRoot().setStyle("-fx-font-size: 6px");
            grid.setLabels(List.of("first", "second"), List.of("a", "b", "c"));
        });
        double before = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> grid.labelWidth());
        assertEquals(List.of("a", "b", "c"), columnsSeen());
        robot.interact(() -> grid.getScene().getRoot().setStyle("-fx-font-size: 48px"));
        robot.interact(() -> {
            grid.getScene().getRoot().applyCss();
            grid.getScene().getRoot().layout();
        });
        assertTrue(grid.labelWidth() > 4 * before, before + " became " + grid.labelWidth());
        assertEquals(List.of("a", "c"), columnsSeen());
        assertEquals(
                Optional.of(new Place(0, 0, 0)),
                grid.placeAt(grid.origin().getX(), grid.origin().getY()));
        assertTrue(grid.origin().getX() > grid.labelWidth(), "pictures stand beside their names");
    }

    private List<String> columnsSeen() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> grid.getChildrenUnmodifiable().stream()
                .filter(n -> n instanceof Label && n.isVisible())
                .map(n -> ((Label) n).getText())
                .filter(text -> text.length() == 1)
                .toList());
    }
}
