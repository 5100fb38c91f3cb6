package org.whorl.ui.view.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.file.ReplacedFile;
import org.whorl.group.Support;
import org.whorl.network.Parameters;
import org.whorl.training.StepChange;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FiltersModelTest {
    private final LabState lab = new LabState();
    private final HistoryModel history = new HistoryModel(lab, Optional::empty, Runnable::run);
    private final FiltersModel model = new FiltersModel(lab, history);

    @Test
    void thereIsNothingBeforeThereIsANetwork() {
        assertTrue(model.bank().isEmpty());
        assertTrue(model.export().isEmpty());
    }

    @Test
    void multiplesOf90DegreesAreTheSameUnderEveryInterpolation() {
        lab.show(Scenes.digits(4));
        TileContent content = model.comparison();
        for (int r = 0; r < 4; r++) {
            assertArrayEquals(content.tiles().tile(r), content.tiles().tile(4 + r));
            assertArrayEquals(content.tiles().tile(r), content.tiles().tile(8 + r));
        }
    }

    @Test
    void bilinearSmoothsMoreThanNearest() {
        lab.show(Scenes.digits(6));
        TileContent content = model.comparison();
        assertTrue(norm(content.tiles().tile(6 + 1)) < norm(content.tiles().tile(1)));
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    @Test
    void onADiscNoCornersAreSaidToBeLost() {
        assertTrue(InterpolationCard.loss(Support.SQUARE)
                .startsWith("What turns out of the square at its corners is lost."));
        assertTrue(InterpolationCard.loss(Support.DISC).startsWith("Bilinear and bicubic mix neighbouring pixels"));
    }

    @Test
    void theInspectionHoldsTheFiltersOwnNumbers() {
        lab.show(Scenes.digits(4));
        lab.selectionProperty().set(new FilterSelection(1, 0, 0));
        FilterBank bank = model.bank().orElseThrow();
        Inspection inspection = model.inspect(bank, new Place(bank.index(3, 2), 0, 7));
        assertEquals("layer 2 · base 4 · 180°", inspection.title());
        // Turned by 180°, the top right corner holds what was at the bottom left.
        assertEquals(
                lab.getShown().parameters().filters(1)[3 * 64 + 56], inspection.picture()[7]);
        assertEquals("1.000", inspection.facts().get(0).value(), "norm");
        assertTrue(inspection.words().endsWith("at 4 angles, 90° apart, exactly."), inspection.words());
    }

    @Test
    void exportsWhatIsShown(@TempDir Path folder) throws IOException {
        lab.show(Scenes.digits(6));
        model.setLayer(2);
        model.layoutProperty().set(Layout.PAPER);
        ExportMenu.Content content = model.export().orElseThrow();
        Path npy = folder.resolve(content.name() + ".npy");
        ReplacedFile.write(npy, content.numbers().orElseThrow()::write);
        NpyArray array = Npy.read(npy);
        assertEquals(List.of(60, 1, 8, 8), array.shape());
        assertArrayEquals(model.bank().orElseThrow().tiles().values(), array.values());
        Path svg = folder.resolve(content.name() + ".svg");
        content.figure()
                .write(
                        svg,
                        FigureOptions.pixels(600)
                                .with("Settings", content.metadata().get("Settings")));
        String text = Files.readString(svg);
        assertTrue(text.contains("<title>digits, C6, layer 3: 10 base filters"), text.substring(0, 600));
        assertTrue(text.contains("\"threshold\":0.5"), "every setting, as JSON");
    }

    @Test
    void theLastUpdateIsShownTurnedLikeItsFilter() {
        lab.show(Scenes.digits(4));
        model.picturingProperty().set(FilterQuantity.UPDATE);
        assertTrue(model.bank().isEmpty(), "no step has been made");
        Parameters gradient = Parameters.blank(lab.getShown().spec());
        Parameters update = Parameters.blank(lab.getShown().spec());
        // The top left corner of base filter 1 in the first layer.
        update.values()[update.layout().filters(0).offset()] = 0.25f;
        lab.changeProperty().set(Optional.of(new StepChange(7, gradient, update)));
        FilterBank bank = model.bank().orElseThrow();
        assertEquals(0.25f, bank.tiles().value(bank.index(0, 0), 0, 0, 0));
        assertEquals(0.25f, bank.tiles().value(bank.index(0, 1), 0, 7, 0), "turned counter-clockwise");
        assertEquals("layer 1 · last update at step 7", model.subject());
        List<Fact> facts = model.inspect(bank, new Place(0, 0, 0)).facts();
        assertTrue(facts.contains(new Fact("update : weight", "0.25")), facts.toString());
        assertTrue(facts.contains(new Fact("gradient norm", "0")), facts.toString());
        lab.show(Scenes.digits(6));
        assertTrue(model.bank().isEmpty(), "the update belonged to another network");
    }

    @Test
    void goesRoundTheOrbitAndThroughTheBaseFilters() {
        lab.show(Scenes.digits(6));
        model.selectNext(-1, 1);
        assertEquals(new FilterSelection(0, 9, 1), lab.selectionProperty().get());
        model.selectNext(1, -2);
        assertEquals(new FilterSelection(0, 0, 5), lab.selectionProperty().get());
    }

    @Test
    void numbersInPixelsAreReadableOnEveryColour() {
        for (Palette palette : Palette.values()) {
            for (int i = 0; i <= 256; i++) {
                for (boolean dark : new boolean[] {false, true}) {
                    int argb = palette.argb(i / 256.0, dark);
                    double ground = luminance(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
                    double ink = luminance(FilterPortrait.ink(argb));
                    double contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
                    assertTrue(contrast >= 4.5, palette + " at " + i + ": " + contrast);
                }
            }
        }
        assertEquals("−0.31", FilterPortrait.text(-0.314, 0.4));
        assertEquals("0.00", FilterPortrait.text(-0.001, 0.4));
        assertEquals("3·10⁻³", FilterPortrait.text(0.0031, 0.004));
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double s) {
        return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
    }

    @Test
    void manyRowsOfFewColumnsContinueBesideTheFirst() {
        lab.show(Scenes.digits(4));
        FilterBank bank = model.bank().orElseThrow();
        FilterGridFit fit = FilterGridFit.of(bank.tiles(), 15, 4, Layout.ORBIT, 780, 650);
        assertEquals(2, fit.blocks());
        assertEquals(8, fit.geometry().rows());
        assertEquals(0, fit.geometry().tileWidth() % 8, "whole pixels for every value");
        assertTrue(2 * (fit.geometry().width() + 64) <= 780 && fit.geometry().height() <= 650);
    }
}
