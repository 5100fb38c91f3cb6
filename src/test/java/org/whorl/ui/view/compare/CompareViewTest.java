package org.whorl.ui.view.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
import org.whorl.network.NetworkSettings;
import org.whorl.ui.control.PolarPlot;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.RunController;
import org.whorl.ui.model.settings.Settings;
import org.whorl.ui.theme.Stylesheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
    @TempDir
    private static Path home;

    private final LabState lab = new LabState();
    private RunController runs;
    private CompareView view;

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(runs::close);
    }

    @Start
    private void start(Stage stage) throws IOException {
        String metrics = "epoch,test_accuracy\n1,0.5\n2,0.75\n";
        CompareModelTest.run(home, "baseline", 1, metrics);
        CompareModelTest.run(home, "quarter", 4, metrics);
        new ComparedNetworks(List.of(source("baseline"), source("quarter"))).write(home.resolve("compare.json"));
        Settings settings = new Settings(home);
        settings.network().text(NetworkSettings.LAYERS).set("1");
        settings.network().text(NetworkSettings.BASE_FILTERS).set("1");
        runs = new RunController(lab, settings, new DatasetCache(), Optional::empty);
        SelectedDataset reader = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        view = new CompareView(
                lab,
                runs,
                () -> home.resolve("runs"),
                home.resolve("compare.json"),
                reader,
                new SimpleObjectProperty<>(List.of()),
                words -> {});
        Scene scene = new Scene(view, 900, 1100);
        Stylesheets.apply(scene, false);
        // Shared by all tests: a whole window leaves it with a least width.
        stage.setMinWidth(0);
        stage.setScene(scene);
        stage.show();
        lab.show(Scenes.digits(4));
    }

    private static Source source(String run) {
        return new Source(Source.Kind.RUN, home.resolve("runs").resolve(run).toString());
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<TileGrid> banks() {
        return view.lookupAll(".tile-grid").stream()
                .map(n -> (TileGrid) n)
                .filter(g -> g.content() != null)
                .toList();
    }

    private List<String> texts() {
        return view.lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void banksStandSideBySideWithWhatTheySpendOnOrientations() throws TimeoutException {
        until(() -> banks().size() == 2);
        assertEquals(12, banks().get(0).content().tiles().count());
        assertEquals(12, banks().get(1).content().tiles().count());
        assertEquals(4, banks().get(1).content().columns(), "an orbit a row");
        until(() -> texts().stream()
                        .filter(t -> t.contains(" of 66 pairs are turns"))
                        .count()
                == 2);
    }

    @Test
    void allBanksAreDrawnWithCellsOfOneSizeThatGrowWithTheWindow(FxRobot robot) throws TimeoutException {
        until(() -> banks().size() == 2);
        double small = cell(banks().get(0));
        assertEquals(small, cell(banks().get(1)));
        robot.interact(() -> view.getScene().getWindow().setWidth(460));
        until(() -> cell(banks().get(0)) < small && cell(banks().get(0)) == cell(banks().get(1)));
    }

    /** How wide a filter is drawn. */
    private static double cell(TileGrid bank) {
        double first = -1;
        for (double x = 0; x < bank.getWidth(); x++) {
            boolean filter = bank.placeAt(x, bank.getHeight() / 2)
                    .filter(p -> p.tile() % bank.content().columns() == 0)
                    .isPresent();
            first = filter && first < 0 ? x : first;
            if (first >= 0 && !filter) {
                return x - first;
            }
        }
        return -1;
    }

    @Test
    void aBoxHasRoomForTheLongestNameOfTheGallerysFirst(FxRobot robot) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Source> box = (ComboBox<Source>) view.lookup(".chooser .combo-box");
            box.setValue(new Source(Source.Kind.GALLERY, "cifar10-baseline"));
            view.applyCss();
            view.layout();
            Labeled cell = box.getButtonCell();
            assertEquals("cifar10-baseline", ((Text) cell.lookup(".text")).getText(), "not cut");
            assertEquals("cifar10-baseline · gallery", cell.getTooltip().getText());
        });
    }

    @Test
    void numbersAndCurvesNameEachNetwork() throws TimeoutException {
        until(() -> texts().stream().anyMatch(t -> t.startsWith("baseline: ")));
        assertTrue(texts().contains("98.61 % of 360"), texts().toString());
        until(() -> texts().contains("75.00 %"));
    }

    @Test
    void namesOfNumbersAreWholeInTheTypeOfAPresentation(FxRobot robot) throws TimeoutException {
        until(() -> texts().stream().anyMatch(t -> t.startsWith("baseline: ")));
        robot.interact(() -> {
            view.setStyle("-fx-font-size: 20px;");
            view.applyCss();
            view.layout();
            Label name = view.lookupAll(".label").stream()
                    .filter(n -> n instanceof Label label && label.getText().equals("test accuracy"))
                    .map(n -> (Label) n)
                    .filter(n -> n.getParent() instanceof NumbersGrid)
                    .findFirst()
                    .orElseThrow();
            assertEquals("test accuracy", ((Text) name.lookup(".text")).getText());
        });
    }

    @Test
    void accuracyByAngleIsMeasuredForAllOfThem(FxRobot robot) throws TimeoutException {
        until(() -> banks().size() == 2 && view.lookup("#measure-accuracy") != null);
        robot.interact(() -> ((Button) view.lookup("#measure-accuracy")).fire());
        until(() -> {
            PolarPlot plot = (PolarPlot) view.lookup(".polar-plot");
            return plot.figure().series().size() == 2
                    && plot.figure().series().stream().allMatch(s -> s.x().length == 72);
        });
        until(() -> texts().contains("360 test images of digits"));
    }

    @Test
    void theRunInTheWindowIsComparedAsItIs(FxRobot robot) throws TimeoutException {
        until(() -> banks().size() == 2);
        robot.interact(runs::step);
        until(() -> {
            runs.look();
            return runs.snapshotProperty().get().orElseThrow().step() == 1;
        });
        List<ComboBox<Source>> boxes = boxes();
        robot.interact(() -> {
            boxes.get(2).getOnShowing().handle(null);
            boxes.get(2).setValue(boxes.get(2).getItems().get(1));
        });
        assertEquals("this run · in the window", boxes.get(2).getValue().listed());
        until(() -> banks().size() == 3);
        assertEquals(6, banks().get(2).content().tiles().count(), "one base filter in C6");
        float[] before = banks().get(2).content().tiles().values();
        robot.interact(runs::step);
        until(() -> {
            runs.look();
            return !Arrays.equals(banks().get(2).content().tiles().values(), before);
        });
    }

    @SuppressWarnings("unchecked")
    private List<ComboBox<Source>> boxes() throws TimeoutException {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookupAll(".chooser .combo-box").stream()
                .map(n -> (ComboBox<Source>) n)
                .toList());
    }

    @Test
    void withoutNetworksTheViewSaysWhatToDo(FxRobot robot) throws TimeoutException {
        until(() -> banks().size() == 2);
        List<ComboBox<Source>> boxes = boxes();
        assertEquals(3, boxes.size());
        robot.interact(() -> boxes.forEach(b -> b.setValue(null)));
        until(() -> view.lookupAll(".label").stream()
                .anyMatch(n ->
                        n.isVisible() && n instanceof Label l && l.getText().startsWith("Choose a network above")));
    }

    private boolean isCurvesExportDisabled() {
        return view.lookup("#curves-export").isDisabled();
    }

    @Test
    void whereThereAreNoCurvesASentenceTakesALineAndThereIsNothingToExport(FxRobot robot) throws TimeoutException {
        until(() -> banks().size() == 2 && !isCurvesExportDisabled());
        List<ComboBox<Source>> boxes = boxes();
        robot.interact(() -> {
            boxes.get(0).setValue(new Source(Source.Kind.GALLERY, "rot-mnist-c4"));
            boxes.get(1).setValue(null);
        });
        until(() -> isCurvesExportDisabled()
                && view.lookupAll(".label").stream()
                        .anyMatch(n -> n.isVisible()
                                && n instanceof Label l
                                && l.getText().startsWith("None of these has curves")));
        robot.interact(view::layout);
        double curves = view.lookup("#curves-export").localToScene(0, 0).getY();
        double accuracy = view.lookup("#measure-accuracy").localToScene(0, 0).getY();
        assertTrue(curves < accuracy && accuracy - curves < 200, curves + " and " + accuracy);
    }

    @Test
    void aModelOfTheGalleryBringsTheCurvesOfItsTraining() throws IOException {
        assertFalse(new Source(Source.Kind.GALLERY, "mnist-c6").read().epochs().isEmpty());
    }
}
