package org.whorl.ui.view.compare;

import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.insight.RotationPairs;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.BackgroundJob;

/** The filters of one network's layer, and how many of them are turns of one another. */
final class BankColumn extends VBox {
    private static final int GAP = 3;
    private static final int LARGEST = 48;

    private final BackgroundJob<RotationPairs> counting = new BackgroundJob<>("whorl-pairs", Platform::runLater);
    private final LabState lab;
    private final int slot;
    private final Line key;
    private final Label name = new Label();
    private final Label group = new Label();
    private final Label pairs = new Label();
    private final TileGrid grid = new TileGrid();
    private Contender contender;
    private int layer = -1;
    private FilterBank bank;

    BankColumn(LabState lab, int slot) {
        super(6);
        this.lab = lab;
        this.slot = slot;
        key = Chooser.keyLine(Contenders.style(slot));
        name.getStyleClass().add("strong");
        group.getStyleClass().add("muted");
        pairs.getStyleClass().add("muted");
        pairs.setWrapText(true);
        pairs.setMinHeight(USE_PREF_SIZE);
        grid.setPadding(new Insets(2));
        HBox head = new HBox(8, key, name);
        head.getStyleClass().add("bank-head");
        setMinWidth(0);
        getChildren().addAll(head, group, grid, pairs);
        grid.pointedProperty()
                .addListener((o, was, is) -> lab.inspectionProperty().set(is.map(this::inspect)));
    }

    /** Shows a layer's filters in the room there is. */
    void show(
            Contender shown,
            String shownName,
            int shownLayer,
            Layout layout,
            Scaling scaling,
            boolean dark,
            double width,
            double height) {
        if (shown != contender || shownLayer != layer) {
            contender = shown;
            layer = shownLayer;
            bank = FilterBank.of(shown.model().parameters(), layer);
            count();
        }
        Chooser.paint(key, Contenders.style(slot), dark);
        name.setText(shownName);
        group.setText(bank.describe());
        setMaxWidth(width);
        Layout own = layoutOf(bank, layout);
        int[] order = FilterBankFigure.order(bank, own);
        int columns = FilterBankFigure.columns(bank, own);
        TileGeometry geometry = fit(bank.tiles(), order.length / columns, columns, width - 4, height);
        grid.show(
                new TileContent(
                        bank.tiles(),
                        order,
                        columns,
                        scaling.limits(bank.tiles()),
                        new Coloring(Palette.BLUE_ORANGE, dark, true)),
                geometry);
        grid.setAccessibleText(shownName + ", layer " + (layer + 1) + ": "
                + bank.tiles().count() + " filters, " + bank.describe() + ". " + pairs.getText());
    }

    /** Orbits of a single filter are no rows: without rotations there is only the square grid. */
    static Layout layoutOf(FilterBank bank, Layout layout) {
        return bank.group().order() == 1 ? Layout.PAPER : layout;
    }

    static TileGeometry fit(Tiles tiles, int rows, int columns, double width, double height) {
        int side = (int) Math.max(8, Math.min(LARGEST, Math.min(width / columns - GAP, height / rows - GAP)));
        // Whole multiples of the filter's size, whose values are all squares, where that leaves little room unused.
        if (side >= tiles.width() && side % tiles.width() <= tiles.width() / 2) {
            side -= side % tiles.width();
        }
        int h = Math.max(1, side * tiles.height() / tiles.width());
        return new TileGeometry(rows, columns, side, h, side + GAP, h + GAP);
    }

    private void count() {
        Tiles tiles = bank.tiles();
        pairs.setText("");
        counting.replace(
                "",
                report -> RotationPairs.of(tiles.values(), tiles.count(), tiles.channels(), tiles.width()),
                found -> pairs.setText(words(found)),
                problem -> pairs.setText("could not count pairs: " + problem));
    }

    static String words(RotationPairs found) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d pairs are turns of one another (correlation ≥ %s)",
                found.pairs(),
                found.all(),
                RotationPairs.CORRELATION);
    }

    private Inspection inspect(Place place) {
        Inspection of = FilterInspection.of(
                contender.model().parameters(),
                bank,
                layer,
                place.tile(),
                place.row(),
                place.column(),
                grid.content().limits()[place.tile()],
                Optional.empty());
        // Without its filter: the inspector would look for its orbit in the network that the window shows.
        return new Inspection(
                name.getText() + " · " + of.title(),
                of.picture(),
                of.channels(),
                of.columns(),
                of.signed(),
                of.limit(),
                of.row(),
                of.column(),
                of.facts(),
                of.words(),
                Optional.empty());
    }
}
