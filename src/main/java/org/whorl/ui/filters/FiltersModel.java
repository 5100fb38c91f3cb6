package org.whorl.ui.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.whorl.figure.Coloring;
import org.whorl.figure.Figure;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.group.CyclicGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Orbits;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.npy.Npy;
import org.whorl.npy.NpyArray;
import org.whorl.ui.inspector.FilterInspection;
import org.whorl.ui.lab.FilterSelection;
import org.whorl.ui.lab.Inspection;
import org.whorl.ui.lab.Lab;
import org.whorl.ui.picture.ExportMenu;
import org.whorl.ui.picture.Place;
import org.whorl.ui.picture.Provenance;
import org.whorl.ui.picture.TileContent;

/** What the Filters view shows, and how; without a screen. */
public final class FiltersModel {
    private final Lab lab;
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ORBIT);
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(Scaling.BANK);
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.BLUE_ORANGE);
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final Orbits[] orbits = new Orbits[Interpolation.values().length];
    private NetworkSpec orbitsOf;

    public FiltersModel(Lab lab) {
        this.lab = lab;
    }

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    public ObjectProperty<Palette> paletteProperty() {
        return palette;
    }

    /** Whether the selected base filter is shown under all interpolations. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** The layer that is shown, from 0: the selected filter's. */
    public int layer() {
        return lab.selectionProperty().get().layer();
    }

    /** Shows another layer; the selection keeps its place in the bank. */
    public void setLayer(int layer) {
        FilterSelection s = lab.selectionProperty().get();
        lab.selectionProperty().set(new FilterSelection(layer, s.base(), s.rotation()));
    }

    /** The bank that is shown; empty before there is a network. */
    public Optional<FilterBank> bank() {
        return Optional.ofNullable(lab.getShown())
                .map(shown -> FilterBank.of(
                        shown.parameters(), layer(), orbits(shown.spec().interpolation())));
    }

    /** Rotations are the dearest part of a bank and depend on the specification only. */
    private Orbits orbits(Interpolation interpolation) {
        NetworkSpec spec = lab.getShown().spec();
        if (!spec.equals(orbitsOf)) {
            Arrays.fill(orbits, null);
            orbitsOf = spec;
        }
        int i = interpolation.ordinal();
        if (orbits[i] == null) {
            orbits[i] = FilterBank.orbits(spec, interpolation);
        }
        return orbits[i];
    }

    /** The bank as a grid of pictures. */
    public TileContent content(FilterBank bank) {
        return new TileContent(
                bank.tiles(),
                FilterBankFigure.order(bank, layout.get()),
                FilterBankFigure.columns(bank, layout.get()),
                scaling.get().limits(bank.tiles()),
                coloring());
    }

    private Coloring coloring() {
        return new Coloring(palette.get(), lab.darkProperty().get(), true);
    }

    /**
     * The orbit of the selected base filter under every interpolation: a row for each, in the order of {@link Interpolation}, on one
     * scale.
     */
    public TileContent comparison() {
        Parameters parameters = lab.getShown().parameters();
        int base = lab.selectionProperty().get().base();
        int order = parameters.spec().group().order();
        Interpolation[] kinds = Interpolation.values();
        Tiles first = null;
        float[] values = null;
        for (Interpolation kind : kinds) {
            FilterBank bank = FilterBank.of(parameters, layer(), orbits(kind));
            first = bank.tiles();
            values = values == null ? new float[kinds.length * order * first.tileSize()] : values;
            for (int r = 0; r < order; r++) {
                System.arraycopy(
                        first.values(),
                        bank.index(base, r) * first.tileSize(),
                        values,
                        (kind.ordinal() * order + r) * first.tileSize(),
                        first.tileSize());
            }
        }
        Tiles tiles = new Tiles(values, kinds.length * order, first.channels(), first.height(), first.width());
        return new TileContent(
                tiles, IntStream.range(0, tiles.count()).toArray(), order, Scaling.BANK.limits(tiles), coloring());
    }

    /** The angles of the group's elements, for people. */
    public List<String> angles() {
        CyclicGroup group = lab.getShown().spec().group();
        return IntStream.range(0, group.order())
                .mapToObj(r -> CyclicGroup.format(group.angle(r)) + "°")
                .toList();
    }

    /** Selects a filter everywhere. */
    public void select(FilterBank bank, int tile) {
        lab.selectionProperty().set(new FilterSelection(layer(), bank.base(tile), bank.rotation(tile)));
    }

    /** Whether a filter belongs to the orbit of the selected one. */
    public boolean inSelectedOrbit(FilterBank bank, int tile) {
        return bank.base(tile) == lab.selectionProperty().get().base();
    }

    /** What the inspector says about one value of a filter. */
    public Inspection inspect(FilterBank bank, Place place) {
        return FilterInspection.of(
                lab.getShown().parameters(),
                bank,
                layer(),
                place.tile(),
                place.row(),
                place.column(),
                scaling.get().limits(bank.tiles())[place.tile()],
                lab.traceProperty().get());
    }

    /** A sentence for somebody who cannot see the picture. */
    public String describe(FilterBank bank) {
        return "Layer " + (layer() + 1) + ": " + bank.baseFilters() + " base filters, "
                + bank.group().describe() + ", " + bank.tiles().count() + " filters of "
                + bank.tiles().height() + " by " + bank.tiles().width()
                + " values, the greatest of size "
                + String.format(java.util.Locale.ROOT, "%.3f", bank.tiles().peak())
                + ". Arrow keys move from filter to filter, with Shift from value to value; Enter selects.";
    }

    /** The bank as files: as a figure for paper, and as the array [K, C, height, width]; empty before there is a network. */
    public Optional<ExportMenu.Content> export() {
        return bank().map(bank -> {
            Tiles tiles = bank.tiles();
            Figure figure = FilterBankFigure.of(
                    bank,
                    lab.getShown().title() + ", layer " + (layer() + 1),
                    layout.get(),
                    scaling.get(),
                    palette.get());
            return new ExportMenu.Content(
                    "filters-layer" + (layer() + 1),
                    figure,
                    Provenance.of(lab.getShown()),
                    Optional.of(file -> Npy.write(
                            NpyArray.of(tiles.values(), tiles.count(), tiles.channels(), tiles.height(), tiles.width()),
                            file)));
        });
    }
}
