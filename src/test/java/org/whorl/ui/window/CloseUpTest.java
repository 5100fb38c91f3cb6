package org.whorl.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
import org.whorl.figure.TurnedGridFigure;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileCloseUp;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.ViewFill;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class CloseUpTest {
    private final TileGrid grid = new TileGrid();
    private Card card;
    private Card words;
    private HBox row;
    private CloseUp closeUp;

    @Start
    private void start(Stage stage) {
        show(1);
        grid.setLabels(List.of("base 1"), List.of("0°", "90°", "180°"));
        card = new Card("Bank", new ExportMenu(Optional::empty), grid);
        words = new Card("Words", new Label(), new Label("nothing to see"));
        row = new HBox(10, card, words);
        HBox.setHgrow(card, Priority.ALWAYS);
        VBox view = new VBox(10, new Button("first"), row);
        closeUp = new CloseUp(view);
        Scene scene = new Scene(closeUp, 700, 500);
        Stylesheets.apply(scene, false);
        stage.setScene(scene);
        stage.show();
    }

    private void show(float factor) {
        float[] values = new float[12];
        for (int i = 0; i < values.length; i++) {
            values[i] = factor * i;
        }
        grid.show(
                new TileContent(
                        new Tiles(values, 3, 1, 2, 2),
                        new int[] {0, 1, 2},
                        3,
                        new double[] {12, 12, 12},
                        new Coloring(Palette.GREY, false, false)),
                new TileGeometry(1, 3, 20, 20, 26, 20));
    }

    private void doubleClickOnPicture(FxRobot robot, int tile) {
        double left = grid.getWidth() - (3 - tile) * 26 + 6;
        robot.doubleClickOn(grid.localToScreen(left + 5, grid.getHeight() - 5));
    }

    @Test
    void aDoubleClickLetsOnePictureFillTheView(FxRobot robot) {
        doubleClickOnPicture(robot, 1);
        TileCloseUp seen = assertInstanceOf(TileCloseUp.class, closeUp.filling().orElseThrow());
        robot.interact(() -> {
            closeUp.applyCss();
            closeUp.layout();
            assertTrue(
                    seen.picture().getHeight() > 250,
                    "it takes the room: " + seen.picture().getHeight());
            assertEquals(4, seen.picture().content().tiles().value(0, 0, 0, 0));
            assertTrue(texts(seen).contains("base 1 · 90°"), texts(seen).toString());
        });
        robot.interact(() -> show(2));
        robot.interact(() -> assertEquals(8, seen.picture().content().tiles().value(0, 0, 0, 0), "it moves along"));
        robot.type(KeyCode.RIGHT);
        robot.interact(() -> assertEquals(16, seen.picture().content().tiles().value(0, 0, 0, 0), "the next one"));
        robot.interact(() -> {
            assertTrue(closeUp.close());
            assertFalse(closeUp.close(), "there is nothing left to close");
        });
        assertTrue(closeUp.filling().isEmpty());
    }

    private static List<String> texts(Node in) {
        return in.lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList();
    }

    @Test
    void whatIsPointedAtThereIsPointedAtInTheView(FxRobot robot) {
        doubleClickOnPicture(robot, 2);
        TileCloseUp seen = (TileCloseUp) closeUp.filling().orElseThrow();
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.interact(() -> {
            assertEquals(Optional.of(new Place(2, 1, 0)), grid.pointedProperty().get());
            assertTrue(texts(seen).contains("row 2, column 1: 10"), texts(seen).toString());
        });
    }

    @Test
    void theKeyFDoesTheSameForThePictureThatHasTheFocus(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.F);
        TileCloseUp seen = (TileCloseUp) closeUp.filling().orElseThrow();
        robot.interact(() -> assertEquals(4, seen.picture().content().tiles().value(0, 0, 0, 0)));
        robot.type(KeyCode.F);
        assertTrue(closeUp.filling().isEmpty());
        assertSame(grid, closeUp.getScene().getFocusOwner(), "the focus is where it was");
    }

    @Test
    void aCardFillsTheViewItselfAndComesBackToItsPlace(FxRobot robot) {
        double before = card.getWidth();
        robot.clickOn(card.lookup(".enlarge-button"));
        assertSame(card, closeUp.filling().orElseThrow());
        robot.interact(() -> {
            closeUp.applyCss();
            closeUp.layout();
            assertTrue(card.getHeight() > 400, "it takes the room: " + card.getHeight());
            assertTrue(ViewFill.around(grid).isPresent());
            assertEquals(2, row.getChildren().size(), "its seat is kept");
        });
        robot.clickOn(card.lookup(".enlarge-button"));
        robot.interact(() -> {
            closeUp.layout();
            assertEquals(List.of(card, words), row.getChildren());
            assertEquals(before, card.getWidth(), 1e-6);
            assertTrue(ViewFill.around(grid).isEmpty());
        });
    }

    @Test
    void aPictureThatIsHigherThanTheViewIsShownWholeWithWhatStandsUnderIt(FxRobot robot) {
        FigureCanvas canvas = new FigureCanvas(200);
        canvas.setMinHeight(Region.USE_PREF_SIZE);
        canvas.show(new TurnedGridFigure(8, 30), false);
        Label under = new Label("what it is");
        Card tall = new Card("Tall", new ExportMenu(Optional::empty), new VBox(8, canvas, under));
        robot.interact(() -> {
            row.getChildren().setAll(tall);
            HBox.setHgrow(tall, Priority.ALWAYS);
            closeUp.applyCss();
            closeUp.layout();
        });
        double before = canvas.prefHeight(640);
        robot.interact(() -> ((Button) tall.lookup(".enlarge-button")).fire());
        robot.interact(() -> {
            closeUp.applyCss();
            closeUp.layout();
            double end = under.localToScene(under.getLayoutBounds()).getMaxY();
            assertTrue(before > 500, "it would not have fitted: " + before);
            assertTrue(end <= 500, "ends at " + end);
            assertTrue(canvas.getHeight() > 250, "as large as there is room: " + canvas.getHeight());
        });
        robot.interact(() -> {
            closeUp.close();
            assertEquals(before, canvas.prefHeight(640), "as ever");
        });
    }

    @Test
    void aDoubleClickOnItsTitleDoesTheSame(FxRobot robot) {
        robot.doubleClickOn(card.lookup(".card-title"));
        assertSame(card, closeUp.filling().orElseThrow());
        robot.doubleClickOn(card.lookup(".card-title"));
        assertTrue(closeUp.filling().isEmpty());
    }

    @Test
    void aCardWithoutAPictureStaysWhereItIs(FxRobot robot) {
        robot.doubleClickOn(words.lookup(".card-title"));
        assertTrue(closeUp.filling().isEmpty());
        assertTrue(words.lookupAll(".enlarge-button").isEmpty());
    }

    @Test
    void whatIsBehindItIsOutOfTheKeyboardsReach(FxRobot robot) {
        Node first = closeUp.lookup(".button");
        robot.clickOn(card.lookup(".enlarge-button"));
        assertTrue(first.isDisabled());
        robot.interact(closeUp::close);
        assertFalse(first.isDisabled());
    }

    @Test
    void aViewThatArrangesItsCardsAnewTakesThemBack(FxRobot robot) {
        robot.clickOn(card.lookup(".enlarge-button"));
        robot.interact(() -> {
            row.getChildren().setAll(words, card);
            assertTrue(closeUp.filling().isEmpty());
            assertEquals(List.of(words, card), row.getChildren());
            assertTrue(ViewFill.around(grid).isEmpty());
        });
    }
}
