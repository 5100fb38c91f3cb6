package org.whorl.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.whorl.figure.FigureOptions;
import org.whorl.network.GeneratorKind;
import org.whorl.network.NetworkSettings;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every view offers, whoever made it. */
class EveryViewTest extends EveryViewVisit {
    @Start
    void start(Stage stage) {
        openSmall(stage);
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
            Set<String> name = Set.of(new KeyCommands.Command(keys.getName(), "", () -> {})
                    .label()
                    .split(" \\+ "));
            boolean tab = keys.getName().matches(".*\\+\\d");
            assertTrue(listed.contains(tab ? Set.of("Ctrl", "1 … 9") : name), name + " in " + listed);
        }
        assertTrue(robot.lookup(".key-cap").queryAll().size() > 20);
    }

    @Test
    void everyViewPicturesANetworkThatLearnsACyclicMatrix(FxRobot robot) throws Exception {
        awaitModelAndImages();
        robot.interact(() ->
                window.settings().network().choice(NetworkSettings.GENERATOR).set(GeneratorKind.CYCLIC));
        train(robot);
        assertEquals(
                GeneratorKind.CYCLIC,
                window.lab().getShown().parameters().spec().generator());
        Set<String> views = new TreeSet<>();
        visit(robot, (title, view) -> {
            if (title.equals("Generator")) {
                // How much each copy is used is measured in the background.
                await(90, () -> nodes(view).stream().anyMatch(EveryViewVisit::isPicture));
            }
            if (nodes(view).stream().anyMatch(EveryViewVisit::isPicture)) {
                views.add(title);
            }
        });
        assertTrue(
                views.containsAll(Set.of("Training", "Filters", "Codes", "Symmetry", "Compare", "Generator")),
                views::toString);
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
                    .map(node -> node instanceof ExportMenu menu ? menu.content() : Exportable.at(node))
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
        assertEquals(
                Set.of("Training", "Filters", "Codes", "Symmetry", "Compare", "Data", "Paper", "Generator"), views);
    }
}
