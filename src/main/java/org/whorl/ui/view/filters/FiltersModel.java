package org.whorl.ui.view.filters;

import java.util.List;
import java.util.Locale;
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
import org.whorl.figure.FilterCharacter;
import org.whorl.figure.FilterFilm;
import org.whorl.figure.Layout;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.file.Npy;
import org.whorl.file.NpyArray;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.insight.OtherGroup;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.training.FilterHistory;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.ExportMetadata;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;

/** What the Filters view shows, and how; without a screen. */
public final class FiltersModel {
    private final LabState lab;
    private final BankSource pictured;
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ORBIT);
    private final BooleanProperty single = new SimpleBooleanProperty();
    private final ObjectProperty<Scaling> scaling = new SimpleObjectProperty<>(Scaling.BANK);
    private final BooleanProperty comparing = new SimpleBooleanProperty();

    /**
     * A model.
     *
     * @param history decides whether filters are shown as they are or as they were
     */
    public FiltersModel(LabState lab, HistoryModel history) {
        this.lab = lab;
        pictured = new BankSource(lab, history);
    }

    /** What is shown of every filter. */
    public ObjectProperty<FilterQuantity> picturingProperty() {
        return pictured.picturingProperty();
    }

    /** Whether the selected filter is shown alone, with its numbers. */
    public BooleanProperty singleProperty() {
        return single;
    }

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    public ObjectProperty<Scaling> scalingProperty() {
        return scaling;
    }

    /** Whether the selected base filter is shown under all interpolations. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** The layer that is shown, from 0: the selected filter's. */
    public int layer() {
        return pictured.layer();
    }

    /** Shows another layer; the selection keeps its place in the bank. */
    public void setLayer(int layer) {
        FilterSelection s = lab.selectionProperty().get();
        lab.selectionProperty().set(new FilterSelection(layer, s.base(), s.rotation()));
    }

    /** The bank that is shown; empty before there is a network, or where no step has said yet what it changed. */
    public Optional<FilterBank> bank() {
        return pictured.bank();
    }

    /** In a few words, what is shown: “layer 1 · gradient at step 12”, “layer 1 · after epoch 3”. */
    public String subject() {
        return pictured.subject();
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
        return new Coloring(lab.paletteProperty().get(), lab.darkProperty().get(), true);
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
            FilterBank bank = FilterBank.of(parameters, layer(), pictured.orbits(parameters.spec(), kind));
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
        Tiles tiles = new Tiles(
                values, kinds.length * order, first.channels(), first.height(), first.width(), first.support());
        return new TileContent(
                tiles, IntStream.range(0, tiles.count()).toArray(), order, Scaling.BANK.limits(tiles), coloring());
    }

    /** The copies of a filter, for people: angles, or powers of a matrix. */
    static List<String> names(Copies copies) {
        return IntStream.range(0, copies.group().order())
                .mapToObj(copies::describe)
                .toList();
    }

    /** Selects a filter everywhere. */
    public void select(FilterBank bank, int tile) {
        lab.selectionProperty().set(selection(bank, tile));
    }

    /** The filter of the network's own bank that is most like one of the bank that is shown. */
    private FilterSelection selection(FilterBank bank, int tile) {
        FiniteGroup own = lab.getShown().spec().group();
        return new FilterSelection(
                layer(), bank.base(tile), OtherGroup.rotation(bank.rotation(tile), bank.group(), own));
    }

    /** The selected filter's place in the bank that is shown; −1 where its base filter is not in it. */
    int selected(FilterBank bank) {
        FilterSelection s = lab.selectionProperty().get();
        FiniteGroup own = lab.getShown().spec().group();
        return s.base() >= bank.baseFilters()
                ? -1
                : bank.index(s.base(), OtherGroup.rotation(s.rotation(), own, bank.group()));
    }

    /** Whether a filter belongs to the orbit of the selected one. */
    public boolean inSelectedOrbit(FilterBank bank, int tile) {
        return bank.base(tile) == lab.selectionProperty().get().base();
    }

    /** What the inspector says about one value of a filter. */
    public Inspection inspect(FilterBank bank, Place place) {
        double limit = scaling.get().limits(bank.tiles())[place.tile()];
        if (pictured.isNow()) {
            return FilterInspection.of(
                    lab.getShown().parameters(),
                    bank,
                    layer(),
                    place.tile(),
                    place.row(),
                    place.column(),
                    limit,
                    lab.traceProperty().get());
        }
        Tiles tiles = bank.tiles();
        return new Inspection(
                subject() + " · " + bank.name(place.tile()),
                tiles.tile(place.tile()),
                tiles.channels(),
                tiles.width(),
                true,
                limit,
                place.row(),
                place.column(),
                numbers(bank, place.tile()),
                words(bank, place.tile()),
                Optional.of(selection(bank, place.tile())));
    }

    private String words(FilterBank bank, int tile) {
        return switch (pictured.picturingProperty().get()) {
            case FILTERS -> FilterCharacter.of(bank.tiles(), tile).words();
            case GRADIENT ->
                "Positive where the loss would grow if the filter’s value did. All copies are one learned filter, so that their"
                        + " gradients are added up; the sum is drawn turned like each copy.";
            case UPDATE ->
                "By how much the last step changed the filter: what training added, less what scaling it back to norm 1 took.";
        };
    }

    /** Numbers of what is shown of one filter, and of what the last step did to it. */
    List<Fact> numbers(FilterBank bank, int tile) {
        return FilterFacts.of(
                bank,
                tile,
                layer(),
                lab.getShown().parameters(),
                lab.changeProperty().get());
    }

    /** The orbit's filter that is {@code base} base filters and {@code turns} rotations further, going round. */
    void selectNext(int base, int turns) {
        FilterSelection s = lab.selectionProperty().get();
        NetworkSpec spec = lab.getShown().spec();
        lab.selectionProperty()
                .set(new FilterSelection(
                        s.layer(),
                        Math.floorMod(s.base() + base, spec.baseFilters()),
                        Math.floorMod(s.rotation() + turns, spec.group().order())));
    }

    /** A film of a history, as the filters are shown now. */
    FilterFilm film(FilterHistory of) {
        return new FilterFilm(
                of.folder().getFileName().toString(),
                of.epochs(),
                of::at,
                Math.min(layer(), of.spec().layers() - 1),
                layout.get(),
                scaling.get(),
                lab.paletteProperty().get(),
                null);
    }

    /** A sentence for a screen reader. */
    public String describe(FilterBank bank) {
        return subject().replaceFirst("^l", "L") + ": " + bank.baseFilters() + " base filters, "
                + bank.describe() + ", " + bank.tiles().count() + " filters of "
                + bank.tiles().height() + " by " + bank.tiles().width()
                + " values, the greatest of size "
                + String.format(Locale.ROOT, "%.3f", bank.tiles().peak())
                + ". Arrow keys move from filter to filter, with Shift from value to value; Enter selects.";
    }

    /** All layers on one sheet, arranged as the bank is; empty before there is a network. */
    Optional<ExportMenu.Content> exportLayers() {
        return Optional.ofNullable(lab.lookedAt())
                .map(parameters -> new ExportMenu.Content(
                        "all-layers",
                        FilterBankFigure.allLayers(
                                parameters,
                                layout.get(),
                                scaling.get(),
                                lab.paletteProperty().get()),
                        ExportMetadata.of(lab.getShown()),
                        Optional.empty()));
    }

    /** The bank as files: as a figure for paper, and as the array [K, C, height, width]; empty before there is a network. */
    public Optional<ExportMenu.Content> export() {
        return bank().map(bank -> {
            Tiles tiles = bank.tiles();
            Figure figure = FilterBankFigure.of(
                    bank,
                    lab.getShown().title() + ", " + subject(),
                    layout.get(),
                    scaling.get(),
                    lab.paletteProperty().get());
            return new ExportMenu.Content(
                    pictured.picturingProperty().get().label().replace("last ", "") + "-layer" + (layer() + 1),
                    figure,
                    ExportMetadata.of(lab.getShown()),
                    Optional.of(out -> Npy.write(
                            NpyArray.of(tiles.values(), tiles.count(), tiles.channels(), tiles.height(), tiles.width()),
                            out)));
        });
    }
}
