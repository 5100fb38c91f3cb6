package org.whorl.ui.control.dial;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.group.DihedralGroup;
import org.whorl.group.Support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class AngleDialTest {
    private AngleDial dial;

    @Start
    void start(Stage stage) {
        dial = new AngleDial();
        stage.setScene(new Scene(new StackPane(dial), 300, 300));
        stage.show();
        dial.requestFocus();
    }

    /** Milliseconds that the FX thread may take to answer. */
    private static final int PATIENCE = 10_000;

    @Test
    void arrowsGoFromOneDivisorOf360ToTheNext(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        robot.type(KeyCode.RIGHT);
        assertEquals(72, dial.getDegrees());
        robot.type(KeyCode.UP);
        assertEquals(90, dial.getDegrees());
        robot.type(KeyCode.LEFT, 3);
        assertEquals(45, dial.getDegrees());
        robot.type(KeyCode.DOWN);
        assertEquals(40, dial.getDegrees());
    }

    @Test
    void homeAndEndGoToTheEndsAndNoFurther(FxRobot robot) {
        robot.type(KeyCode.HOME);
        assertEquals(1, dial.getDegrees());
        robot.type(KeyCode.LEFT);
        assertEquals(1, dial.getDegrees());
        robot.type(KeyCode.END);
        assertEquals(360, dial.getDegrees());
        robot.type(KeyCode.RIGHT);
        assertEquals(360, dial.getDegrees());
    }

    @Test
    void pageKeysGoToTheAnglesThatThePixelGridBears(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        robot.type(KeyCode.PAGE_UP);
        assertEquals(90, dial.getDegrees());
        robot.type(KeyCode.PAGE_UP);
        assertEquals(180, dial.getDegrees());
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals(90, dial.getDegrees());
    }

    @Test
    void whatDoesNotDivide360GoesToTheNearestThatDoes(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(50));
        assertEquals(45, dial.getDegrees());
        robot.interact(() -> dial.degreesProperty().set(100));
        assertEquals(90, dial.getDegrees());
    }

    @Test
    void theMouseTurnsItCounterClockwiseFromTheTop(FxRobot robot) {
        robot.clickOn(place(-60, 0));
        assertEquals(90, dial.getDegrees());
        robot.clickOn(place(0, 60));
        assertEquals(180, dial.getDegrees());
        robot.drag(place(0, 60)).dropTo(place(-52, -30));
        assertEquals(60, dial.getDegrees());
    }

    /** A place on the screen, by its distance from the dial's centre. Asked for on the FX thread, which may be laying the dial out. */
    private Point2D place(double right, double down) {
        Bounds bounds = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, dial::getLayoutBounds);
        return WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE, () -> dial.localToScreen(bounds.getCenterX() + right, bounds.getCenterY() + down));
    }

    @Test
    void itSaysInWordsWhatItShows(FxRobot robot) {
        robot.interact(() -> dial.degreesProperty().set(60));
        assertTrue(dial.getAccessibleText().contains("60 degrees"), dial.getAccessibleText());
        assertTrue(dial.getAccessibleText().contains("not exact"), dial.getAccessibleText());
        robot.interact(() -> dial.degreesProperty().set(90));
        assertTrue(dial.getAccessibleText().contains("exact on the pixel grid"), dial.getAccessibleText());
        assertEquals(90.0, dial.queryAccessibleAttribute(AccessibleAttribute.VALUE));
    }

    private Node part(String style) {
        return dial.lookup(style);
    }

    @Test
    void theBaselineAndTheLeastAngleAreToldApartAtTheTop(FxRobot robot) {
        robot.interact(() -> {
            dial.stillProperty().set(true);
            dial.degreesProperty().set(360);
        });
        double right = ((Circle) part(".handle")).getCenterX();
        assertEquals("C1 · baseline", ((Text) part(".order")).getText());
        robot.interact(() -> dial.degreesProperty().set(1));
        double left = ((Circle) part(".handle")).getCenterX();
        assertTrue(right - left > ((Circle) part(".handle")).getRadius() * 2, right + " and " + left + " overlap");
    }

    @Test
    void theWheelTurnsItOnlyOnceItWasMeant(FxRobot robot) {
        robot.interact(() -> {
            dial.degreesProperty().set(60);
            dial.getParent().requestFocus();
            wheel(0, 20, 40);
        });
        assertEquals(60, dial.getDegrees(), "a page is scrolled past it");
        robot.interact(() -> {
            dial.requestFocus();
            wheel(0, 20, 40);
        });
        assertEquals(72, dial.getDegrees());
        robot.interact(() -> wheel(140, 140, 40));
        assertEquals(72, dial.getDegrees(), "the pointer is beside it");
        robot.interact(() -> {
            for (int i = 0; i < 4; i++) {
                wheel(0, 20, -10);
            }
        });
        assertEquals(60, dial.getDegrees(), "two fingers go as far as a notch for one stop");
    }

    private void wheel(double right, double down, double by) {
        Point2D at = dial.localToScene(dial.getWidth() / 2 + right, dial.getHeight() / 2 + down);
        double x = at.getX();
        double y = at.getY();
        Event.fireEvent(
                dial,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        by,
                        0,
                        by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    @Test
    void mirrorImagesStandInARingOfTheirOwn(FxRobot robot) {
        robot.interact(() -> {
            dial.stillProperty().set(true);
            dial.filterProperty().set(new BaseFilter(8, 1, new float[64], 1, Support.DISC));
            dial.degreesProperty().set(90);
        });
        assertEquals(4, copies().size());
        robot.interact(() -> dial.kindProperty().set(new DihedralGroup(4)));
        assertEquals(8, copies().size());
        assertEquals("D4 · 8 copies", ((Text) part(".order")).getText());
        List<Long> radii = copies().stream().map(this::radius).distinct().toList();
        assertEquals(2, radii.size(), radii.toString());
        assertTrue(radii.get(0) - radii.get(1) > 20, "rings at " + radii);
        PixelReader corner = copies().get(0).getImage().getPixelReader();
        assertEquals(0, corner.getArgb(0, 0), "nothing is drawn outside the disc");
    }

    @Test
    void itsNumberStaysInTheMiddleWhenItsTypeChanges(FxRobot robot) {
        robot.interact(() -> {
            dial.stillProperty().set(true);
            dial.degreesProperty().set(360);
            Text degrees = (Text) part(".degrees");
            degrees.setStyle("-fx-font-size: 47px;");
            dial.applyCss();
            double middle = degrees.getX() + degrees.getLayoutBounds().getWidth() / 2;
            assertEquals(dial.getWidth() / 2, middle, 0.5);
        });
    }

    @Test
    void itsTooltipSaysFirstWhatDraggingDoes(FxRobot robot) {
        robot.interact(() -> dial.filterProperty().set(new BaseFilter(8, 1, new float[64], 1, Support.DISC)));
        String words = dial.getTooltip().getText();
        assertTrue(words.startsWith("Drag the handle"), words);
        assertTrue(words.contains("on a scale of their own"), words);
    }

    private List<ImageView> copies() {
        return dial.lookupAll("ImageView").stream()
                .map(ImageView.class::cast)
                .filter(Node::isVisible)
                .toList();
    }

    private long radius(ImageView view) {
        double side = view.getImage().getWidth();
        return Math.round(Math.hypot(
                                view.getX() + side / 2 - dial.getWidth() / 2,
                                view.getY() + side / 2 - dial.getHeight() / 2)
                        / 2)
                * 2;
    }
}
