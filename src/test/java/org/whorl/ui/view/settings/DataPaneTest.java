package org.whorl.ui.view.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.data.DatasetInfo;
import org.whorl.data.ImageShape;
import org.whorl.ui.model.settings.DataChoice;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class DataPaneTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getRoot();

    private final Settings settings = new Settings(ROOT);
    private final List<String> asked = new ArrayList<>();
    private final List<DataChoice> meant = new ArrayList<>();
    private Optional<Path> answer = Optional.empty();
    private DataPane pane;
    private TrainingPane training;
    private ComboBox<?> box;

    @Start
    void start(Stage stage) {
        settings.dataProperty().set(new DataChoice("rot-mnist", Optional.of(Path.of("somewhere", "mnist"))));
        pane = new DataPane(settings, what -> {
            asked.add(what);
            return answer;
        });
        settings.dataProperty().addListener((o, was, is) -> meant.add(is));
        training = new TrainingPane(settings, what -> answer);
        stage.setScene(new Scene(new VBox(pane, training), 312, 700));
        stage.show();
        box = (ComboBox<?>) pane.lookup("#data");
    }

    private static DatasetInfo missing(String name) {
        return new DatasetInfo(name, name, "", new ImageShape(1, 28, 28), 60_000, 10_000, false, Optional.empty(), 1);
    }

    private void offer(FxRobot robot) {
        robot.interact(() -> pane.offer(List.of(missing("mnist"), missing("rot-mnist"), missing("cifar10"))));
    }

    private String words() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> box.getButtonCell().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .collect(Collectors.joining(" · ")));
    }

    private DataChoice data() {
        return settings.dataProperty().get();
    }

    @Test
    void theBoxNamesTheSetThatIsInUseOnceTheSetsAreKnown(FxRobot robot) {
        offer(robot);
        assertEquals("rot-mnist · mnist", words());
        assertEquals(List.of(), meant, "the user has chosen nothing");
    }

    @Test
    void aNameThatIsLongerThanTheBoxIsWholeInItsTooltip(FxRobot robot) {
        robot.interact(
                () -> settings.dataProperty().set(new DataChoice("leaves:planted=37,every=60", Optional.empty())));
        assertEquals("leaves, lying at 37°, every 60°", box.getTooltip().getText());
    }

    @Test
    void keysGoThroughTheListAndEnterChooses(FxRobot robot) {
        robot.interact(() -> settings.dataProperty().set(DataChoice.DIGITS));
        meant.clear();
        offer(robot);
        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN, 4);
        assertEquals(List.of(), meant, "what is passed over is not read");
        robot.type(KeyCode.ENTER);
        assertEquals(List.of(new DataChoice("cifar10", Optional.empty())), meant);
        assertEquals(List.of(), asked, "no dialog stands in the way");
        assertEquals("cifar10 · files not found", words());
    }

    @Test
    void escapeLeavesTheSetAsItWas(FxRobot robot) {
        robot.interact(() -> settings.dataProperty().set(DataChoice.DIGITS));
        meant.clear();
        robot.interact(box::requestFocus);
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ESCAPE);
        assertTrue(!box.isShowing());
        assertEquals(List.of(), meant);
        assertEquals("Digits (built in) · 28×28 · 1,437 + 360", words());
    }

    @Test
    void ownPicturesAreChosenByAButtonOfTheirOwn(FxRobot robot) {
        answer = Optional.of(ROOT.resolve("shapes"));
        robot.interact(() -> ((Button) pane.lookup("#setting-pictures")).fire());
        assertEquals(new DataChoice("folder:" + ROOT.resolve("shapes"), Optional.empty()), data());
    }

    @Test
    void aWholeDiskIsAFolderToo(FxRobot robot) {
        robot.interact(() -> training.unfold(true));
        assertEquals(ROOT + " …", robot.lookup("#setting-runs").queryButton().getText(), "where runs are kept");
        answer = Optional.of(ROOT);
        robot.interact(() -> pane.lookupAll("#setting-dataFolder .button").stream()
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertEquals(new DataChoice("rot-mnist", Optional.of(ROOT)), data());
        assertEquals("rot-mnist · " + ROOT, words());
    }
}
