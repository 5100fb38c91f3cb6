package org.whorl.ui.view.compare;

import java.util.Arrays;
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
    /** Around the filters, for their marks. */
    static final int MARGIN = 4;

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
        grid.setPadding(new Insets(MARGIN / 2.0));
        HBox head = new HBox(8, key, name);
        head.getStyleClass().add("bank-head");
        setMinWidth(0);
        getChildren().addAll(head, group, grid, pairs);
        grid.pointedProperty()
                .addListener((o, was, is) -> lab.inspectionProperty().set(is.map(this::inspect)));
    }

    /** What the filters of a layer need, whatever the size of one. */
    BankCells cells(Contender of, int ofLayer, Layout layout) {
        FilterBank next = bank(of, ofLayer);
        Layout own = layoutOf(next, layout);
        return new BankCells(
                next.tiles().count(),
                FilterBankFigure.columns(next, own),
                own == Layout.ORBIT,
                next.tiles().width());
    }

    private FilterBank bank(Contender of, int ofLayer) {
        return of == contender && ofLayer == layer
                ? bank
                : FilterBank.of(of.model().parameters(), ofLayer);
    }

    /**
     * Shows a layer's filters.
     *
     * @param side of a filter, in pixels
     * @param height there is, in pixels
     */
    void show(
            Contender shown,
            String shownName,
            int shownLayer,
            Layout layout,
            Scaling scaling,
            boolean dark,
            int side,
            double height) {
        BankCells cells = cells(shown, shownLayer, layout);
        if (shown != contender || shownLayer != layer) {
            bank = bank(shown, shownLayer);
            contender = shown;
            layer = shownLayer;
            count();
        }
        Chooser.paint(key, Contenders.style(slot), dark);
        name.setText(shownName);
        group.setText(bank.describe());
        setPrefWidth(MARGIN + cells.width(side, height));
        TileGeometry geometry = cells.geometry(side, bank.tiles().height(), height);
        int[] filters = FilterBankFigure.order(bank, layoutOf(bank, layout));
        int[] order = Arrays.copyOf(filters, geometry.rows() * geometry.columns());
        Arrays.fill(order, Math.min(filters.length, order.length), order.length, -1);
        grid.show(
                new TileContent(
                        bank.tiles(),
                        order,
                        geometry.columns(),
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
