package org.whorl.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.Toggle;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.FigureOptions;
import org.whorl.training.TrainingState;
import org.whorl.ui.picture.ExportMenu;
import org.whorl.ui.picture.Pictured;
import org.whorl.ui.picture.TileGrid;
import org.whorl.ui.run.Folders;
import org.whorl.ui.theme.Stylesheets;
import org.whorl.ui.theme.ThemeChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every control and every picture of the window, whoever made it. */
@ExtendWith(ApplicationExtension.class)
class EveryViewTest {
    @TempDir
    private static Path home;

    private LabWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Stylesheets.loadFonts();
        window = new LabWindow(stage, new Folders(home.resolve("runs"), home.resolve("window.json")));
        window.settings().network().baseFiltersProperty().set("2");
        window.settings().network().layersProperty().set("2");
        window.settings().limit().limitProperty().set("128");
        window.settings().training().epochsProperty().set("2");
        window.open();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(window::close);
        Files.deleteIfExists(home.resolve("window.json"));
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** A short run, so that there is something in every view. */
    private void train(FxRobot robot) throws TimeoutException {
        await(() -> window.lab().getShown() != null
                && window.lab().getShown().data().isPresent());
        robot.interact(() -> window.runs().start());
        await(() -> window.runs()
                .snapshotProperty()
                .get()
                .map(s -> s.state() == TrainingState.FINISHED)
                .orElse(false));
    }

    /** Something done with a view that is in front. */
    private interface Visit {
        void see(String title, Parent view) throws Exception;
    }

    private void visit(FxRobot robot, Visit visit) throws Exception {
        TabPane tabs = robot.lookup(".view-tabs").queryAs(TabPane.class);
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int tab = i;
            robot.interact(() -> tabs.getSelectionModel().select(tab));
            Parent view = (Parent) tabs.getTabs().get(tab).getContent();
            // A view draws what it shows when it is seen.
            await(() -> nodes(view).stream().filter(EveryViewTest::isPicture).allMatch(n -> !blank(text(n))));
            visit.see(tabs.getTabs().get(tab).getText(), view);
        }
    }

    private static List<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** What a screen reader says of a node. */
    private static String text(Node node) {
        if (!blank(node.getAccessibleText())) {
            return node.getAccessibleText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
            return label.getText();
        }
        return node instanceof Labeled labeled && !(node instanceof ComboBox) ? labeled.getText() : "";
    }

    private static boolean isPicture(Node node) {
        return node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW
                && !(node instanceof ImageView)
                && node.getLayoutBounds().getWidth() > 0
                && (!(node instanceof TileGrid grid) || grid.content() != null);
    }

    /** Whether somebody around a drawing says what it shows. */
    private static boolean told(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!blank(text(at)) && !(at instanceof TabPane)) {
                return true;
            }
        }
        return false;
    }

    private static String name(String view, Node node) {
        StringBuilder path = new StringBuilder(view + ": ");
        List<String> parts = new ArrayList<>();
        for (Node at = node; at != null && parts.size() < 4; at = at.getParent()) {
            parts.add(
                    0,
                    at.getClass().getSimpleName() + at.getStyleClass() + (at.getId() == null ? "" : "#" + at.getId()));
        }
        return path.append(String.join(" > ", parts)).toString();
    }

    /** Whether a node is a part of a control that answers for it. */
    private static boolean ofAControl(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof TabPane) {
                return node.getStyleClass().contains("viewport") || at instanceof TabPane;
            }
            if (at instanceof Control) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyControlAndPictureIsReachedByKeyAndHasWordsForAScreenReader(FxRobot robot) throws Exception {
        train(robot);
        Set<String> silent = new TreeSet<>();
        Set<String> vague = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        Set<String> mouseOnly = new TreeSet<>();
        visit(
                robot,
                (title, view) -> robot.interact(() -> {
                    Set<Node> reached = reachedByTab();
                    for (Node node : nodes(window.scene().getRoot())) {
                        if (isControl(node) && blank(text(node))) {
                            silent.add(name(title, node));
                        }
                        if ((node instanceof Canvas || node instanceof ImageView) && !told(node)) {
                            silent.add(name(title, node));
                        }
                        if (isPicture(node) && !text(node).matches("(?s).*\\d.*")) {
                            vague.add(name(title, node) + " “" + text(node) + "”");
                        }
                        if (isControl(node)
                                && !node.isDisabled()
                                && !reached.contains(node)
                                && !besideReached(node, reached)) {
                            missed.add(name(title, node));
                        }
                        boolean clicks = node.getOnMouseClicked() != null || node.getOnMousePressed() != null;
                        if (clicks
                                && !node.isFocusTraversable()
                                && !(node instanceof TileGrid)
                                && !(node.getParent() != null
                                        && node.getParent().isFocusTraversable())
                                && !ofAControl(node)) {
                            mouseOnly.add(name(title, node));
                        }
                    }
                }));
        assertEquals("", String.join("\n", silent), "nothing is said of these");
        assertEquals("", String.join("\n", vague), "no number is said of these pictures");
        assertEquals("", String.join("\n", missed), "Tab does not come to these");
        assertEquals("", String.join("\n", mouseOnly), "only a mouse can click these");
    }

    private static boolean isControl(Node node) {
        return node.isFocusTraversable()
                && !(node instanceof ScrollPane)
                && !(node instanceof TabPane)
                && !ofAControl(node);
    }

    /** Everything that Tab comes to, from the first button on until it comes round. */
    private Set<Node> reachedByTab() {
        Scene scene = window.scene();
        scene.lookup("#start").requestFocus();
        Set<Node> reached = new LinkedHashSet<>();
        while (reached.add(scene.getFocusOwner())) {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(
                        scene.getFocusOwner(), new KeyEvent(type, "", "", KeyCode.TAB, false, false, false, false));
            }
        }
        return reached;
    }

    /** Of buttons that exclude one another Tab comes to the one that is chosen, and arrow keys go to the others. */
    private static boolean besideReached(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    @Test
    void everyTextStandsOutFromWhatItIsOnInBothThemes(FxRobot robot) throws Exception {
        train(robot);
        Set<String> pale = new TreeSet<>();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            robot.interact(() -> window.themeProperty().set(theme));
            visit(
                    robot,
                    (title, view) -> robot.interact(() -> {
                        window.scene().getRoot().applyCss();
                        for (Node node : nodes(window.scene().getRoot())) {
                            if (node instanceof Text text
                                    && !text.getText().isBlank()
                                    && !isDisabled(text)
                                    && contrast(text) < 4.5) {
                                pale.add(name(theme + " " + title, node) + " “" + text.getText() + "” "
                                        + text.getFill());
                            }
                        }
                    }));
        }
        assertEquals("", String.join("\n", pale));
    }

    private static boolean isDisabled(Node node) {
        return node != null && (node.isDisabled() || isDisabled(node.getParent()));
    }

    /** The contrast of a text with the nearest ground under it. */
    private static double contrast(Text text) {
        Color ground = Color.WHITE;
        double opacity = 1;
        boolean found = false;
        for (Node at = text; at != null && !found; at = at.getParent()) {
            opacity *= at.getOpacity();
            if (at instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0 && !found; i--) {
                    if (fills.get(i).getFill() instanceof Color fill && fill.getOpacity() > 0.99) {
                        ground = fill;
                        found = true;
                    }
                }
            }
        }
        Color ink = ground.interpolate((Color) text.getFill(), opacity);
        double a = luminance(ink);
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double level) {
        return level <= 0.03928 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
    }

    @Test
    void theListOfKeysNamesEveryAccelerator(FxRobot robot) {
        robot.type(KeyCode.F1);
        Set<Set<String>> listed = new HashSet<>();
        for (Node cap : robot.lookup(".key-cap").queryAll()) {
            listed.add(Set.of(((Label) cap).getText().split(" \\+ ")));
        }
        for (KeyCombination keys : window.scene().getAccelerators().keySet()) {
            // Left and right are drawn as arrows.
            Set<String> name = Set.of(
                    new Commands.Command(keys.getName(), "", () -> {}).label().split(" \\+ "));
            boolean tab = keys.getName().matches(".*\\+\\d");
            assertTrue(listed.contains(tab ? Set.of("Ctrl", "1 … 9") : name), name + " in " + listed);
        }
        assertTrue(robot.lookup(".key-cap").queryAll().size() > 20);
    }

    @Test
    void everyViewHasPicturesThatAreWrittenWithWhereTheyCameFrom(FxRobot robot) throws Exception {
        train(robot);
        Set<String> views = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        visit(robot, (title, view) -> {
            List<ExportMenu.Content> contents = new ArrayList<>();
            robot.interact(() -> nodes(window.scene().getRoot()).stream()
                    .filter(node -> node instanceof ExportMenu || isPicture(node))
                    .map(node -> node instanceof ExportMenu menu ? menu.content() : Pictured.at(node))
                    .flatMap(Optional::stream)
                    .filter(content ->
                            seen.add(title + content.name() + content.figure().title()))
                    .forEach(contents::add));
            int number = 0;
            for (ExportMenu.Content content : contents) {
                String extension = List.of("png", "svg", "pdf").get(number % 3);
                Path file = home.resolve(title + "-" + number++ + "-" + content.name() + "." + extension);
                content.figure().write(file, FigureOptions.centimetres(6, 100).with(content.metadata()));
                assertTrue(Files.size(file) > 300, file.toString());
                assertTrue(
                        content.metadata().containsKey("Version"), title + " " + content.name() + content.metadata());
                views.add(title);
            }
        });
        assertEquals(Set.of("Training", "Filters", "Codes", "Symmetry", "Compare", "Data", "Paper"), views);
    }
}
