package org.whorl.ui.view.generator;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.group.Generator;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.DatasetCache;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.settings.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pairs of pictures out of two folders, in the window. */
@ExtendWith(ApplicationExtension.class)
class PairsCardTest {
    @TempDir
    Path home;

    private final List<Generator> trained = new ArrayList<>();
    private PairsModel model;
    private PairsCard card;

    @Start
    void start(Stage stage) {
        Settings settings = new Settings(Path.of("unused"));
        SelectedDataset chosen = new SelectedDataset(settings, new DatasetCache(), Platform::runLater);
        model = new PairsModel(new LabState(), settings, chosen, Platform::runLater);
        card = new PairsCard(model, settings, new SimpleObjectProperty<>(List.of()), trained::add);
        stage.setScene(new Scene(card, 900, 500));
        stage.show();
    }

    private Button button(String id) {
        return (Button) card.lookup(id);
    }

    private String words(String id) {
        return ((Label) card.lookup(id)).getText();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** Pictures of noise; their partners are upside down, or noise as well. */
    private void draw(Path from, Path to, int count, boolean related) throws Exception {
        Files.createDirectories(from);
        Files.createDirectories(to);
        Random random = new Random(3);
        for (int n = 0; n < count; n++) {
            var picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            var partner = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 64; i++) {
                int value = random.nextInt(256);
                picture.getRaster().setSample(i % 8, i / 8, 0, value);
                partner.getRaster().setSample(i % 8, 7 - i / 8, 0, related ? value : random.nextInt(256));
            }
            ImageIO.write(picture, "png", from.resolve(n + ".png").toFile());
            ImageIO.write(partner, "png", to.resolve(n + ".png").toFile());
        }
    }

    /** The folder of the partners, which are chosen with their pictures. */
    private Path drawAndChoose(FxRobot robot, int count, boolean related) throws Exception {
        Path from = home.resolve("pictures");
        Path to = home.resolve("partners");
        draw(from, to, count, related);
        robot.interact(() -> {
            model.kindProperty().set(PairKind.FOLDERS);
            model.picturesProperty().set(Optional.of(from));
            model.partnersProperty().set(Optional.of(to));
        });
        return to;
    }

    @Test
    void aDrawnSetIsNamedInWordsWherePairsOfItWereLearnedFrom(FxRobot robot) throws Exception {
        robot.interact(() -> model.setProperty().set(Optional.of("leaves:planted=37,every=60,images=60")));
        robot.interact(button("#learn-pairs")::fire);
        await(() -> !words("#generator-words").isEmpty());
        String words = words("#generator-words");
        assertTrue(words.contains(" pairs of leaves, lying at 37°, every 60°, 60 images, turned by 60°: "), words);
    }

    @Test
    void twoFoldersOfPicturesTeachAMatrixToTrainWith(FxRobot robot) throws Exception {
        Path from = home.resolve("pictures");
        Path to = home.resolve("partners");
        draw(from, to, 400, true);
        robot.interact(() -> model.kindProperty().set(PairKind.FOLDERS));
        assertTrue(button("#learn-pairs").isDisabled(), "folders are still to be chosen");
        assertFalse(button("#train-with-generator").isVisible());
        robot.interact(() -> {
            model.picturesProperty().set(Optional.of(from));
            model.partnersProperty().set(Optional.of(to));
        });
        assertFalse(button("#learn-pairs").isDisabled());
        robot.interact(button("#learn-pairs")::fire);
        await(() -> words("#generator-words").contains("a group of order 2"));
        assertTrue(
                words("#generator-words").startsWith("320 pairs of pictures and partners, as given"),
                words("#generator-words"));
        assertTrue(words("#generator-words").contains("it is no rotation"), words("#generator-words"));
        robot.interact(button("#train-with-generator")::fire);
        assertEquals(2, trained.get(0).order());
        assertEquals(8, trained.get(0).side());
    }

    @Test
    void partnersThatAreNoneAreDoubtedAndAMissingOneIsNamed(FxRobot robot) throws Exception {
        Path to = drawAndChoose(robot, 30, false);
        robot.interact(button("#learn-pairs")::fire);
        await(() -> words("#generator-words").contains("24 pairs are few for 64 pixels"));
        Files.delete(to.resolve("7.png"));
        robot.interact(button("#learn-pairs")::fire);
        await(() -> model.stateProperty().get().problem().contains("7.png: expected the partner of"));
    }

    @Test
    void theFocusStaysWhereOneLearnsAndGoesToNoOtherButton(FxRobot robot) throws Exception {
        drawAndChoose(robot, 400, true);
        robot.interact(() -> {
            button("#learn-pairs").requestFocus();
            button("#learn-pairs").fire();
            assertTrue(button("#cancel-generator").isFocused(), "while it learns");
        });
        await(() -> words("#generator-words").contains("a group of order 2"));
        await(() -> button("#learn-pairs").isFocused());
    }
}
