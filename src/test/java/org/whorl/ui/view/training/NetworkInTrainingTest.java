package org.whorl.ui.view.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.group.CyclicGroup;
import org.whorl.network.Model;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Objective;
import org.whorl.network.Parameters;
import org.whorl.training.EpochMetrics;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.model.input.Scenes;
import org.whorl.ui.model.run.SavedRun;
import org.whorl.ui.model.settings.Aim;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The network that is shown, also where it is not the one of the run. */
class NetworkInTrainingTest extends TrainingInView {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void theBankGrowsWithTheWindowAndAllOfItIsSeen(FxRobot robot) throws TimeoutException {
        robot.interact(() -> resize(800, 520));
        robot.interact(() -> lab.show(Scenes.digits(6)));
        await(() -> bank() != null && bank().content() != null);
        double before = bank().getHeight();
        robot.interact(() -> resize(1270, 790));
        await(() -> bank().getHeight() > 1.2 * before);
        robot.interact(() -> {
            view.layout();
            assertTrue(
                    bank().localToScene(bank().getLayoutBounds()).getMaxY()
                            <= view.getScene().getHeight(),
                    "without scrolling");
            Label words = (Label) view.lookupAll(".label").stream()
                    .filter(n -> ((Label) n).getText().startsWith("one orbit a row"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(words.isWrapText() && words.getHeight() >= words.prefHeight(words.getWidth()), "not cut");
        });
    }

    private void resize(double width, double height) {
        view.getScene().getWindow().setWidth(width);
        view.getScene().getWindow().setHeight(height);
    }

    private TileGrid bank() {
        return (TileGrid) view.lookup(".tile-grid");
    }

    @Test
    void anotherNetworkHasNoneOfTheRunsCurves(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(() -> {
            runs.giveWay();
            lab.show(Scenes.digits(4));
        });
        String words = "No curves for " + lab.getShown().title() + ": it was not trained here.";
        await(() ->
                view.lookupAll(".label").stream().anyMatch(n -> n.isVisible() && words.equals(((Label) n).getText())));
        await(() -> view.lookup("#chart-loss").getAccessibleText().contains("train –"));
        ShownNetwork shown = lab.getShown();
        robot.interact(() -> lab.show(new ShownNetwork(
                "without images", shown.parameters(), shown.preparation(), shown.classNames(), Optional.empty(), 2)));
        await(() -> view.lookupAll(".label").stream()
                .anyMatch(n -> ((Label) n).getText().startsWith("There are no images of this network")));
    }

    @Test
    void anotherNetworkIsShownAlsoWhereItWasScrolledOutOfSight(FxRobot robot) throws TimeoutException {
        train(robot);
        await(() -> says("layer 1 · 1 × C6"));
        robot.interact(() -> view.setVvalue(1));
        robot.interact(runs::giveWay);
        robot.interact(() -> lab.show(new ShownNetwork(
                "another",
                Parameters.initial(
                        lab.getShown().spec().withGroup(new CyclicGroup(12)).withLayers(1), 1),
                lab.getShown().preparation(),
                lab.getShown().classNames(),
                Optional.empty(),
                lab.getShown().version() + 1)));
        await(() -> view.lookupAll("*").stream()
                .anyMatch(n ->
                        n.getAccessibleText() != null && n.getAccessibleText().startsWith("There are no images")));
        robot.interact(() -> view.setVvalue(0));
        await(() -> says("layer 1 · 1 × C12"));
    }

    private boolean says(String words) {
        return view.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().equals(words));
    }

    @Test
    void anAutoencoderShowsItsPsnrInPlaceOfAnAccuracyItHasNot(FxRobot robot) throws TimeoutException {
        robot.interact(() -> settings.network().aimProperty().set(Aim.RECONSTRUCT));
        robot.interact(runs::start);
        await(() -> runs.shown().curves().map(c -> c.testPsnr().size() == 2).orElse(false));
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db") != null);
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db")
                .getAccessibleText()
                .matches("PSNR.*test [0-9.]+.*"));
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup("#chart-accuracy") == null));
    }

    @Test
    void aKeptAutoencoderShowsItsPsnrWhateverRunsInTheWindow(FxRobot robot) throws TimeoutException {
        train(robot);
        NetworkSpec spec = settings.network().getValue().withObjective(Objective.RECONSTRUCT);
        Model model = new Model(
                Parameters.initial(spec, 1),
                lab.getShown().preparation(),
                lab.getShown().classNames(),
                Map.of());
        EpochMetrics epoch = new EpochMetrics(
                1,
                23,
                9,
                Double.NaN,
                8,
                Double.NaN,
                21.5,
                0.01,
                List.of(0.1, 0.2),
                1,
                List.of(0.01, 0.02),
                List.of(0.3, 0.4),
                1,
                100);
        robot.interact(() -> runs.giveWayTo(new SavedRun(
                Path.of("kept"), model, List.of(epoch), Optional.empty(), Optional.empty(), Optional.empty())));
        await(() -> view.lookup("#chart-psnr-of-reconstructions-db") != null
                && words("chart-psnr-of-reconstructions-db").contains("test 21.5"));
        assertTrue(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> view.lookup("#chart-accuracy") == null));
    }
}
