package org.whorl.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.Figure;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Generator;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.training.TrainingSettings;
import org.whorl.training.TrainingSnapshot;
import org.whorl.training.TrainingState;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.FigureCanvas;
import org.whorl.ui.control.dial.AngleDial;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.settings.Aim;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.view.SetOffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The view of the generator: an angle that is learned while it is looked at, and a matrix from pairs. */
class GeneratorInTheWindowTest extends WindowTest {
    @Start
    void start(Stage stage) {
        make(stage, 2, 2, 2);
        window.settings().limit().limitProperty().set("128");
        window.open();
    }

    private static void showView(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) window.scene().lookup(id)).fire());
    }

    private String words(String id) {
        return window.scene().lookup(id) instanceof Label label ? label.getText() : "";
    }

    /** How high the card is that this is in. */
    private double cardOf(String id) {
        Node at = window.scene().lookup(id);
        while (!(at instanceof Card)) {
            at = at.getParent();
        }
        return at.getLayoutBounds().getHeight();
    }

    private AngleDial dial() {
        return (AngleDial) window.scene().lookup("#dial");
    }

    /** What is pictured now, by title. */
    private List<Figure> figures(FxRobot robot) {
        List<Figure> figures = new ArrayList<>();
        robot.interact(() -> EveryViewVisit.nodes(window.scene().getRoot()).stream()
                .filter(FigureCanvas.class::isInstance)
                .filter(node -> node.getLayoutBounds().getHeight() > 0 && seen(node))
                .map(Exportable::at)
                .flatMap(Optional::stream)
                .map(ExportMenu.Content::figure)
                .forEach(figures::add));
        return figures;
    }

    /** The cards with pictures that cover one another. */
    private List<String> overlapping(FxRobot robot) {
        List<String> pairs = new ArrayList<>();
        robot.interact(() -> {
            List<Node> cards = EveryViewVisit.nodes(window.scene().getRoot()).stream()
                    .filter(node -> node instanceof Card
                            && seen(node)
                            && node.localToScene(0, 0).getY() > 0)
                    .filter(card ->
                            EveryViewVisit.nodes((Parent) card).stream().anyMatch(FigureCanvas.class::isInstance))
                    .toList();
            for (Node one : cards) {
                for (Node other : cards) {
                    Bounds place = one.localToScene(one.getBoundsInLocal());
                    Bounds there = other.localToScene(other.getLayoutBounds());
                    if (one != other
                            && place.getMaxX() > there.getMinX() + 1
                            && place.intersects(there)
                            && place.getMinX() < there.getMinX()) {
                        pairs.add(place + " covers " + there);
                    }
                }
            }
        });
        return pairs;
    }

    private static boolean seen(Node node) {
        return node.getScene() != null && node.isVisible();
    }

    private List<String> titles(FxRobot robot) {
        return figures(robot).stream().map(Figure::title).toList();
    }

    @Test
    void theButtonThatFindsAnAngleStaysWithinItsCardInASmallWindow(FxRobot robot) throws Exception {
        awaitModelAndImages();
        showView(robot);
        robot.interact(() -> {
            window.scene().getWindow().setWidth(1000);
            window.scene().getWindow().setHeight(520);
        });
        await(() -> window.scene().getHeight() <= 520);
        robot.interact(() -> {
            window.scene().getRoot().layout();
            Node button = window.scene().lookup("#find-angle");
            Bounds place = button.localToScene(button.getLayoutBounds());
            Node card = button;
            while (!(card instanceof Card)) {
                card = card.getParent();
            }
            assertTrue(
                    place.getMaxY() < card.localToScene(card.getLayoutBounds()).getMaxY(), place.toString());
        });
    }

    @Test
    void usageByCopyOffersTheImagesThatItLacks(FxRobot robot) throws Exception {
        awaitModelAndImages();
        showView(robot);
        ShownNetwork own = window.lab().getShown();
        robot.interact(() -> window.lab()
                .show(new ShownNetwork(
                        "mnist-c4",
                        own.parameters(),
                        own.preparation(),
                        own.classNames(),
                        Optional.empty(),
                        Map.of("data", "mnist"),
                        own.version() + 1)));
        await(() -> window.scene().getRoot().lookupAll(".set-offer").stream()
                .map(SetOffer.class::cast)
                .anyMatch(offer -> offer.isVisible() && offer.words().startsWith("Images are needed")));
    }

    @Test
    void theAngleIsFoundWhileItIsLookedAtAndTheDialsSecondHandPointsAtIt(FxRobot robot) throws Exception {
        awaitModelAndImages();
        showView(robot);
        assertNull(dial().learnedProperty().get());
        assertTrue(window.scene().lookup("#find-angle").isVisible());
        robot.interact(() -> {
            window.settings().network().choice(NetworkSettings.GENERATOR).set(GeneratorKind.LEARNED);
            window.settings().network().aimProperty().set(Aim.RECONSTRUCT);
            window.settings().training().text(TrainingSettings.START_ANGLES).set("20,100");
            window.settings().training().text(TrainingSettings.START_STEPS).set("20");
            window.runs().start();
        });
        Region body = (Region) window.scene().lookup("#learned-angle-body");
        await(() -> body.getMinHeight() > 0 && body.getHeight() >= body.getMinHeight());
        double before = cardOf("#learned-angle");
        await(90, () -> window.runs()
                .snapshotProperty()
                .get()
                .map(TrainingSnapshot::state)
                .filter(TrainingState.FINISHED::equals)
                .isPresent());
        await(() -> words("#learned-angle").endsWith("°")
                && words("#learned-distance").contains("360°/6"));
        assertFalse(dial().learnedProperty().get().trying());
        double angle = window.lab().getShown().parameters().generatorAngles().get(0);
        assertEquals(angle, dial().learnedProperty().get().degrees(), 1e-9);
        assertTrue(dial().getAccessibleText().contains("has learned"), dial().getAccessibleText());
        await(() -> titles(robot).contains("The search for the angle"));
        Figure search = figures(robot).get(0);
        assertTrue(search.description().startsWith("From 2 starts"), search.description());
        double height = cardOf("#learned-angle");
        assertEquals(before, height, 1, "it had its room from the start");
        await(() -> figures(robot).get(0).description().contains("the objective is lowest at"));
    }

    @Test
    void pairsTeachAMatrixOfWhichEveryPictureCanBeExported(FxRobot robot) throws Exception {
        awaitModelAndImages();
        showView(robot);
        assertFalse(window.scene().lookup("#keep-generator").isVisible());
        press(robot, "#learn-pairs");
        await(() -> words("#generator-words").contains("a group of order 6"));
        assertTrue(
                words("#generator-words").contains("of order 6: rounded to it, A⁶ = I to"), words("#generator-words"));
        assertTrue(words("#generator-words").contains("before rounding it is a rotation by "), "two matrices");
        assertTrue(
                words("#generator-words").contains("pairs that it has not seen A leaves "), words("#generator-words"));
        await(() -> EveryViewVisit.nodes(window.scene().getRoot()).stream()
                .filter(node ->
                        node instanceof FigureCanvas && node.getLayoutBounds().getHeight() > 0)
                .filter(node -> Exportable.at(node)
                        .filter(content -> content.figure().title().equals("Eigenvalues on the unit circle"))
                        .isPresent())
                .anyMatch(TeachingWindow::inSight));
        assertTrue(words("#generator-words").contains("4,000 pairs of digits, turned by 60°"));
        await(() -> titles(robot)
                .containsAll(List.of(
                        "A as a heat map",
                        "Eigenvalues on the unit circle",
                        "Closure by N",
                        "The orbit of a filter under A",
                        "Usage by copy")));
        await(() -> figures(robot).stream()
                .anyMatch(f -> f.description().contains("of the 6 copies were used alike and the others never")));
        assertEquals(List.of(), overlapping(robot), "at the usual width of this window every card has its room");
        assertEquals("", words("#generator-others"));
        robot.interact(() -> window.settings().dataProperty().set(new DataChoice("leaves", Optional.empty())));
        assertTrue(
                words("#generator-others").startsWith("Chosen now: leaves, turned by 60"), words("#generator-others"));
        robot.interact(() -> window.settings().dataProperty().set(DataChoice.DIGITS));
        assertEquals("", words("#generator-others"), "these are the pairs that A was learned from");
        robot.interact(() -> select("mirrored, left and right"));
        assertTrue(words("#generator-others").startsWith("Chosen now: digits, mirrored"), words("#generator-others"));
        press(robot, "#learn-pairs");
        await(() -> words("#generator-words").contains("a group of order 2"));
        assertTrue(words("#generator-words").contains("it is no rotation"));
        await(() -> figures(robot).stream().anyMatch(f -> f.description().contains("A is no rotation")));
    }

    @Test
    void aRunIsTrainedWithTheMatrixThatPairsTaught(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() -> window.settings().network().groupProperty().set(CyclicGroup.ofAngle(72)));
        showView(robot);
        assertFalse(window.scene().lookup("#train-with-generator").isVisible());
        press(robot, "#learn-pairs");
        await(() -> words("#generator-words").contains("a group of order 5"));
        robot.interact(() -> window.settings().network().groupProperty().set(CyclicGroup.ofAngle(90)));
        press(robot, "#train-with-generator");
        assertEquals(
                "Training",
                ((TabPane) window.scene().lookup(".view-tabs"))
                        .getSelectionModel()
                        .getSelectedItem()
                        .getText());
        await(90, () -> window.runs()
                .snapshotProperty()
                .get()
                .map(TrainingSnapshot::state)
                .filter(TrainingState.FINISHED::equals)
                .isPresent());
        Generator first = matrix();
        assertEquals(5, first.order());
        assertEquals(8, first.side());
        assertTrue(first.closure() < 1e-10, () -> "closure " + first.closure());
        robot.interact(() -> window.runs().reset());
        await(() -> window.runs().snapshotProperty().get().orElseThrow().step() == 0
                && window.lab().getShown() != null);
        assertEquals(first.fingerprint(), matrix().fingerprint(), "back at the first step A is the same");
    }

    private Generator matrix() {
        return window.lab().getShown().parameters().generator().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void select(String text) {
        ComboBox<Object> kinds = (ComboBox<Object>) window.scene().lookup("#pair-kind");
        kinds.getItems().stream()
                .filter(kind -> kind.toString().equals("MIRROR") && text.startsWith("mirrored"))
                .findFirst()
                .ifPresent(kinds::setValue);
    }

    @Test
    void findTheAngleBeginsItsExperimentInThisView(FxRobot robot) throws Exception {
        awaitModelAndImages();
        showView(robot);
        press(robot, "#find-angle");
        await(() -> window.runs().isActive()
                || window.runs().snapshotProperty().get().isPresent());
        assertEquals(
                GeneratorKind.LEARNED, window.settings().network().getValue().generator());
        assertEquals(
                8,
                window.settings()
                        .training()
                        .getValue()
                        .get(TrainingSettings.START_ANGLES)
                        .degrees()
                        .size());
        await(
                120,
                () -> words("#learned-angle").equals("searching …")
                        && words("#learned-distance").matches("best so far [0-9.]+°")
                        && dial().learnedProperty().get() != null);
        assertTrue(dial().learnedProperty().get().trying());
        robot.interact(() -> window.runs().pause());
        await(() -> dial().learnedProperty().get() == null);
        assertEquals("paused", words("#learned-angle"), "what waits tries nothing");
    }
}
