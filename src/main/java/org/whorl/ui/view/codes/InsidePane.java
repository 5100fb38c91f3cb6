package org.whorl.ui.view.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.Coloring;
import org.whorl.figure.LayerMaps;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Scaling;
import org.whorl.figure.Tiles;
import org.whorl.network.Copies;
import org.whorl.network.NetworkSpec;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.OrbitGrid;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.FilterSelection;
import org.whorl.ui.model.InsideStep;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.MapElement;

/** One computation inside the network: the equations of its layer with this one lit, and what goes in and comes out as pictures. */
final class InsidePane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");
    private static final double GAP = 20;
    private static final int LARGEST_IMAGE = 168;
    /** Wide enough for either of its texts. */
    private static final double LEAST_NEXT = 96;

    private final LabState lab;
    private final Consumer<MapElement> onChosen;
    private final Label title = new Label();
    private final Button back = new Button("◀ Previous line");
    private final Button next = new Button("Next line ▶");
    private final VBox lines = new VBox();
    private final Label words = new Label();
    private final HBox pictures = new HBox(GAP);
    private final ScrollPane scroll = new ScrollPane(pictures);
    private final List<Line> equations = new ArrayList<>();
    private final List<Captioned> shown = new ArrayList<>();

    /**
     * A pane that shows nothing yet.
     *
     * @param onChosen told of the map element that was clicked
     */
    InsidePane(LabState lab, Consumer<MapElement> onChosen) {
        this.lab = lab;
        this.onChosen = onChosen;
        getStyleClass().addAll("card", "inside-pane");
        title.getStyleClass().add("card-title");
        Button all = new Button("Show all layers");
        back.setTooltip(new Tooltip("One computation back (Shift+F7)"));
        next.setTooltip(new Tooltip("One computation further (F7)"));
        back.setOnAction(e -> lab.stepBack());
        next.setOnAction(e -> lab.stepInside());
        all.setOnAction(e -> lab.insideProperty().set(Optional.empty()));
        // In front of the title, whose length changes: they stay where they are while one clicks through.
        next.setMinWidth(LEAST_NEXT);
        FlowPane bar = new FlowPane(back, next, all, title);
        bar.getStyleClass().add("view-toolbar");
        lines.getStyleClass().add("equations");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, lines, words, scroll);
    }

    /** Whether its size has changed, and so its pictures' room. */
    Region room() {
        return scroll;
    }

    /** Shows a computation. */
    void show(Codes codes, InsideStep step, boolean dark) {
        InsideAccount account = InsideAccount.of(codes, step);
        int layers = codes.trace().layers().size();
        title.setText("Inside " + codes.shown().spec().unfolding() + ", layer " + (step.layer() + 1) + " of " + layers
                + ": " + step.stage().label());
        next.setText(step.next(codes.shown().spec()).isPresent() ? "Next line ▶" : "Done");
        while (equations.size() > account.equations().size()) {
            lines.getChildren().remove(equations.remove(equations.size() - 1));
        }
        while (equations.size() < account.equations().size()) {
            Line line = new Line();
            equations.add(line);
            lines.getChildren().add(line);
        }
        for (int i = 0; i < equations.size(); i++) {
            equations.get(i).show(account.equations().get(i), step);
        }
        words.setText(account.words());
        showPictures(codes, account, dark);
        setAccessibleText(title.getText() + ". " + account.words());
    }

    private void showPictures(Codes codes, InsideAccount account, boolean dark) {
        int orbits = codes.shown().spec().baseFilters();
        int count = account.pictures().size();
        if (shown.size() != count) {
            shown.clear();
            pictures.getChildren().clear();
            for (int i = 0; i < count; i++) {
                Captioned captioned = new Captioned();
                shown.add(captioned);
                if (i > 0) {
                    Label arrow = new Label();
                    arrow.getStyleClass().add("inside-arrow");
                    pictures.getChildren().add(arrow);
                }
                pictures.getChildren().add(captioned);
            }
        }
        for (int i = 1; i < count; i++) {
            boolean difference = count == 3 && i == 1;
            ((Label) pictures.getChildren().get(2 * i - 1)).setText(difference ? "−" : count == 3 ? "=" : "→");
        }
        long grids =
                account.pictures().stream().filter(InsideAccount.Picture::maps).count();
        double width = scroll.getWidth() - (count - 1) * (2 * GAP + 16) - 4;
        double images = (count - grids) * Math.min(LARGEST_IMAGE, width / count);
        double height = scroll.getHeight() - Captioned.BELOW;
        for (int i = 0; i < count; i++) {
            InsideAccount.Picture picture = account.pictures().get(i);
            double room = picture.maps() ? (width - images) / grids : Math.min(LARGEST_IMAGE, width / count);
            Captioned captioned = shown.get(i);
            captioned.show(picture, orbits, room, Math.max(96, height), dark);
            FilterSelection selected = lab.selectionProperty().get();
            boolean lit = picture.maps() && selected.layer() == account.step().layer();
            captioned.grid.highlight(tile -> lit && tile % orbits == selected.base());
            captioned.grid.setOnChosen(place -> {
                if (picture.maps() && account.step().stage() != InsideStep.Stage.NORM) {
                    onChosen.accept(new MapElement(account.step().layer(), place));
                }
            });
            captioned.onPointed = place -> lab.inspectionProperty()
                    .set(place.map(p -> inspect(codes, account.step(), captioned.grid.content(), picture, p)));
        }
    }

    private static Inspection inspect(
            Codes codes, InsideStep step, TileContent content, InsideAccount.Picture picture, Place place) {
        NetworkSpec spec = codes.shown().spec();
        Tiles tiles = picture.tiles();
        FilterSelection filter =
                new FilterSelection(step.layer(), place.tile() % spec.baseFilters(), place.tile() / spec.baseFilters());
        String of = picture.maps()
                ? " · base " + (filter.base() + 1) + " · "
                        + Copies.of(codes.shown().parameters(), step.layer()).describe(filter.rotation())
                : "";
        return new Inspection(
                "layer " + (step.layer() + 1) + " · " + picture.caption() + of,
                tiles.tile(place.tile()),
                tiles.channels(),
                tiles.width(),
                content.coloring().signed(),
                content.limits()[place.tile()],
                place.row(),
                place.column(),
                List.of(new Fact(
                        picture.caption(), Numbers.signed(tiles.mean(place.tile(), place.row(), place.column())))),
                InsideAccount.of(codes, step).words(),
                picture.maps() ? Optional.of(filter) : Optional.empty());
    }

    /** A line of the algorithm; a click, Enter or Space goes there. */
    private final class Line extends HBox {
        private final Label name = new Label();
        private final Label formula = new Label();
        private final Label numbers = new Label();
        private InsideStep step = InsideStep.FIRST;

        Line() {
            getStyleClass().add("equation");
            formula.setMinWidth(USE_PREF_SIZE);
            formula.getStyleClass().add("formula");
            name.getStyleClass().addAll("muted", "equation-name");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            getChildren().addAll(name, formula, space, numbers);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            setOnMouseClicked(e -> {
                requestFocus();
                go();
            });
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                    go();
                    e.consume();
                }
            });
        }

        private void go() {
            lab.insideProperty().set(Optional.of(step));
        }

        void show(InsideAccount.Equation equation, InsideStep current) {
            step = new InsideStep(current.layer(), equation.stage());
            boolean ahead = equation.stage().compareTo(current.stage()) > 0;
            pseudoClassStateChanged(CURRENT, equation.stage() == current.stage());
            pseudoClassStateChanged(AHEAD, ahead);
            name.setText(equation.stage().label());
            formula.setText(equation.formula());
            numbers.setText(ahead ? "" : equation.numbers());
            setAccessibleText(name.getText() + ": " + formula.getText() + " " + numbers.getText());
        }
    }

    /** A picture or a grid of maps, with its name and its scale. */
    private static final class Captioned extends VBox {
        static final double BELOW = 66;

        private final TileGrid grid = new TileGrid();
        private final Label caption = new Label();
        private final ColorBar scale = new ColorBar();
        private Consumer<Optional<Place>> onPointed = place -> {};

        Captioned() {
            super(6);
            caption.getStyleClass().add("formula");
            grid.setPadding(new javafx.geometry.Insets(2));
            setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(caption, grid, scale);
            grid.pointedProperty().addListener((o, was, is) -> onPointed.accept(is));
        }

        void show(InsideAccount.Picture picture, int orbits, double width, double height, boolean dark) {
            Tiles tiles = picture.tiles();
            boolean signed = !picture.maps() || LayerMaps.signed(tiles);
            Coloring coloring = new Coloring(signed ? Palette.BLUE_ORANGE : Palette.VIRIDIS, dark, signed);
            double[] limits = Scaling.BANK.limits(tiles);
            Optional<OrbitGrid> maps = Optional.of(tiles)
                    .filter(t -> picture.maps())
                    .map(t -> OrbitGrid.fit(t.count(), orbits, t.width(), t.height(), width, height, 0));
            TileGeometry geometry =
                    maps.map(OrbitGrid::geometry).orElseGet(() -> single(tiles, Math.min(width, height)));
            int[] order = maps.map(OrbitGrid::order).orElse(new int[] {0});
            grid.show(new TileContent(tiles, order, geometry.columns(), limits, coloring), geometry);
            grid.setAccessibleText(picture.caption() + ": values up to " + limits[0]);
            caption.setText(picture.caption());
            scale.show(coloring, limits[0]);
            double barWidth = Math.min(200, geometry.width());
            scale.setPrefWidth(barWidth);
            scale.setMaxWidth(barWidth);
        }

        private static TileGeometry single(Tiles tiles, double room) {
            int side = (int) Math.max(1, room / Math.max(tiles.width(), tiles.height()));
            int width = side * tiles.width();
            int height = side * tiles.height();
            return new TileGeometry(1, 1, width, height, width, height);
        }
    }

    /** The picture of the result. */
    Optional<TileGrid> result() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(shown.size() - 1).grid);
    }

    /** The lines of the algorithm. */
    List<? extends Node> equations() {
        return equations;
    }
}
