package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.figure.RowFigure;
import org.whorl.figure.Scaling;
import org.whorl.group.FiniteGroup;
import org.whorl.group.OrbitMap;
import org.whorl.insight.Regrouping;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.network.WeightTying;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.export.Exportable;
import org.whorl.ui.model.FilterInspection;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

/**
 * The filter banks of all layers side by side, or that of the selected filter's layer large: every orbit in a row, on one scale. A click selects a
 * filter; its orbit lights up.
 */
final class FormingFilters extends Region {
    private static final double LAYER_GAP = 24;
    private static final double LABEL_HEIGHT = 22;
    /** Of a bank among others. */
    static final int HEIGHT = 268;
    /** Of one that stands alone. */
    static final int LARGE = 440;

    private static final String PREVIEW = "a preview";
    private static final double NARROWEST = 120;

    private final LabState lab;
    private final List<Label> labels = new ArrayList<>();
    private final List<TileGrid> pictures = new ArrayList<>();
    private final List<FilterBank> banks = new ArrayList<>();
    private final Label scale = new Label();
    private final boolean oneLayer;
    private ShownNetwork shown;
    private Parameters drawn;
    private double limit;
    private boolean unfolds;
    private OrbitMap orbits;
    private NetworkSpec orbitsOf;
    private List<Object> lit = List.of();

    /**
     * Without filters yet.
     *
     * @param oneLayer only that of the selected filter
     */
    FormingFilters(LabState lab, boolean oneLayer) {
        this.lab = lab;
        this.oneLayer = oneLayer;
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        scale.getStyleClass().add("muted");
        Exportable.by(this, this::content);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        widthProperty().addListener(o -> draw());
        lab.darkProperty().addListener(o -> draw());
        lab.paletteProperty().addListener(o -> draw());
        lab.triedProperty().addListener((o, was, is) -> {
            // Another network ends a trial too.
            unfolds = shown == lab.getShown();
            draw();
        });
        lab.selectionProperty().addListener((o, was, is) -> {
            if (oneLayer && was.layer() != is.layer()) {
                draw();
            } else {
                light();
            }
        });
    }

    /** All layers' banks side by side, as a file has them; empty before there is a network. */
    Optional<ExportMenu.Content> content() {
        if (banks.isEmpty()) {
            return Optional.empty();
        }
        List<RowFigure.Part> parts = new ArrayList<>();
        for (int l = 0; l < banks.size(); l++) {
            double[] limits = new double[banks.get(l).tiles().count()];
            Arrays.fill(limits, limit);
            parts.add(new RowFigure.Part(
                    "layer " + (first() + l + 1),
                    FilterBankFigure.of(
                            banks.get(l),
                            "Layer " + (first() + l + 1),
                            banks.get(l).group().order() > 1 ? Layout.ORBIT : Layout.PAPER,
                            Scaling.BANK,
                            lab.paletteProperty().get(),
                            limits)));
        }
        return Optional.of(new ExportMenu.Content(
                "filters-all-layers",
                new RowFigure(
                        "Filters of all layers, " + shown.title() + (isTried() ? ", " + PREVIEW : ""),
                        getAccessibleText()
                                + String.format(Locale.ROOT, "; one scale from −%.2f to %.2f for all.", limit, limit),
                        parts)));
    }

    /** Says in words over what the one colour scale is stretched. */
    Label scaleLabel() {
        return scale;
    }

    /** Shows a network's filters; those that are shown already are not drawn again. */
    void show(ShownNetwork newShown) {
        if (newShown != shown) {
            shown = newShown;
            draw();
        }
    }

    /** Whether there is anything in it yet. */
    boolean hasShown() {
        return shown != null;
    }

    private void draw() {
        if (shown == null || getWidth() <= 0) {
            return;
        }
        drawn = lab.triedParameters().filter(p -> isOfTheNetworkShown()).orElse(shown.parameters());
        NetworkSpec spec = spec();
        if (!spec.equals(orbitsOf)) {
            orbits = FilterBank.orbits(spec, spec.interpolation());
            orbitsOf = spec;
        }
        setUp(spec);
        banks.clear();
        limit = 1e-9;
        for (int l = 0; l < count(spec); l++) {
            FilterBank bank = FilterBank.of(drawn, first() + l, orbits);
            banks.add(bank);
            limit = Math.max(limit, bank.tiles().peak());
        }
        int width = columnWidth();
        for (int l = 0; l < count(spec); l++) {
            paint(banks.get(l), width, pictures.get(l));
        }
        light();
        scale.setText(String.format(
                Locale.ROOT,
                "%sone orbit a row · %sone scale −%.2f … %.2f",
                isTried() ? PREVIEW + " · " : "",
                oneLayer ? "" : "every layer · ",
                limit,
                limit));
        setAccessibleText((count(spec) == 1 ? "A filter bank: " : "The filter banks of " + count(spec) + " layers: ")
                + spec.baseFilters()
                + " base filters each, " + Copies.describe(drawn) + (isTried() ? ", " + PREVIEW : ""));
        unfold();
        requestLayout();
    }

    /** Lets copies come out of their base filters, where the dial has just been turned. */
    private void unfold() {
        if (unfolds && !lab.stillProperty().get()) {
            for (int l = 0; l < banks.size(); l++) {
                FiniteGroup group = banks.get(l).group();
                pictures.get(l).unfold(group.order(), i -> group.mirrored(i) ? 0 : group.angle(i));
            }
        }
        unfolds = false;
    }

    /** Filters stand there for a moment longer than their network is shown. */
    private boolean isOfTheNetworkShown() {
        return shown.spec().equals(lab.getShown().spec());
    }

    private boolean isTried() {
        return drawn != shown.parameters();
    }

    private NetworkSpec spec() {
        return drawn.spec();
    }

    /** The layer whose bank comes first. */
    private int first() {
        return oneLayer ? Math.min(lab.selectionProperty().get().layer(), spec().layers() - 1) : 0;
    }

    private int count(NetworkSpec spec) {
        return oneLayer ? 1 : spec.layers();
    }

    private void setUp(NetworkSpec spec) {
        while (labels.size() > count(spec)) {
            getChildren().remove(labels.remove(labels.size() - 1));
            getChildren().remove(pictures.remove(pictures.size() - 1));
        }
        while (labels.size() < count(spec)) {
            int layer = labels.size();
            Label label = new Label();
            label.getStyleClass().add("muted");
            TileGrid picture = new TileGrid();
            picture.setOnChosen(place -> select(first() + layer, place));
            picture.pointedProperty().addListener((o, was, is) -> point(layer, is));
            labels.add(label);
            pictures.add(picture);
            getChildren().addAll(label, picture);
        }
        for (int l = 0; l < labels.size(); l++) {
            labels.get(l)
                    .setText((spec.tying() == WeightTying.TIED && spec.layers() > 1
                                    ? "all layers · "
                                    : "layer " + (first() + l + 1) + " · ")
                            + spec.baseFilters() + " × C"
                            + spec.group().order());
            pictures.get(l)
                    .setAccessibleText("The filters of layer " + (first() + l + 1) + ", " + spec.baseFilters()
                            + " orbits of " + spec.group().order()
                            + ", an orbit after the other; arrow keys move, Enter selects");
        }
    }

    private void paint(FilterBank bank, int width, TileGrid picture) {
        int side = bank.tiles().width();
        int count = bank.tiles().count();
        BankLayout layout = BankLayout.of(bank.group().order(), count, side, width, oneLayer ? LARGE : HEIGHT);
        int[] order = Arrays.copyOf(FilterBankFigure.order(bank, Layout.ORBIT), layout.rows() * layout.columns());
        Arrays.fill(order, count, order.length, -1);
        double[] limits = new double[count];
        Arrays.fill(limits, limit);
        int drawn = side * layout.scale();
        int step = drawn + BankLayout.GAP;
        picture.show(
                new TileContent(
                        bank.tiles(),
                        order,
                        layout.columns(),
                        limits,
                        new Coloring(
                                lab.paletteProperty().get(), lab.darkProperty().get(), true)),
                new TileGeometry(layout.rows(), layout.columns(), drawn, drawn, step, step));
    }

    /** Lights up the selected filter's orbit. */
    private void light() {
        FilterSelection selected = lab.selectionProperty().get();
        List<Object> now = List.of(selected, orbitsOf == null ? "" : orbitsOf, columnWidth());
        if (now.equals(lit)) {
            // Marks are nodes, and new ones have to be styled: not twice a second for the same picture.
            return;
        }
        lit = now;
        for (int l = 0; l < banks.size() && l < pictures.size(); l++) {
            FilterBank bank = banks.get(l);
            boolean here = selected.layer() == first() + l;
            pictures.get(l).highlight(tile -> here && bank.base(tile) == selected.base());
            boolean inIt = here && selected.base() < bank.baseFilters();
            int rotation = Regrouping.rotation(selected.rotation(), shown.spec().group(), bank.group());
            pictures.get(l).select(inIt ? bank.index(selected.base(), rotation) : -1);
        }
    }

    private void select(int layer, Place place) {
        if (!isOfTheNetworkShown()) {
            return;
        }
        FilterBank bank = banks.get(layer - first());
        int rotation = Regrouping.rotation(
                bank.rotation(place.tile()), bank.group(), shown.spec().group());
        lab.selectionProperty().set(new FilterSelection(layer, bank.base(place.tile()), rotation));
    }

    private void point(int layer, Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.filter(p -> layer < banks.size())
                        .map(p -> FilterInspection.of(
                                drawn,
                                banks.get(layer),
                                first() + layer,
                                p.tile(),
                                p.row(),
                                p.column(),
                                limit,
                                lab.traceProperty().get())));
    }

    private int layersInARow() {
        int layers = Math.max(1, labels.size());
        int fit = (int) Math.max(1, (getWidth() + LAYER_GAP) / (NARROWEST + LAYER_GAP));
        return Math.min(layers, fit);
    }

    private int columnWidth() {
        int inARow = layersInARow();
        return (int) ((getWidth() - (inARow - 1) * LAYER_GAP) / inARow);
    }

    private double rowHeight() {
        double tallest =
                pictures.stream().mapToDouble(p -> p.prefHeight(-1)).max().orElse(HEIGHT);
        return LABEL_HEIGHT + tallest;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = labels.isEmpty() ? 1 : (labels.size() + layersInARow() - 1) / layersInARow();
        return rows * rowHeight() + (rows - 1) * LAYER_GAP / 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * (NARROWEST + LAYER_GAP);
    }

    @Override
    protected void layoutChildren() {
        int inARow = layersInARow();
        double width = columnWidth() + LAYER_GAP;
        double height = rowHeight() + LAYER_GAP / 2;
        for (int l = 0; l < labels.size(); l++) {
            double x = Math.round(l % inARow * width);
            double y = Math.round(l / inARow * height);
            labels.get(l).resizeRelocate(x, y, columnWidth(), LABEL_HEIGHT - 4);
            TileGrid picture = pictures.get(l);
            picture.resizeRelocate(x, y + LABEL_HEIGHT, picture.prefWidth(-1), picture.prefHeight(-1));
        }
    }
}
