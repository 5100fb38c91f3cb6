package org.whorl.ui.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.whorl.figure.FigureWidth;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Figures for a paper and for slides, out of the dialog. */
@ExtendWith(ApplicationExtension.class)
class FigureExportTest {
    @TempDir
    private static Path folder;

    private ExportMenu menu;
    private Exporter exporting;
    private Path written;

    @Start
    private void start(Stage stage) {
        menu = new ExportMenu(() -> Optional.of(new ExportMenu.Content(
                "layers",
                FilterBankFigure.allLayers(
                        Scenes.digits(4).parameters(), Layout.ORBIT, Scaling.BANK, Palette.BLUE_ORANGE))));
        Scene scene = new Scene(new VBox(menu, menu.message()), 300, 200);
        exporting = Exporter.install(scene, folder.resolve("export.json"), java.util.Map::of, words -> {});
        exporting.setChooser((owner, name) -> {
            written = folder.resolve(name);
            return Optional.of(written);
        });
        stage.setScene(scene);
        stage.show();
    }

    private void save(FxRobot robot, String format, boolean below) throws Exception {
        robot.interact(() -> exporting.remember(ExportSettings.DEFAULT));
        robot.interact(() -> menu.getItems().get(0).fire());
        robot.interact(() -> {
            robot.lookup("#export-" + format).queryAs(RadioButton.class).fire();
            robot.lookup("#export-caption").queryAs(TextArea.class).setText("Orbits of four copies, found by training");
            robot.lookup("#export-caption-below").queryAs(CheckBox.class).setSelected(below);
        });
        assertEquals(
                below ? "Drawn in the picture, and kept in the file’s metadata." : "Kept in the file’s metadata only.",
                robot.lookup("#export-caption-where").queryAs(Label.class).getText());
        robot.interact(
                () -> robot.lookup("#export-save").queryAs(ButtonBase.class).fire());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                        () -> menu.message().getText().equals("saved layers." + format))
                .get());
    }

    @Test
    void allLayersOnOneSheetAreVectorsWithLettersAndTextThatCanBeSearched(FxRobot robot) throws Exception {
        save(robot, "svg", true);
        String svg = Files.readString(written);
        int layers = Scenes.digits(4).spec().layers();
        assertEquals(layers, svg.split("<image ").length - 1, "the colour bars alone are pictures, one a layer");
        assertTrue(svg.split("<rect ").length > layers * 1000, "the filters are squares");
        for (String letter : List.of(">a</text>", ">b</text>")) {
            assertTrue(svg.contains(letter), letter);
        }
        assertTrue(svg.contains(">layer 1</text>"));
        assertTrue(svg.replaceAll("<metadata.*</metadata>", "")
                .contains(">Orbits of four copies, found by training</text>"));
        save(robot, "pdf", true);
        try (var pdf = Loader.loadPDF(written.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("layer 2") && text.contains("Orbits of four copies"), text);
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertTrue(pdf.getPage(0).getResources().getFont(name).isEmbedded(), name.getName());
            }
        }
    }

    @Test
    void aCaptionThatIsOnlyKeptIsNotInThePicture(FxRobot robot) throws Exception {
        save(robot, "svg", false);
        String svg = Files.readString(written);
        assertTrue(svg.contains("Orbits of four copies"), "the file says it");
        assertFalse(svg.contains(">Orbits of four copies, found by training</text>"), "the picture does not");
        save(robot, "png", false);
        assertTrue(Files.readString(written, StandardCharsets.ISO_8859_1).contains("Caption\0Orbits of four"));
    }

    @Test
    void aJournalsColumnAndASlideAreChosenByName(FxRobot robot) {
        robot.interact(() -> exporting.remember(ExportSettings.DEFAULT));
        robot.interact(() -> menu.getItems().get(0).fire());
        ComboBox<?> usual = robot.lookup("#export-usual").queryAs(ComboBox.class);
        TextField centimetres = robot.lookup("#export-cm").queryAs(TextField.class);
        robot.interact(() -> usual.getSelectionModel().select(1 + FigureWidth.COLUMN.ordinal()));
        assertEquals("8.6", centimetres.getText());
        robot.interact(() -> usual.getSelectionModel().select(1 + FigureWidth.SLIDE.ordinal()));
        // 13⅓ inches at 144 to the inch: a slide of 1920 pixels.
        String says = robot
                .lookup(label -> label instanceof Label l && l.getText().startsWith("1,920 × "))
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .collect(Collectors.joining());
        assertTrue(says.startsWith("1,920 × "), says);
        robot.interact(() -> centimetres.setText("9"));
        assertEquals(null, usual.getValue(), "a width of one's own");
        assertTrue(
                Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .map(window -> ((Stage) window).getTitle())
                        .anyMatch(title -> title != null && title.startsWith("Export: All layers, C4")),
                "the dialog says what it exports");
        robot.interact(
                () -> robot.lookup("#export-cm").query().getScene().getWindow().hide());
    }

    @Test
    void theNextDialogBeginsWhereTheLastFileWentAlsoAnotherDay(FxRobot robot) throws Exception {
        save(robot, "png", false);
        Exporter another =
                Exporter.install(new Scene(new VBox()), folder.resolve("export.json"), java.util.Map::of, words -> {});
        assertEquals(Optional.of(folder.toAbsolutePath()), another.lastFolder());
        // A file of an earlier version says nothing of a folder, nor of captions in pictures.
        String json = Files.readString(folder.resolve("export.json"))
                .replaceAll(",\\s*\"captionBelow\" : false,\\s*\"folder\" : \"[^\"]*\"", "");
        assertFalse(json.contains("folder"), json);
        Path older = Files.writeString(folder.resolve("older.json"), json);
        assertEquals(Optional.empty(), ExportSettings.read(older).problem());
        assertEquals(
                Optional.empty(),
                ExportSettings.read(older).value().orElseThrow().lastFolder());
    }
}
