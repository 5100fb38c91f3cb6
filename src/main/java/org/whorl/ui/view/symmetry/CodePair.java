package org.whorl.ui.view.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
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

/**
 * The code of the input, the code of the turned input, the turned code of the input, and the difference of these two. The maps of one orbit
 * stand in a line each, a rotation a column; all maps stand in four blocks.
 */
final class CodePair extends VBox {
    private static final double GAP = 16;
    private static final double CAPTION = 176;
    private static final double LINE = 76;
    private static final double BLOCK = 220;

    private final LabState lab;
    private final TileGrid before = new TileGrid();
    private final TileGrid answer = new TileGrid();
    private final TileGrid turned = new TileGrid();
    private final TileGrid difference = new TileGrid();
    private final List<TileGrid> all = List.of(before, answer, turned, difference);
    private final List<Label> captions = List.of(
            caption("Before"), caption("Turn, then look"), caption("Look, then turn"), caption("The difference"));
    private final List<Label> formulas = List.of(muted(), muted(), muted(), muted());
    private final ColorBar codeLegend = new ColorBar();
    private final ColorBar differenceLegend = new ColorBar();
    private final Label symbols = new Label();
    private final Label verdict = new Label();
    private final GridPane panels = new GridPane();
    private Optional<Boolean> inLines = Optional.empty();
    private Optional<Codes> codes = Optional.empty();
    private Optional<TurnedCode> shown = Optional.empty();

    CodePair(LabState lab) {
        this.lab = lab;
        getStyleClass().add("code-pair");
        panels.getStyleClass().add("code-pair-grids");
        panels.setHgap(GAP);
        panels.setVgap(8);
        symbols.getStyleClass().add("muted");
        verdict.getStyleClass().add("strong");
        for (Label label : List.of(symbols, verdict)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        codeLegend.setMaxWidth(180);
        differenceLegend.setMaxWidth(180);
        HBox legends = new HBox(GAP, legend("codes", codeLegend), legend("difference", differenceLegend));
        getChildren().addAll(symbols, panels, verdict, legends);
        for (TileGrid grid : all) {
            grid.pointedProperty().addListener((o, was, is) -> point(grid, is));
            grid.setOnChosen(this::choose);
        }
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMinWidth(0);
        return label;
    }

    private static Node legend(String name, ColorBar bar) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        HBox box = new HBox(8, label, bar);
        return box;
    }

    /** Captions beside lines of maps, or above blocks. */
    private void arrange(boolean lines) {
        if (inLines.filter(is -> is == lines).isPresent()) {
            return;
        }
        inLines = Optional.of(lines);
        panels.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            VBox words = new VBox(captions.get(i), formulas.get(i));
            words.setAlignment(Pos.CENTER_LEFT);
            if (lines) {
                words.setMinWidth(CAPTION);
                words.setMaxWidth(CAPTION);
                panels.addRow(i, words, all.get(i));
            } else {
                panels.add(new VBox(4, words, all.get(i)), i % 2, i / 2);
            }
        }
    }

    /**
     * Shows a comparison.
     *
     * @param oneOrbit whether only the maps of the selected orbit
     */
    void show(Codes newCodes, TurnedCode comparison, boolean oneOrbit, boolean dark, double width) {
        codes = Optional.of(newCodes);
        shown = Optional.of(comparison);
        NetworkSpec spec = newCodes.shown().spec();
        int bases = spec.baseFilters();
        int count = comparison.answer().count();
        int base = Math.min(lab.selectionProperty().get().base(), bases - 1);
        int[] order = IntStream.range(0, count)
                .filter(k -> !oneOrbit || k % bases == base)
                .toArray();
        arrange(oneOrbit);
        Tiles tiles = comparison.answer();
        double room = oneOrbit ? width - CAPTION - GAP : (width - GAP) / 2;
        OrbitGrid grid = OrbitGrid.fit(
                order.length, oneOrbit ? 1 : bases, tiles.width(), tiles.height(), room, oneOrbit ? LINE : BLOCK, 0);
        TileGeometry fit = grid.geometry();
        int[] cells = Arrays.stream(grid.order()).map(i -> i < 0 ? i : order[i]).toArray();
        boolean inOneLine = oneOrbit && fit.rows() == 1 && spec.group().order() > 1;
        before.setLabels(List.of(), inOneLine ? copies(newCodes, comparison) : List.of());
        Coloring coloring =
                new Coloring(comparison.signed() ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, comparison.signed());
        Coloring signedColoring = new Coloring(Palette.BLUE_ORANGE, dark, true);
        double limit = comparison.limit(order);
        paint(before, comparison.before(), cells, limit, coloring, fit);
        paint(answer, comparison.answer(), cells, limit, coloring, fit);
        paint(turned, comparison.turned(), cells, limit, coloring, fit);
        paint(difference, comparison.difference(), cells, limit, signedColoring, fit);
        codeLegend.show(coloring, limit);
        differenceLegend.show(signedColoring, limit);
        for (TileGrid pictures : all) {
            pictures.highlight(tile -> !oneOrbit && tile % bases == base);
        }
        say(newCodes, comparison);
    }

    private static List<String> copies(Codes of, TurnedCode pair) {
        Copies copies = Copies.of(of.shown().parameters(), pair.layer());
        return IntStream.range(0, copies.group().order())
                .mapToObj(copies::describe)
                .toList();
    }

    private void say(Codes of, TurnedCode pair) {
        List<String> words =
                List.of(PairWords.before(), PairWords.answer(of), PairWords.turned(of, pair), PairWords.difference());
        String seen = PairWords.verdict(of, pair);
        symbols.setText(PairWords.symbols(of, pair));
        verdict.setText(seen);
        for (int i = 0; i < all.size(); i++) {
            formulas.get(i).setText(words.get(i));
            all.get(i).setAccessibleText(captions.get(i).getText() + ". " + words.get(i) + ". " + seen);
        }
    }

    private static void paint(
            TileGrid grid, Tiles tiles, int[] cells, double limit, Coloring coloring, TileGeometry fit) {
        double[] limits = new double[tiles.count()];
        Arrays.fill(limits, limit);
        grid.show(new TileContent(tiles, cells, fit.columns(), limits, coloring), fit);
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
        String what = List.of("f(x)", "f(g·x)", "g·f(x)", "difference").get(all.indexOf(grid));
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
                        new Fact("f(x)", Numbers.format(pair.before().mean(p.tile(), p.row(), p.column()))),
                        new Fact("f(g·x)", Numbers.format(pair.answer().mean(p.tile(), p.row(), p.column()))),
                        new Fact("g·f(x)", Numbers.format(pair.turned().mean(p.tile(), p.row(), p.column()))),
                        new Fact("difference", Numbers.signed(pair.difference().mean(p.tile(), p.row(), p.column()))),
                        new Fact("error of the layer", Numbers.format(pair.error()))),
                PairWords.verdict(of, pair),
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
                            PairWords.verdict(c, pair),
                            answer.content().order(),
                            answer.content().columns()),
                    about,
                    Optional.of(pair::writeNpy));
        }));
    }
}
