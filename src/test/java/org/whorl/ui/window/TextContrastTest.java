package org.whorl.ui.window;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.theme.ThemeChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every text of the window, as it is drawn, in both themes. */
class TextContrastTest extends EveryViewVisit {
    @Start
    void start(Stage stage) {
        openSmall(stage);
    }

    @Test
    void everyTextStandsOutFromWhatItIsOnInBothThemes(FxRobot robot) throws Exception {
        train(robot);
        Set<String> pale = new TreeSet<>();
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            robot.interact(() -> window.themeProperty().set(theme));
            visit(robot, (title, view) -> robot.interact(() -> look(theme + " " + title, pale)));
        }
        assertEquals("", String.join("\n", pale));
    }

    /** What is behind a sheet is disabled meanwhile, and has the colours of what is. */
    @Test
    void everyTextStandsOutAfterASheetLayOverIt(FxRobot robot) throws Exception {
        awaitModelAndImages();
        Set<String> pale = new TreeSet<>();
        robot.interact(() -> window.themeProperty().set(ThemeChoice.DARK));
        for (int i = 0; i < 2; i++) {
            visit(robot, (title, view) -> robot.interact(() -> look(title, pale)));
            robot.type(KeyCode.F1);
            robot.interact(window.scene().getRoot()::applyCss);
            robot.type(KeyCode.ESCAPE);
        }
        assertEquals("", String.join("\n", pale));
    }

    private void look(String place, Set<String> pale) {
        window.scene().getRoot().applyCss();
        for (Node node : nodes(window.scene().getRoot())) {
            if (node instanceof Text text && !text.getText().isBlank() && !isDisabled(text) && contrast(text) < 4.5) {
                pale.add(name(place, node) + " “" + text.getText() + "” " + text.getFill());
            }
        }
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
}
