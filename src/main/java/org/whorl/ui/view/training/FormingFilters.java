package org.whorl.ui.view.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.FilterBank;
import org.whorl.figure.FilterBankFigure;
import org.whorl.figure.Layout;
import org.whorl.group.FiniteGroup;
import org.whorl.group.OrbitMap;
import org.whorl.insight.OtherGroup;
import org.whorl.network.NetworkSpec;
import org.whorl.network.Parameters;
import org.whorl.ui.control.BankLayout;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.ViewFill;
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
    /** Of a bank in a window that is not known yet. */
    private static final double HEIGHT = 268;
    /** Where a card fills the view, its bank takes what is left. */
    private static final double LEAST_FILLING = 120;

    private final LabState lab;
    private final List<Label> labels = new ArrayList<>();
    private final List<TileGrid> pictures = new ArrayList<>();
    private final List<FilterBank> banks = new ArrayList<>();
    private final Label scale = new Label();
    private final boolean oneLayer;
    private ShownNetwork shown;
    private Parameters drawn;
    private double limit;
    private double room = HEIGHT;
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
        scale.getStyleClass().add("muted");
        scale.setWrapText(true);
        scale.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(this, Priority.ALWAYS);
        Exportable.by(this, this::content);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        widthProperty().addListener(o -> draw());
        heightProperty().addListener(o -> {
            if (fills()) {
                draw();
            }
        });
        sceneProperty().addListener(o -> draw());
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
        return banks.isEmpty()
                ? Optional.empty()
                : Optional.of(FormingExport.of(
                        banks,
                        first(),
                        shown.title() + words().marked(", "),
                        getAccessibleText(),
                        limit,
                        lab.paletteProperty().get()));
    }

    /** Says in words over what the one colour scale is stretched. */
    Label scaleLabel() {
        return scale;
    }

    /** How high a bank may be, in pixels, so that all of it is seen at once. */
    void setRoom(double height) {
        if (height != room) {
            room = height;
            draw();
        }
    }

    private boolean fills() {
        return ViewFill.around(this).isPresent();
    }

    private FormingWords words() {
        return new FormingWords(drawn, isTried());
    }

    private FormingGrid grid() {
        return new FormingGrid(labels.size(), getWidth());
    }

    private int bankHeight() {
        return (int) (fills() ? Math.max(LEAST_FILLING, grid().bankHeight(getHeight())) : room);
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
        int width = grid().columnWidth();
        for (int l = 0; l < count(spec); l++) {
            paint(banks.get(l), width, pictures.get(l));
        }
        light();
        scale.setText(words().scale(oneLayer, pictures.get(0).content().columns(), limit));
        setAccessibleText(words().banks(count(spec)));
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
            labels.get(l).setText(words().label(first() + l));
            pictures.get(l).setAccessibleText(words().bank(first() + l));
        }
    }

    private void paint(FilterBank bank, int width, TileGrid picture) {
        int side = bank.tiles().width();
        int count = bank.tiles().count();
        BankLayout layout = BankLayout.of(bank.group().order(), count, side, width, bankHeight());
        double[] limits = new double[count];
        Arrays.fill(limits, limit);
        picture.show(
                new TileContent(
                        bank.tiles(),
                        layout.order(FilterBankFigure.order(bank, Layout.ORBIT)),
                        layout.columns(),
                        limits,
                        new Coloring(
                                lab.paletteProperty().get(), lab.darkProperty().get(), true)),
                layout.geometry(side));
    }

    /** Lights up the selected filter's orbit. */
    private void light() {
        FilterSelection selected = lab.selectionProperty().get();
        List<Object> now = List.of(selected, orbitsOf == null ? "" : orbitsOf, grid().columnWidth(), bankHeight());
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
            int rotation = OtherGroup.rotation(selected.rotation(), shown.spec().group(), bank.group());
            pictures.get(l).select(inIt ? bank.index(selected.base(), rotation) : -1);
        }
    }

    private void select(int layer, Place place) {
        if (!isOfTheNetworkShown()) {
            return;
        }
        FilterBank bank = banks.get(layer - first());
        int rotation = OtherGroup.rotation(
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

    private double tallest() {
        return pictures.stream().mapToDouble(p -> p.prefHeight(-1)).max().orElse(room);
    }

    @Override
    protected double computePrefHeight(double width) {
        return grid().height(fills() ? LEAST_FILLING : tallest());
    }

    @Override
    protected double computePrefWidth(double height) {
        return FormingGrid.wished();
    }

    @Override
    protected void layoutChildren() {
        FormingGrid grid = grid();
        double tallest = tallest();
        for (int l = 0; l < labels.size(); l++) {
            labels.get(l)
                    .resizeRelocate(grid.x(l), grid.labelY(l, tallest), grid.columnWidth(), FormingGrid.labelHeight());
            TileGrid picture = pictures.get(l);
            picture.resizeRelocate(grid.x(l), grid.bankY(l, tallest), picture.prefWidth(-1), picture.prefHeight(-1));
        }
    }
}
