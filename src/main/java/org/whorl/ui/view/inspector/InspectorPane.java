package org.whorl.ui.view.inspector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.network.Parameters;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.FactTable;

/** What is under the cursor, or else the selected filter: enlarged, with its legend, its numbers, its orbit, and in words. */
public final class InspectorPane extends VBox {
    private static final int LARGEST_PICTURE = 640;
    private static final int THUMBNAIL = 32;
    private static final int THUMBNAIL_GAP = 5;

    private final LabState lab;
    private final TileGrid picture = new TileGrid();
    private final Label title = new Label();
    private final Label value = new Label();
    private final ColorBar legend = new ColorBar();
    private final FactTable facts = new FactTable();
    private final TileGrid orbit = new TileGrid();
    private final Label words = new Label();
    private final VBox orbitSection = section("Its orbit", orbit);
    private final OrbitCodes codes = new OrbitCodes();
    private final VBox codesSection = section("Its codes", codes);
    private final Repainter repainter = new Repainter(this, this::paint);
    private FilterSelection orbitOf;

    public InspectorPane(LabState lab) {
        this.lab = lab;
        getStyleClass().add("inspector");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        title.getStyleClass().add("card-title");
        value.getStyleClass().add("muted");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        picture.setFocusTraversable(false);
        VBox head = new VBox(picture, title, value);
        head.getStyleClass().add("inspector-head");
        getChildren()
                .addAll(
                        section("Inspector", head),
                        section("Legend", legend),
                        section("Numbers", facts),
                        orbitSection,
                        codesSection,
                        section("In words", words));
        orbit.setOnChosen(this::choose);
        repainter.requestOn(
                lab.inspectionProperty(),
                lab.selectionProperty(),
                lab.shownProperty(),
                lab.pastProperty(),
                lab.traceProperty(),
                lab.darkProperty(),
                lab.paletteProperty(),
                widthProperty(),
                insetsProperty());
        repainter.request();
    }

    private static VBox section(String name, Node content) {
        Label head = new Label(name.toUpperCase(Locale.ROOT));
        head.getStyleClass().add("section-head");
        VBox section = new VBox(head, content);
        section.getStyleClass().add("section");
        return section;
    }

    private void choose(Place place) {
        int base = orbitOf == null ? 0 : orbitOf.base();
        int layer = orbitOf == null ? 0 : orbitOf.layer();
        lab.selectionProperty().set(new FilterSelection(layer, base, place.tile()));
    }

    private void paint() {
        ShownNetwork shown = lab.getShown();
        // Its parts, not the pane: what cannot be seen is not painted, and would stay so.
        getChildren().forEach(part -> part.setVisible(shown != null));
        if (shown == null) {
            return;
        }
        Inspection inspection = lab.inspectionProperty()
                .get()
                .orElseGet(
                        () -> selected(lab.lookedAt(), lab.selectionProperty().get()));
        title.setText(inspection.title());
        facts.show(inspection.facts());
        words.setText(inspection.words());
        paintPicture(inspection);
        FilterSelection filter =
                inspection.filter().orElse(lab.selectionProperty().get());
        paintOrbit(lab.lookedAt(), filter, inspection);
        boolean traced = codes.show(
                shown.spec(),
                filter,
                lab.traceProperty().get(),
                lab.darkProperty().get(),
                room());
        codesSection.setVisible(traced);
        codesSection.setManaged(traced);
    }

    private int room() {
        return (int) Math.max(
                THUMBNAIL, getWidth() - getInsets().getLeft() - getInsets().getRight());
    }

    private Inspection selected(Parameters parameters, FilterSelection selection) {
        FilterBank bank = FilterBank.of(parameters, selection.layer());
        int tile = bank.index(selection.base(), selection.rotation());
        double limit = Scaling.BANK.limits(bank.tiles())[tile];
        return FilterInspection.of(
                parameters,
                bank,
                selection.layer(),
                tile,
                -1,
                -1,
                limit,
                lab.traceProperty().get());
    }

    private void paintPicture(Inspection inspection) {
        boolean any = inspection.picture().length > 0;
        picture.setVisible(any);
        picture.setManaged(any);
        if (!any) {
            value.setText("");
            return;
        }
        int channels = inspection.channels();
        int columns = inspection.columns();
        int rows = inspection.picture().length / columns / channels;
        Tiles tiles = new Tiles(inspection.picture(), 1, channels, rows, columns);
        Coloring coloring = new Coloring(
                inspection.signed() ? signedPalette(inspection) : Palette.VIRIDIS,
                lab.darkProperty().get(),
                inspection.signed());
        int room = (int) Math.min(
                LARGEST_PICTURE,
                Math.max(64, getWidth() - getInsets().getLeft() - getInsets().getRight()));
        int side = Math.max(1, room / Math.max(rows, columns));
        picture.show(
                TileContent.single(tiles, inspection.limit(), coloring),
                new TileGeometry(1, 1, columns * side, rows * side, columns * side, rows * side));
        picture.setAccessibleText(inspection.title() + ". " + inspection.words());
        boolean marked = inspection.row() >= 0 && inspection.column() >= 0;
        picture.mark(marked ? Optional.of(new Place(0, inspection.row(), inspection.column())) : Optional.empty());
        value.setText(
                marked
                        ? "row " + (inspection.row() + 1) + ", column " + (inspection.column() + 1) + ": "
                                + valueText(tiles, inspection.row(), inspection.column())
                        : rows + "×" + columns + (channels > 1 ? ", " + channels + " channels" : ""));
        if (channels == 3) {
            legend.showColours(inspection.signed(), Numbers.format(inspection.limit()));
        } else {
            legend.show(coloring, inspection.limit());
        }
    }

    /** Pictures of a filter's size have the colours that were chosen for filters; all else that is signed is blue and orange. */
    private Palette signedPalette(Inspection inspection) {
        boolean filter = inspection.filter().isPresent()
                && inspection.columns() == lab.getShown().spec().geometry().kernelWidth();
        return filter ? lab.paletteProperty().get() : Palette.BLUE_ORANGE;
    }

    private static String valueText(Tiles tiles, int row, int column) {
        return tiles.channels() == 1
                ? Numbers.signed(tiles.value(0, 0, row, column))
                : String.join(
                        ", ",
                        Numbers.alike(IntStream.range(0, tiles.channels())
                                .mapToDouble(c -> tiles.value(0, c, row, column))
                                .toArray()));
    }

    /** On the scale of the picture above wherever that is one of these filters, so that one legend holds for all; else on the bank's. */
    private void paintOrbit(Parameters parameters, FilterSelection filter, Inspection inspection) {
        boolean any = parameters.spec().group().order() > 1
                && filter.layer() < parameters.spec().layers()
                && filter.base() < parameters.spec().baseFilters();
        orbitSection.setVisible(any);
        orbitSection.setManaged(any);
        orbitOf = filter;
        if (!any) {
            return;
        }
        FilterBank bank = FilterBank.of(parameters, filter.layer());
        Tiles all = bank.tiles();
        int order = bank.group().order();
        float[] values = new float[order * all.tileSize()];
        for (int r = 0; r < order; r++) {
            System.arraycopy(
                    all.values(),
                    bank.index(filter.base(), r) * all.tileSize(),
                    values,
                    r * all.tileSize(),
                    all.tileSize());
        }
        Tiles tiles = new Tiles(values, order, all.channels(), all.height(), all.width(), all.support());
        int own = bank.index(filter.base(), filter.rotation());
        boolean enlarged = Arrays.equals(inspection.picture(), all.tile(own));
        double[] limits = new double[order];
        Arrays.fill(limits, enlarged ? inspection.limit() : Scaling.BANK.limits(all)[own]);
        int room = room();
        int columns = Math.max(1, Math.min(order, (room + THUMBNAIL_GAP) / (THUMBNAIL + THUMBNAIL_GAP)));
        int side = Math.max(1, THUMBNAIL / all.width());
        TileContent content = new TileContent(
                tiles,
                IntStream.range(0, order).toArray(),
                columns,
                limits,
                new Coloring(lab.paletteProperty().get(), lab.darkProperty().get(), true));
        int width = side * all.width();
        int height = side * all.height();
        orbit.show(
                content,
                new TileGeometry(
                        content.rows(), columns, width, height, width + THUMBNAIL_GAP, height + THUMBNAIL_GAP));
        orbit.highlight(tile -> tile == filter.rotation());
        orbit.setAccessibleText("The orbit of base filter " + (filter.base() + 1) + ": " + order
                + " rotations; choose one with the arrow keys and Enter");
    }
}
