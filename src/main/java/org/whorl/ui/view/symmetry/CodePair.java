package org.whorl.ui.view.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.group.CyclicGroup;
import org.whorl.group.FiniteGroup;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.OrbitGrid;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;

/** The code of the turned input, the turned code of the input, and their difference. */
final class CodePair extends VBox {
    private static final double GAP = 20;
    private static final double HEIGHT = 220;

    private final LabState lab;
    private final TileGrid answer = new TileGrid();
    private final TileGrid turned = new TileGrid();
    private final TileGrid difference = new TileGrid();
    private final ColorBar codeLegend = new ColorBar();
    private final ColorBar differenceLegend = new ColorBar();
    private final Label verdict = new Label();
    private final HBox grids;
    private Optional<Codes> codes = Optional.empty();
    private Optional<TurnedCode> shown = Optional.empty();

    CodePair(LabState lab) {
        this.lab = lab;
        getStyleClass().add("code-pair");
        grids = new HBox(
                GAP,
                captioned("code of the turned input  f(g·x)", answer),
                captioned("turned code of the input  g·f(x)", turned),
                captioned("difference", difference));
        grids.getStyleClass().add("code-pair-grids");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        codeLegend.setMaxWidth(180);
        differenceLegend.setMaxWidth(180);
        HBox legends = new HBox(GAP, legend("codes", codeLegend), legend("difference", differenceLegend));
        getChildren().addAll(grids, legends, verdict);
        for (TileGrid grid : List.of(answer, turned, difference)) {
            grid.pointedProperty().addListener((o, was, is) -> point(grid, is));
            grid.setOnChosen(this::choose);
        }
    }

    private static Node captioned(String caption, TileGrid grid) {
        Label label = new Label(caption);
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        VBox box = new VBox(4, label, grid);
        box.setMinWidth(0);
        return box;
    }

    private static Node legend(String name, ColorBar bar) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        HBox box = new HBox(8, label, bar);
        return box;
    }

    /**
     * Shows a comparison.
     *
     * @param oneOrbit whether only the maps of the selected orbit
     */
    void show(Codes newCodes, TurnedCode comparison, boolean oneOrbit, boolean dark, double width) {
        codes = Optional.of(newCodes);
        shown = Optional.of(comparison);
        int bases = newCodes.shown().spec().baseFilters();
        int count = comparison.answer().count();
        int base = Math.min(lab.selectionProperty().get().base(), bases - 1);
        int[] order = IntStream.range(0, count)
                .filter(k -> !oneOrbit || k % bases == base)
                .toArray();
        double block = (width - 2 * GAP) / 3;
        Tiles tiles = comparison.answer();
        OrbitGrid grid =
                OrbitGrid.fit(order.length, oneOrbit ? 1 : bases, tiles.width(), tiles.height(), block, HEIGHT, 0);
        TileGeometry fit = grid.geometry();
        int[] cells = Arrays.stream(grid.order()).map(i -> i < 0 ? i : order[i]).toArray();
        boolean signed = LayerMaps.signed(comparison.answer()) || LayerMaps.signed(comparison.turned());
        Coloring coloring = new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, signed);
        Coloring signedColoring = new Coloring(Palette.BLUE_ORANGE, dark, true);
        double limit = comparison.limit(order);
        paint(answer, comparison.answer(), cells, limit, coloring, fit);
        paint(turned, comparison.turned(), cells, limit, coloring, fit);
        paint(difference, comparison.difference(), cells, limit, signedColoring, fit);
        codeLegend.show(coloring, limit);
        differenceLegend.show(signedColoring, limit);
        for (TileGrid pictures : List.of(answer, turned, difference)) {
            pictures.highlight(tile -> !oneOrbit && tile % bases == base);
        }
        String words = words(newCodes, comparison);
        verdict.setText(words);
        answer.setAccessibleText("The code of the turned input. " + words);
        turned.setAccessibleText("The turned code of the input. " + words);
        difference.setAccessibleText("Their difference. " + words);
    }

    private static void paint(
            TileGrid grid, Tiles tiles, int[] cells, double limit, Coloring coloring, TileGeometry fit) {
        double[] limits = new double[tiles.count()];
        Arrays.fill(limits, limit);
        grid.show(new TileContent(tiles, cells, fit.columns(), limits, coloring), fit);
    }

    /** What is to be seen, in a sentence. */
    static String words(Codes codes, TurnedCode comparison) {
        FiniteGroup group = codes.shown().spec().group();
        double degrees = codes.degrees();
        double steps = degrees / group.generatorAngle();
        String angle = CyclicGroup.format(degrees) + "°";
        String size = comparison.error() < 1e-5
                ? "the two are the same but for rounding"
                : String.format(Locale.ROOT, "the two differ by %.3g %% of the code’s norm", 100 * comparison.error());
        String why;
        if (degrees % 360 == 0) {
            why = "The input is upright. Turn it, and every map turns along";
        } else if (codes.shown().spec().generator().hasMatrices()) {
            why =
                    "The copies are made by matrices, which need not turn them; the orbits are shifted as if each were turned"
                            + " by " + CyclicGroup.format(group.generatorAngle()) + "° more";
        } else if (group.order() == 1) {
            why = "Without rotated filters no map takes over from another when the input turns by " + angle;
        } else if (Math.abs(steps - Math.rint(steps)) > 1e-9) {
            why = "C" + group.order() + " has no rotation by " + angle + ", so the orbits are shifted by a fraction";
        } else {
            long places = Math.floorMod(Math.round(steps), (long) group.order());
            why = "Turned by " + angle + ", every map turns and moves " + places + (places == 1 ? " place" : " places")
                    + " along its orbit";
        }
        return why + ": in layer " + (comparison.layer() + 1) + ", " + size + ".";
    }

    private void choose(Place place) {
        codes.ifPresent(c -> {
            int bases = c.shown().spec().baseFilters();
            shown.ifPresent(s -> lab.selectionProperty()
                    .set(new FilterSelection(s.layer(), place.tile() % bases, place.tile() / bases)));
        });
    }

    private void point(TileGrid grid, Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.filter(p -> shown.isPresent()).map(p -> inspect(grid, p, codes.orElseThrow(), shown.get())));
    }

    private Inspection inspect(TileGrid grid, Place p, Codes of, TurnedCode pair) {
        FilterBank bank = FilterBank.of(of.shown().parameters(), pair.layer());
        Tiles tiles = grid.content().tiles();
        String what = grid == answer ? "f(g·x)" : grid == turned ? "g·f(x)" : "difference";
        return new Inspection(
                "layer " + (pair.layer() + 1) + " · " + what + " · " + bank.name(p.tile()),
                tiles.tile(p.tile()),
                1,
                tiles.width(),
                grid.content().coloring().signed(),
                grid.content().limits()[p.tile()],
                p.row(),
                p.column(),
                List.of(
                        new Fact("f(g·x)", Numbers.format(pair.answer().mean(p.tile(), p.row(), p.column()))),
                        new Fact("g·f(x)", Numbers.format(pair.turned().mean(p.tile(), p.row(), p.column()))),
                        new Fact("difference", Numbers.signed(pair.difference().mean(p.tile(), p.row(), p.column()))),
                        new Fact("error of the layer", Numbers.format(pair.error()))),
                words(of, pair),
                Optional.of(new FilterSelection(pair.layer(), bank.base(p.tile()), bank.rotation(p.tile()))));
    }

    /** The comparison as files; empty before there is one. */
    Optional<ExportMenu.Content> export() {
        return shown.flatMap(pair -> codes.map(c -> {
            Map<String, String> about = ExportMetadata.of(c.shown());
            about.put("Input", c.input().name() + ", turned by " + Numbers.format(c.degrees()) + "°");
            return new ExportMenu.Content(
                    "turned-code-layer" + (pair.layer() + 1),
                    pair.figure(
                            words(c, pair),
                            answer.content().order(),
                            answer.content().columns()),
                    about,
                    Optional.of(pair::writeNpy));
        }));
    }
}
