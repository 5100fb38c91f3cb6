package org.whorl.ui.export;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.Figure;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.Theme;
import org.whorl.figure.TurnedGridFigure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ExportDialogTest {
    @TempDir
    private static Path folder;

    private ExportMenu menu;
    private Exporter exporting;
    private Path written;

    @Start
    private void start(Stage stage) {
        menu = new ExportMenu(() -> Optional.of(new ExportMenu.Content(
                "grid",
                new TurnedGridFigure(4, 30),
                Map.of("Seed", "7"),
                Optional.empty(),
                Optional.of(file -> file.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))));
        Scene scene = new Scene(new VBox(menu, menu.message()), 300, 200);
        exporting = Exporter.install(scene, folder.resolve("export.json"), Map::of, words -> {});
        exporting.setChooser((owner, name) -> {
            written = folder.resolve("my-" + name);
            return Optional.of(written);
        });
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void asOnTheFirstDay(FxRobot robot) {
        robot.interact(() -> exporting.remember(ExportSettings.DEFAULT));
    }

    private void choose(FxRobot robot, int item) {
        robot.interact(() -> menu.getItems().get(item).fire());
    }

    private void said(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                        () -> menu.message().getText().equals(words))
                .get());
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).queryAs(TextField.class).setText(text));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() ->
                robot.lookup(id).queryAs(javafx.scene.control.ButtonBase.class).fire());
    }

    private static void press(FxRobot robot, String... ids) {
        for (String id : ids) {
            press(robot, id);
        }
    }

    @Test
    void linesHaveNoPixelsAnInch(FxRobot robot) {
        choose(robot, 0);
        press(robot, "#export-paper", "#export-svg");
        TextField dpi = robot.lookup("#export-dpi").queryAs(TextField.class);
        robot.interact(() -> assertTrue(dpi.isDisabled()));
        press(robot, "#export-png");
        robot.interact(() -> assertFalse(dpi.isDisabled()));
        robot.interact(() -> dpi.getScene().getWindow().hide());
    }

    @Test
    void aWidthOnPaperAndAResolutionGiveThePixels(FxRobot robot) throws Exception {
        choose(robot, 0);
        press(robot, "#export-png", "#export-paper");
        type(robot, "#export-cm", "5.08");
        type(robot, "#export-dpi", "150");
        press(robot, "#export-dark", "#export-transparent");
        robot.interact(
                () -> robot.lookup("#export-caption").queryAs(TextArea.class).setText("Mine"));
        press(robot, "#export-save");
        said("saved my-grid.png");
        var image = ImageIO.read(written.toFile());
        assertEquals(300, image.getWidth(), "2 inches at 150 dpi");
        assertEquals(0, image.getRGB(1, 1) >>> 24, "no ground");
        assertTrue(Files.readString(written, StandardCharsets.ISO_8859_1).contains("Caption\0Mine"));
        ExportSettings kept =
                ExportSettings.read(folder.resolve("export.json")).value().orElseThrow();
        assertEquals(
                new ExportSettings(
                        ExportSettings.Format.PNG,
                        true,
                        5.08,
                        150,
                        1920,
                        true,
                        true,
                        true,
                        false,
                        folder.toAbsolutePath().toString()),
                kept);
    }

    @Test
    void aFileDialogThatIsCancelledLeavesTheChoicesAsTheyAre(FxRobot robot) throws Exception {
        exporting.setChooser((owner, name) -> Optional.empty());
        choose(robot, 0);
        robot.interact(
                () -> robot.lookup("#export-caption").queryAs(TextArea.class).setText("A long caption"));
        press(robot, "#export-save");
        assertEquals(
                "A long caption",
                robot.lookup("#export-caption").queryAs(TextArea.class).getText());
        exporting.setChooser((owner, name) -> Optional.of(folder.resolve("second-" + name)));
        press(robot, "#export-save");
        said("saved second-grid.png");
        assertTrue(robot.lookup("#export-caption").tryQuery().isEmpty(), "the dialog has closed");
        assertEquals(Optional.of(folder), exporting.lastFolder(), "the next one begins there");
    }

    @Test
    void whatWasChosenIsProposedAgain(FxRobot robot) throws Exception {
        exporting.remember(
                new ExportSettings(ExportSettings.Format.SVG, false, 16, 300, 777, false, false, true, false, null));
        choose(robot, 0);
        assertEquals(
                "777", robot.lookup("#export-pixels").queryAs(TextField.class).getText());
        press(robot, "#export-save");
        said("saved my-grid.svg");
        assertTrue(Files.readString(written).contains("<entry name=\"Seed\">7</entry>"));
        // 777 pixels at 144 to the inch.
        assertTrue(Files.readString(written).contains("width=\"388.5pt\""));
    }

    /** What is said before is what the file has. */
    @Test
    void theSizeThatIsSaidIsThatOfTheFileInEveryFormat(FxRobot robot) throws Exception {
        for (String format : new String[] {"png", "svg"}) {
            choose(robot, 0);
            press(robot, "#export-" + format, "#export-paper");
            type(robot, "#export-cm", "16");
            type(robot, "#export-dpi", "300");
            String said = robot.lookup("#export-size").queryAs(Label.class).getText();
            press(robot, "#export-save");
            said("saved my-grid." + format);
            double width;
            double height;
            if (format.equals("png")) {
                var image = ImageIO.read(written.toFile());
                width = image.getWidth() / 300.0 * 2.54;
                height = image.getHeight() / 300.0 * 2.54;
            } else {
                width = points("width") / 72 * 2.54;
                height = points("height") / 72 * 2.54;
            }
            String real = String.format(Locale.ROOT, "%.1f × %.1f cm", width, height);
            assertTrue(said.contains(real), format + " is " + real + ", said was " + said);
        }
    }

    /** A measure of the SVG file as a whole. */
    private double points(String name) throws IOException {
        Matcher measure =
                Pattern.compile("<svg[^>]* " + name + "=\"([0-9.]+)pt\"").matcher(Files.readString(written));
        assertTrue(measure.find(), name);
        return Double.parseDouble(measure.group(1));
    }

    @Test
    void aSizeThatCannotBeIsSaidInOneLineAndNotWritten(FxRobot robot) {
        choose(robot, 0);
        press(robot, "#export-png", "#export-in-pixels");
        for (String wrong : new String[] {"5", "99999", "wide", ""}) {
            type(robot, "#export-pixels", wrong);
            Label problem = robot.lookup(".export-dialog .problem").queryAs(Label.class);
            assertTrue(problem.getText().contains("found " + wrong), problem.getText());
            assertTrue(robot.lookup("#export-save").query().isDisabled());
        }
        type(robot, "#export-pixels", "640");
        assertFalse(robot.lookup("#export-save").query().isDisabled());
    }

    @Test
    void aTableIsToldOfBesideIt(FxRobot robot) throws Exception {
        choose(robot, 2);
        said("saved my-grid.csv");
        assertEquals("a,b\n1,2\n", Files.readString(written));
        String beside = Files.readString(folder.resolve("my-grid.csv-metadata.json"));
        assertTrue(beside.contains("\"whorl:seed\" : \"7\"") && beside.contains("\"whorl:caption\""), beside);
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")), "nothing unfinished is left");
        }
    }

    /** A picture of one colour that does something while it is drawn. */
    private static ExportMenu.Content drawing(Runnable meanwhile) {
        return new ExportMenu.Content("drawn", new Figure() {
            @Override
            public String title() {
                return "Drawn";
            }

            @Override
            public String description() {
                return "One colour.";
            }

            @Override
            public double height(double width, Canvas canvas) {
                return width / 4;
            }

            @Override
            public void draw(Graphics2D g, double width, Theme theme, Canvas canvas) {
                meanwhile.run();
            }
        });
    }

    @Test
    void aPictureIsCopiedInTheBackgroundAndNoWiderThanAClipboardBears(FxRobot robot) throws Exception {
        AtomicBoolean onFx = new AtomicBoolean();
        robot.interact(() -> {
            exporting.remember(new ExportSettings(
                    ExportSettings.Format.PNG, true, 60, 600, 1920, false, false, true, false, null));
            exporting.copy(drawing(() -> onFx.set(Platform.isFxApplicationThread())), menu.message()::setText);
            assertEquals("drawing the picture …", menu.message().getText());
        });
        said("copied the picture, 3,000 pixels wide; a file has all 14,173");
        assertFalse(onFx.get(), "the window goes on meanwhile");
        robot.interact(() ->
                assertEquals(3000, Clipboard.getSystemClipboard().getImage().getWidth()));
    }

    @Test
    void aPictureThatDoesNotFitIntoMemoryIsSaidToBeSo(FxRobot robot) throws Exception {
        ExportMenu.Content large = drawing(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        robot.interact(() -> exporting.copy(large, menu.message()::setText));
        said("could not copy the picture: not enough memory (Java heap space); a smaller width needs less");
        robot.interact(() -> exporting.save(null, large, FigureOptions.pixels(100), "png", menu.message()::setText));
        said("could not save my-drawn.png: not enough memory (Java heap space); a smaller width needs less");
        assertEquals(Optional.empty(), WaitForAsyncUtils.waitForAsyncFx(10_000, () -> exporting
                .writing()
                .now()));
    }

    @Test
    void pictureAndTableCanBeCopied(FxRobot robot) throws Exception {
        choose(robot, 4);
        said("copied the picture");
        robot.interact(() -> assertTrue(Clipboard.getSystemClipboard().hasImage()));
        choose(robot, 5);
        said("copied the table");
        robot.interact(
                () -> assertEquals("a,b\n1,2\n", Clipboard.getSystemClipboard().getString()));
    }
}
