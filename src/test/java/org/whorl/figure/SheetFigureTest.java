package org.whorl.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.data.ImageShape;
import org.whorl.group.CyclicGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SheetFigureTest {
    private static final Figure BANK = FilterBankFigure.of(Exported.R90, 0, Layout.PAPER, Scaling.BANK);

    @TempDir
    Path folder;

    @Test
    void panelsStandInRowsWithLettersBeforeTheirWords() throws Exception {
        Figure sheet = new SheetFigure(
                "All",
                "Three.",
                List.of(
                        new SheetFigure.Panel("layer 1", BANK),
                        new SheetFigure.Panel("layer 2", BANK),
                        new SheetFigure.Panel("layer 3", BANK)),
                2);
        Path file = folder.resolve("sheet.svg");
        sheet.write(file, FigureOptions.centimetres(FigureWidth.PAGE.centimetres(), FigureWidth.PAGE.dpi()));
        String svg = Files.readString(file);
        for (String words : List.of(">a<", ">b<", ">c<", ">layer 3<")) {
            assertTrue(svg.contains(words), words);
        }
        double one = BANK.height(100, Figure.Canvas.VECTOR);
        assertTrue(sheet.height(218, Figure.Canvas.VECTOR) > 2 * one, "two rows");
        assertTrue(sheet.height(218, Figure.Canvas.VECTOR) < 2 * one + 60, "two rows");
    }

    @Test
    void aSheetWithoutPanelsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SheetFigure("", "", List.of(), 2));
    }

    @Test
    void aCaptionBelowIsBrokenBetweenWordsAndIsText() throws Exception {
        String caption = "Filters of the first layer, an orbit a row, each turned by a quarter from column to column.";
        Figure captioned = new CaptionFigure(BANK, caption);
        double more = captioned.height(150, Figure.Canvas.VECTOR) - BANK.height(150, Figure.Canvas.VECTOR);
        assertTrue(more > 3 * 11, "several lines where it is narrow: " + more);
        assertTrue(
                captioned.height(900, Figure.Canvas.VECTOR) - BANK.height(900, Figure.Canvas.VECTOR) < 25,
                "one line where it is wide");
        Path file = folder.resolve("captioned.svg");
        captioned.write(file, FigureOptions.centimetres(20, 144));
        assertTrue(Files.readString(file).contains("an orbit a row"));
    }

    @Test
    void aSlideIs1920PixelsWide() {
        assertEquals(
                1920,
                FigureOptions.centimetres(FigureWidth.SLIDE.centimetres(), FigureWidth.SLIDE.dpi())
                        .pixels());
    }

    @Test
    void layersThatShareTheirFiltersAreOnePanelAndSaySo() {
        NetworkSpec own = NetworkSpec.paper(new ImageShape(1, 28, 28), 10, new CyclicGroup(4));
        NetworkSpec shared = own.withIteration(own.unfolding(), WeightTying.TIED, own.shrinkage(), own.stepSize());
        SheetFigure one = (SheetFigure) FilterBankFigure.allLayers(
                Parameters.initial(shared, 1), Layout.ORBIT, Scaling.BANK, Palette.BLUE_ORANGE);
        assertEquals(
                List.of("layers 1 to 4, which share their filters"),
                one.panels().stream().map(SheetFigure.Panel::words).toList());
        SheetFigure four = (SheetFigure)
                FilterBankFigure.allLayers(Parameters.initial(own, 1), Layout.ORBIT, Scaling.BANK, Palette.BLUE_ORANGE);
        assertEquals(4, four.panels().size());
    }
}
