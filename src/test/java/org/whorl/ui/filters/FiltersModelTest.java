package org.whorl.ui.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.figure.FigureOptions;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Layout;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;
import org.whorl.ui.codes.Scenes;
import org.whorl.ui.lab.FilterSelection;
import org.whorl.ui.lab.Inspection;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.picture.ExportMenu;
import org.whorl.ui.picture.Place;
import org.whorl.ui.picture.TileContent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FiltersModelTest {
    private final Lab lab = new Lab();
    private final FiltersModel model = new FiltersModel(lab);

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
        content.numbers().orElseThrow().write(npy);
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
        assertTrue(text.contains("Settings: NetworkSpec["));
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
