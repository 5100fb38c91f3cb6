package org.whorl.ui.view.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.whorl.ui.Sight;
import org.whorl.ui.model.data.SetFiles;
import org.whorl.ui.model.settings.DataChoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of sets in the Data view, as a person uses it. */
@ExtendWith(ApplicationExtension.class)
class SetListTest extends DataOnStage {
    @TempDir
    static Path folder;

    @Start
    private void start(Stage stage) {
        open(stage);
    }

    @Test
    void theBuiltInDigitsAreListedTurnedAsWell(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> ((RadioButton) view.lookup("#set-rot-digits")).fire());
        assertEquals("rot-digits", settings.dataProperty().get().name());
        assertEquals(1, view.lookupAll("#set-rot-digits").size());
    }

    @Test
    void aSetThatIsMissingSaysSoInPlaceAndOffersToGetIt(FxRobot robot) throws Exception {
        says("not on this machine");
        assertTrue(view.lookup("#set-mnist").isDisabled());
        Button get = (Button) view.lookup("#get-mnist");
        assertEquals("Get… 4.0 MB", get.getText());
        robot.interact(get::fire);
        says("1.0 MB of 4.0 MB");
        robot.interact(() -> ((Button) view.lookup("#cancel-mnist")).fire());
        says("Stopped.");
        until(() -> get.getText().equals("Resume"));
        robot.interact(get::fire);
        says("1.0 MB of 4.0 MB");
        Path mnist = SetFiles.idx(folder.resolve("mnist"));
        source.finish(mnist);
        says(mnist.toString());
        assertFalse(view.lookup("#set-mnist").isDisabled());
    }

    @Test
    void aSetThatCannotBeReadSaysWhyInPlaceOfItsPictures(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> settings.dataProperty().set(new DataChoice("mnist", Optional.of(Path.of("nowhere")))));
        says("nowhere: expected a folder with train-images-idx3-ubyte");
        assertTrue(Sight.isSeen(view.lookup("#read-again")));
        assertFalse(Sight.isSeen(view.lookup("#turn-samples")));
        robot.interact(() -> ((RadioButton) view.lookup("#set-digits")).fire());
        until(() -> Sight.isSeen(view.lookup("#turn-samples")));
        assertFalse(Sight.isSeen(view.lookup("#read-again")));
    }

    @Test
    void whatIsOpenedIsListedAndCanBeChosenAgain(FxRobot robot) throws Exception {
        shown();
        Path pictures = SetFiles.pictures(folder.resolve("drawn"), 12);
        robot.interact(() -> sets.open(List.of(pictures)));
        says("drawn is chosen.");
        until(() -> chosen.stateProperty().get().data().isPresent());
        says(pictures.toString());
        until(() -> grids("Images 1 to").anyMatch(g -> g.getAccessibleText().contains("of drawn, train")));
        robot.interact(() -> ((RadioButton) view.lookup("#set-digits")).fire());
        until(() -> settings.dataProperty().get().equals(DataChoice.DIGITS));
        assertTrue(texts().stream().anyMatch(t -> t.equals(pictures.toString())), "still listed");
    }

    @Test
    void whatIsNoSetIsSaidInOneLine(FxRobot robot) throws TimeoutException {
        shown();
        robot.interact(() -> sets.open(List.of(folder.resolve("no such file"))));
        says("no such file: expected ");
        Label problem = (Label) view.lookup(".problem");
        assertFalse(problem.getText().contains("\n"));
        assertEquals(1, javafx.stage.Window.getWindows().size(), "no dialog");
        assertEquals(DataChoice.DIGITS, settings.dataProperty().get());
    }
}
