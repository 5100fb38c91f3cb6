package org.whorl.ui.window;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.training.TrainingState;
import org.whorl.ui.Sight;
import org.whorl.ui.model.data.SetFiles;
import org.whorl.ui.model.input.CodeInput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What somebody stumbled on who had never seen the window. */
class NewcomerTest extends WindowTest {
    private static final List<String> LONG = List.of("european_honey_buzzards", "orange_tip_butterflies_male");

    @Start
    void start(Stage stage) {
        make(stage, 1, 2, 1);
        stage.setWidth(1280);
        stage.setHeight(720);
        window.open();
    }

    private void press(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private Set<Node> all(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream()
                .filter(Sight::isSeen)
                .collect(Collectors.toSet());
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void show(FxRobot robot, KeyCode view) {
        press(robot, view);
        robot.interact(() -> window.scene().getRoot().layout());
    }

    @Test
    void theLensSaysWhatItDoes() {
        ToggleButton lens = (ToggleButton) window.scene().lookup("#lens");
        assertEquals("6×", lens.getText());
        assertTrue(lens.getTooltip().getText().contains("six times as large"));
        assertTrue(lens.getAccessibleText().contains("six times as large"));
    }

    @Test
    void everyPressOfTheThemesKeysShows(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        for (int press = 1; press <= 3; press++) {
            boolean before = window.lab().darkProperty().get();
            press(robot, KeyCode.T);
            assertNotEquals(before, window.lab().darkProperty().get(), "press " + press);
        }
    }

    @Test
    void theLensIsOnTheRosetteToo(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        await(() -> copy() != null);
        robot.type(KeyCode.Z);
        Bounds copy = copy().localToScreen(copy().getLayoutBounds());
        Point2D middle = new Point2D(copy.getCenterX() + 1, copy.getCenterY() + 1);
        robot.moveTo(middle);
        await(() -> window.scene().lookup(".lens").isVisible());
        robot.interact(() -> {
            Node lens = window.scene().lookup(".lens");
            assertFalse(lens.localToScreen(lens.getLayoutBounds()).contains(middle));
            assertTrue(inScene(lens).getMaxY()
                    <= inScene(window.scene().lookup(".status-bar")).getMinY() + 1);
        });
    }

    private Node copy() {
        Node dial = window.scene().lookup(".angle-dial");
        return dial == null
                ? null
                : dial.lookupAll(".image-view").stream()
                        .filter(view -> view.isVisible() && ((ImageView) view).getImage() != null)
                        .findFirst()
                        .orElse(null);
    }

    @Test
    void nothingUnderThePointerMovesWhileScoresAndWordsCome(FxRobot robot) throws TimeoutException {
        awaitModelAndImages();
        show(robot, KeyCode.DIGIT3);
        await(() -> !all(".layer-row").isEmpty() && !all(".input-turn").isEmpty());
        robot.interact(() -> window.scene().getRoot().layout());
        double slider = inScene(all(".input-turn").iterator().next()).getMinY();
        double layers = inScene(all(".layer-row").stream()
                        .min((a, b) ->
                                Double.compare(inScene(a).getMinY(), inScene(b).getMinY()))
                        .orElseThrow())
                .getMinY();
        for (int image = 0; image < 4; image++) {
            int next = image;
            robot.interact(() -> {
                window.models().codes().choose(next);
                window.models().codes().degreesProperty().set(37.0 * next);
            });
            await(() -> window.models()
                    .codes()
                    .looked()
                    .filter(c -> c.degrees() == 37.0 * next)
                    .isPresent());
            robot.interact(() -> window.scene().getRoot().layout());
            assertEquals(slider, inScene(all(".input-turn").iterator().next()).getMinY(), "image " + image);
            assertEquals(
                    layers,
                    all(".layer-row").stream()
                            .mapToDouble(r -> inScene(r).getMinY())
                            .min()
                            .orElseThrow(),
                    "image " + image);
        }
    }

    @Test
    void anOpenedPictureThatLooksInvertedIsSaidToInFullAndCanBeInverted(FxRobot robot) throws Exception {
        awaitModelAndImages();
        CodeInput digit =
                CodeInput.of(window.lab().getShown().data().orElseThrow().test(), 3);
        BufferedImage negative = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int p = 0; p < 784; p++) {
            negative.getRaster().setSample(p % 28, p / 28, 0, Math.round(255 * (1 - digit.pixels()[p])));
        }
        Path file = home.resolve("ink.png");
        ImageIO.write(negative, "png", file.toFile());
        robot.interact(() -> window.drop(List.of(file)));
        await(() -> all("#looks-inverted").size() == 1 && all("#invert").size() == 1);
        robot.interact(() -> {
            window.scene().getRoot().layout();
            Label words = (Label) all("#looks-inverted").iterator().next();
            assertTrue(words.getText().startsWith("This picture looks inverted"), words.getText());
            assertTrue(words.getHeight() >= words.prefHeight(words.getWidth()), "all of it can be read");
        });
        robot.interact(() -> ((ButtonBase) all("#invert").iterator().next()).fire());
        await(() -> all("#looks-inverted").isEmpty() && all("#invert").size() == 1);
    }

    @Test
    void longNamesOfClassesLeaveBarsAndNumbersTheirRoom(FxRobot robot) throws Exception {
        Path pictures = SetFiles.pictures(home.resolve("animals"), 12);
        Files.move(pictures.resolve("nought"), pictures.resolve(LONG.get(0)));
        Files.move(pictures.resolve("one"), pictures.resolve(LONG.get(1)));
        robot.interact(() -> window.drop(List.of(pictures)));
        await(180, () -> window.settings().network().getValue().classes() == 2);
        robot.interact(() -> window.runs().start());
        await(180, () -> window.runs()
                .snapshotProperty()
                .get()
                .filter(s -> s.state() == TrainingState.FINISHED)
                .isPresent());
        show(robot, KeyCode.DIGIT3);
        await(() -> all(".probability").size() == 2);
        robot.interact(() -> {
            window.scene().getRoot().layout();
            for (Node row : all(".probability")) {
                List<Node> parts = ((Region) row).getChildrenUnmodifiable();
                Label name = (Label) parts.get(0);
                Region bar = (Region) parts.get(1);
                Label number = (Label) parts.get(2);
                assertTrue(LONG.contains(name.getText()), name.getText());
                assertTrue(bar.getWidth() >= 40, "a bar is " + bar.getWidth() + " wide");
                assertTrue(name.getBoundsInParent().getMaxX()
                        <= bar.getBoundsInParent().getMinX());
                assertTrue(number.getWidth() >= number.prefWidth(-1), "its number is whole");
            }
        });
        for (KeyCode view : List.of(KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.DIGIT6)) {
            show(robot, view);
            robot.interact(() -> all(".label").stream()
                    .map(n -> (Label) n)
                    .filter(l -> LONG.stream().anyMatch(l.getText()::contains))
                    .forEach(l -> assertTrue(
                            inScene(l).getMaxX() <= window.scene().getWidth(), l.getText() + " leaves the window")));
        }
    }
}
