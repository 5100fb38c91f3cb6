package org.whorl.ui.view.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.whorl.figure.FilterCharacter;
import org.whorl.figure.Numbers;
import org.whorl.figure.Tiles;
import org.whorl.group.FiniteGroup;
import org.whorl.group.Interpolation;
import org.whorl.group.Support;
import org.whorl.network.Copies;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.ShownNetwork;

/** The orbit of the selected base filter under nearest, bilinear and bicubic interpolation, and how much of its norm each keeps. */
final class InterpolationCard extends VBox {
    private static final int GAP = 8;

    private final LabState lab;
    private final FiltersModel model;
    private final Label title = new Label();
    private final TileGrid grid = new TileGrid();
    private final Label words = new Label();
    private TileContent content;

    InterpolationCard(LabState lab, FiltersModel model) {
        this.lab = lab;
        this.model = model;
        getStyleClass().add("card");
        title.getStyleClass().add("card-title");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        getChildren().addAll(title, grid, words);
        grid.pointedProperty()
                .addListener((o, was, is) -> lab.inspectionProperty().set(is.map(this::inspect)));
    }

    void paint() {
        content = model.comparison();
        Tiles tiles = content.tiles();
        title.setText("Base filter " + (lab.selectionProperty().get().base() + 1) + " turned in three ways");
        grid.setLabels(
                Arrays.stream(Interpolation.values())
                        .map(InterpolationCard::name)
                        .toList(),
                copies());
        int room = (int) Math.max(100, getWidth() - grid.labelWidth() - 32);
        int side = Math.max(1, Math.min(48, room / content.columns() - GAP) / tiles.width());
        int width = side * tiles.width();
        int height = side * tiles.height();
        int step = Math.max(width + GAP, Math.min(5 * width / 2, room / content.columns()));
        grid.show(content, new TileGeometry(content.rows(), content.columns(), width, height, step, height + GAP));
        words.setText(keptNorms());
        grid.setAccessibleText(title.getText() + ". " + words.getText());
    }

    private static String name(Interpolation interpolation) {
        return interpolation.name().toLowerCase(Locale.ROOT);
    }

    private String keptNorms() {
        FiniteGroup group = lab.getShown().spec().group();
        if (group.exactOnGrid()) {
            return "All three are the same: a turn by a multiple of 90° only moves pixels.";
        }
        StringBuilder text =
                new StringBuilder("The norm of the copies beside the filter’s own, on average over the orbit: ");
        for (Interpolation kind : Interpolation.values()) {
            double sum = 0;
            double own = norm(kind.ordinal() * group.order());
            for (int r = 0; r < group.order(); r++) {
                sum += norm(kind.ordinal() * group.order() + r) / own;
            }
            text.append(kind.ordinal() == 0 ? "" : ", ")
                    .append(name(kind))
                    .append(String.format(Locale.ROOT, " %.0f %%", 100 * sum / group.order()));
        }
        return text.append(". ").append(loss(lab.getShown().spec().support())).toString();
    }

    /** Why copies are smaller. */
    static String loss(Support support) {
        String smooth =
                "Bilinear and bicubic mix neighbouring pixels, which smooths and makes copies smaller; nearest only"
                        + " picks pixels.";
        return (support == Support.SQUARE ? "What turns out of the square at its corners is lost. " : "") + smooth;
    }

    private double norm(int tile) {
        double squares = 0;
        for (float v : content.tiles().tile(tile)) {
            squares += (double) v * v;
        }
        return Math.sqrt(squares);
    }

    private Inspection inspect(Place place) {
        Tiles tiles = content.tiles();
        int order = content.columns();
        Interpolation kind = Interpolation.values()[place.tile() / order];
        return new Inspection(
                "base " + (lab.selectionProperty().get().base() + 1) + " · "
                        + copies().get(place.tile() % order) + " · "
                        + name(kind),
                tiles.tile(place.tile()),
                tiles.channels(),
                tiles.width(),
                true,
                content.limits()[place.tile()],
                place.row(),
                place.column(),
                List.of(new Fact("norm", Numbers.format(norm(place.tile())))),
                FilterCharacter.of(tiles, place.tile()).words(),
                Optional.of(lab.selectionProperty().get()));
    }

    private List<String> copies() {
        ShownNetwork shown = lab.getShown();
        int layer = Math.min(lab.selectionProperty().get().layer(), shown.spec().layers() - 1);
        return FiltersModel.names(Copies.of(shown.parameters(), layer));
    }
}
