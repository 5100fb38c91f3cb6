package org.whorl.ui.view.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Preparation;
import org.whorl.figure.Layout;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.paper.PaperFigure;
import org.whorl.paper.Result;
import org.whorl.ui.control.TileCloseUp;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exporter;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetSource;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.run.ModelOpener;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.ThemeSwitch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class PaperViewTest {
    @TempDir
    private static Path runs;

    private final LabState lab = new LabState();
    private final Settings settings = new Settings(Path.of("unused"));
    private final DatasetCache shelf = new DatasetCache();
    private final SelectedDataset chosen = new SelectedDataset(settings, shelf, Platform::runLater);
    private final ModelOpener opening = new ModelOpener(
            lab,
            new RunController(lab, settings, shelf, Optional::empty),
            chosen,
            words -> {},
            words -> {},
            set -> false,
            Platform::runLater);
    private Path own;
    private PaperModel model;
    private PaperView view;

    @Start
    void start(Stage stage) throws Exception {
        own = Files.createTempDirectory(runs, "runs");
        model = new PaperModel(
                List.of(SmallTable.digits(2, Optional.empty()), SmallTable.missing()),
                () -> own,
                () -> DataChoice.DIGITS,
                Platform::runLater);
        view = new PaperView(lab, model, new SetsModel(settings, chosen, SetSource.REAL, Platform::runLater), opening);
        Scene scene = new Scene(view, 700, 720);
        new ThemeSwitch(lab.darkProperty()).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(model::close);
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition)
                .get());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryButton();
    }

    private NumberCell cell(String begins) {
        return view.lookupAll(".paper-cell").stream()
                .map(NumberCell.class::cast)
                .filter(c -> c.getAccessibleText().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRowIsRunAndItsNumberStandsInItsCell(FxRobot robot) throws TimeoutException {
        Button run = button(robot, "run-2");
        assertEquals("Run", run.getText());
        robot.interact(run::fire);
        assertEquals("Cancel", run.getText());
        assertTrue(button(robot, "run-1").isDisabled(), "one at a time");
        await(() -> model.runningProperty().get().isEmpty() && run.getText().equals("Done"));
        assertFalse(button(robot, "run-1").isDisabled());
        Result here = model.comparisonProperty()
                .get()
                .entry(model.presetProperty().get(), SmallTable.ROW, "upright")
                .orElseThrow()
                .here()
                .orElseThrow();
        String number = here.cell().measure().format(here.mean());
        List<String> shown = cell(SmallTable.ROW + " on upright").lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList();
        assertTrue(shown.containsAll(List.of(number, "paper 25.00", "run here")), shown.toString());
    }

    @Test
    void theFocusStaysInTheRowThatWasRun(FxRobot robot) throws TimeoutException {
        Button run = button(robot, "run-1");
        robot.interact(() -> {
            run.requestFocus();
            run.fire();
        });
        await(() -> run.getText().equals("Done"));
        robot.interact(() -> {});
        assertTrue(
                view.getScene().getFocusOwner() instanceof NumberCell cell
                        && cell.getAccessibleText().startsWith(SmallTable.OTHER),
                String.valueOf(view.getScene().getFocusOwner()));
    }

    @Test
    void anotherCellShowsItsCommand(FxRobot robot) {
        TextField command = robot.lookup("#command").queryAs(TextField.class);
        assertTrue(command.getText().contains("--angle 360"), command.getText());
        robot.interact(() -> {
            cell(SmallTable.ROW + " on upright").requestFocus();
        });
        robot.type(KeyCode.SPACE);
        assertTrue(command.getText().contains("--angle 90"), command.getText());
        assertTrue(cell(SmallTable.ROW + " on upright").isSelected());
        robot.type(KeyCode.SPACE);
        assertTrue(cell(SmallTable.ROW + " on upright").isSelected(), "one cell is always selected");
    }

    @Test
    void imagesThatAreMissingAreSaidUnderTheTable(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.choiceProperty().set(model.choices().get(1)));
        robot.interact(button(robot, "run-all")::fire);
        Label problem = robot.lookup("#paper-problem").queryAs(Label.class);
        await(() -> problem.isVisible() && problem.getText().contains("nowhere-to-be-found"));
        robot.interact(() -> model.choiceProperty().set(model.choices().get(0)));
        assertFalse(problem.isVisible());
    }

    @Test
    void quickHasOnePresetAndTheOthersComeBack(FxRobot robot) {
        ComboBox<?> preset = robot.lookup("#preset").queryComboBox();
        assertEquals(2, preset.getItems().size());
        CheckBox quick = robot.lookup("#quick").queryAs(CheckBox.class);
        robot.interact(() -> cell(SmallTable.ROW + " on turned").fire());
        robot.interact(() -> preset.getSelectionModel().select(1));
        robot.interact(quick::fire);
        assertEquals(1, preset.getItems().size());
        assertEquals(preset.getItems().get(0), preset.getValue());
        assertTrue(cell(SmallTable.ROW + " on turned").isSelected(), "the place stays selected");
        robot.interact(quick::fire);
        assertEquals(2, preset.getItems().size());
    }

    @Test
    void figuresThatStandSideBySideAreAlikeInWidth(FxRobot robot) {
        robot.interact(() -> {
            view.applyCss();
            view.layout();
            List<Double> widths = figureCards().stream()
                    .map(card -> card.getLayoutBounds().getWidth())
                    .toList();
            assertEquals(6, widths.size());
            for (double width : widths) {
                assertEquals(widths.get(0), width, 1, widths.toString());
            }
        });
    }

    @Test
    void figuresWithoutTheirNetworkSayHowToMakeIt(FxRobot robot) {
        List<String> words = figureCards().stream()
                .map(card -> card.lookupAll(".label").stream()
                        .map(n -> ((Label) n).getText())
                        .reduce("", (a, b) -> a + " " + b))
                .toList();
        assertEquals(6, words.size());
        assertTrue(words.get(2).contains("cifar10-baseline") || words.get(2).contains("Of 1,770 pairs"), words.get(2));
    }

    private List<FigureCard> figureCards() {
        return view.lookupAll(".paper-figure").stream()
                .map(FigureCard.class::cast)
                .toList();
    }

    @Test
    void aFigureShowsItsLayerWithItsPairs(FxRobot robot) {
        PaperFigure figure = PaperFigure.ALL.get(3);
        DrawnFigure drawn = DrawnFigure.of(figure, network(figure.order()), "a test");
        FigureCard card = figureCards().get(3);
        robot.interact(() -> card.show(Optional.of(drawn), Layout.PAPER, false));
        TileGrid grid = (TileGrid) card.lookup(".tile-grid");
        assertEquals(8, grid.content().columns());
        // Quarter turns are exact: 15 orbits of 6 pairs.
        assertTrue(grid.getAccessibleText().contains("Of 1,770 pairs 90 are turns"), grid.getAccessibleText());
        String caption = grid.getAccessibleText();
        assertTrue(caption.contains("first the 15 learned filters, then the same 15 turned by 90°"), caption);
        assertTrue(caption.contains("a filter and its next copy are 15 places apart"), caption);
        for (int place = 0; place + 15 < 60; place++) {
            int tile = grid.content().order()[place];
            int next = grid.content().order()[place + 15];
            assertEquals(drawn.bank().base(tile), drawn.bank().base(next));
            assertEquals(drawn.bank().rotation(tile) + 1, drawn.bank().rotation(next));
        }
        robot.interact(() -> card.show(Optional.of(drawn), Layout.ORBIT, true));
        assertTrue(
                grid.getAccessibleText().contains("and its 3 copies stand side by side, each turned by 90° more"),
                grid.getAccessibleText());
        robot.interact(() -> {
            TileCloseUp enlarged = new TileCloseUp(grid, drawn.bank().index(14, 3));
            assertEquals("base 15 · 270°", ((Label) enlarged.getChildren().get(0)).getText());
            enlarged.end();
        });
        TileContent orbits = grid.content();
        assertEquals(9, orbits.columns());
        for (int base = 0; base < 15; base++) {
            for (int rotation = 0; rotation < 4; rotation++) {
                int place = base < 8 ? base * 9 + rotation : (base - 8) * 9 + 5 + rotation;
                assertEquals(drawn.bank().index(base, rotation), orbits.order()[place]);
            }
        }
    }

    @Test
    void theTableIsWrittenWhereAPersonSaysAndTheNextDialogBeginsThere(FxRobot robot) throws Exception {
        Path folder = Files.createDirectories(own.resolve("tables"));
        Exporter exporter = Exporter.of(view.getScene());
        robot.interact(() -> exporter.setChooser((owner, name) -> Optional.of(folder.resolve(name))));
        MenuButton menu = (MenuButton) view.lookup("#export-table");
        robot.interact(() -> menu.getItems().get(0).fire());
        Path file = folder.resolve(model.comparisonProperty().get().table().name() + ".csv");
        await(() -> exporter.writing().now().isEmpty());
        assertEquals(ComparisonText.csv(model.comparisonProperty().get()), Files.readString(file));
        assertEquals(Optional.of(folder), exporter.lastFolder());
        assertTrue(view.lookupAll(".muted").stream()
                .anyMatch(
                        node -> node instanceof Label label && label.getText().equals("saved " + file.getFileName())));
    }

    private static Model network(int order) {
        NetworkSpec spec = NetworkSpec.paper(new ImageShape(3, 32, 32), 10, new CyclicGroup(order));
        return new Model(
                Parameters.initial(spec, 1),
                Preparation.identity(spec.input()),
                IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                Map.of());
    }

    @Test
    void figureFourIsOneClickFromTheTopAndItsExportHasTheFocus(FxRobot robot) throws Exception {
        await(() -> view.lookup("#export-figure-4") != null
                && view.lookup("#export-figure-4").isVisible());
        robot.interact(() -> {
            view.setVvalue(0);
            view.layout();
        });
        Node link = view.lookup("#go-figure-4");
        double top = view.sceneToLocal(link.localToScene(0, 0)).getY();
        assertTrue(top >= 0 && top < 60, "in sight before one scrolls: " + top);
        robot.interact(() -> ((Button) link).fire());
        Node export = view.lookup("#export-figure-4");
        robot.interact(() -> {
            double at = view.sceneToLocal(export.localToScene(0, 0)).getY();
            assertTrue(at >= 0 && at < view.getHeight(), "in sight: " + at);
            assertTrue(export.isFocused());
        });
        robot.interact(() -> ((Button) view.lookup("#go-figure-4-disc")).fire());
        robot.interact(
                () -> assertTrue(view.lookup("#export-figure-4-disc").isFocused(), "the disc's beside the square's"));
        ExportMenu sheet = (ExportMenu) view.lookup("#export-figures");
        assertTrue(sheet.content().orElseThrow().figure().title().contains("figures"));
    }
}
