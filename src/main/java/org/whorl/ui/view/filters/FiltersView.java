package org.whorl.ui.view.filters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.whorl.figure.FilterBank;
import org.whorl.figure.Layout;
import org.whorl.figure.Numbers;
import org.whorl.figure.Scaling;
import org.whorl.group.FiniteGroup;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.Repainter;
import org.whorl.ui.view.TrialNotice;

/** Every filter of a layer; a click selects one and its orbit lights up everywhere. */
public final class FiltersView extends BorderPane {
    private static final int COLUMN_LABELS = 34;

    private final LabState lab;
    private final FiltersModel model;
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(0);
    private final LabelledChoice<Integer> layerChoice = new LabelledChoice<>("", layer, l -> "Layer " + (l + 1));
    private final HBox blocks = new HBox();
    private final ScrollPane scroll = new ScrollPane(blocks);
    private final ColorBar legend = new ColorBar();
    private final Label caption = new Label();
    private final InterpolationCard comparison;
    private final FilterPortrait portrait;
    private final VBox nothing;
    private final Repainter repainter = new Repainter(this, this::paint);
    private final List<TileGrid> grids = new ArrayList<>();
    private final TrialNotice trial;
    private FilterBank bank;
    private boolean unfolds;

    /**
     * A view.
     *
     * @param train trains a network as the dial is set
     * @param history of the network that is shown
     * @param openRun shows the network of a run, from its folder
     */
    public FiltersView(LabState lab, HistoryModel history, Consumer<Path> openRun, Runnable train) {
        this.lab = lab;
        model = new FiltersModel(lab, history);
        trial = new TrialNotice(lab, train);
        portrait = new FilterPortrait(model, this::point);
        comparison = new InterpolationCard(lab, model);
        getStyleClass().add("view-content");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/org/whorl/ui/views.css"))
                        .toExternalForm());
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToHeight(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        nothing = withoutChange(train);
        nothing.setVisible(false);
        StackPane pictures = new StackPane(scroll, nothing);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        VBox card = new VBox(new FiltersToolbar(lab, model, layerChoice), trial, pictures, legendRow());
        card.getStyleClass().add("card");
        setCenter(card);
        comparison.visibleProperty().bind(model.comparingProperty());
        comparison.managedProperty().bind(model.comparingProperty());
        HistoryBar bar = new HistoryBar(history, model::film, openRun);
        bar.disableProperty().bind(model.picturingProperty().isNotEqualTo(FilterQuantity.FILTERS));
        VBox below = new VBox(16, comparison, bar);
        BorderPane.setMargin(below, new Insets(16, 0, 0, 0));
        setBottom(below);
        blocks.getStyleClass().add("filter-blocks");

        layer.addListener((o, was, is) -> {
            if (is != null && is != model.layer()) {
                model.setLayer(is);
            }
        });
        lab.triedProperty().addListener(o -> unfolds = true);
        repainter.requestOn(
                lab.shownProperty(),
                lab.triedProperty(),
                lab.pastProperty(),
                lab.selectionProperty(),
                lab.darkProperty(),
                model.layoutProperty(),
                model.scalingProperty(),
                model.picturingProperty(),
                model.singleProperty(),
                model.comparingProperty(),
                history.frameProperty(),
                lab.paletteProperty(),
                lab.changeProperty(),
                scroll.viewportBoundsProperty());
        repainter.request();
        lab.changeWatchedProperty()
                .bind(repainter
                        .showingProperty()
                        .and(model.picturingProperty()
                                .isNotEqualTo(FilterQuantity.FILTERS)
                                .or(model.singleProperty())));
    }

    /** Stands where the last step's gradient or update would be. */
    private static VBox withoutChange(Runnable train) {
        Label words = new Label("What a step of training does to the filters is shown here, while it goes on.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        Button start = new Button("Start training");
        start.setId("start-to-see-change");
        start.setOnAction(e -> train.run());
        VBox box = new VBox(10, words, start);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node legendRow() {
        caption.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        legend.setMinWidth(160);
        legend.setPrefWidth(240);
        HBox row = new HBox(16, legend, space, caption);
        caption.setMinSize(0, USE_PREF_SIZE);
        caption.setWrapText(true);
        return row;
    }

    private void paint() {
        Optional<FilterBank> found = model.bank();
        boolean any = lab.getShown() != null;
        boolean noticed = trial.isManaged();
        trial.show(lab);
        if (trial.isManaged() != noticed) {
            // What it takes away, or gives back, is known before filters are fitted into the room.
            applyCss();
            layout();
        }
        // Its parts, not the view: what cannot be seen is not painted, and would stay so.
        getChildren().forEach(part -> part.setVisible(any));
        nothing.setVisible(any && found.isEmpty());
        scroll.setVisible(found.isPresent());
        legend.setVisible(found.isPresent());
        if (found.isEmpty()) {
            caption.setText("");
            return;
        }
        bank = found.get();
        int layers = lab.getShown().spec().layers();
        if (layerChoice.box().getItems().size() != layers) {
            layerChoice
                    .box()
                    .getItems()
                    .setAll(IntStream.range(0, layers).boxed().toList());
        }
        layer.set(model.layer());
        TileContent content = model.content(bank);
        paintLegend(content);
        if (model.comparingProperty().get()) {
            comparison.paint();
        }
        if (model.singleProperty().get()) {
            paintPortrait(content);
            return;
        }
        if (scroll.getContent() != blocks) {
            scroll.setContent(blocks);
        }
        Layout layout = model.layoutProperty().get();
        // Room for a scroll bar, so that it does not come and go.
        FilterGridFit fit = FilterGridFit.of(
                bank.tiles(),
                content.rows(),
                content.columns(),
                layout,
                scroll.getWidth() - 24,
                scroll.getHeight() - COLUMN_LABELS);
        Optional<Duration> under = grids.stream()
                .map(TileGrid::unfolding)
                .flatMap(Optional::stream)
                .findFirst();
        arrangeBlocks(fit.blocks());
        int cells = fit.geometry().rows() * content.columns();
        for (int i = 0; i < fit.blocks(); i++) {
            paintBlock(
                    grids.get(i),
                    content,
                    fit.geometry(),
                    i * cells,
                    Math.min((i + 1) * cells, content.order().length));
        }
        unfold(layout, unfolds ? Optional.of(Duration.ZERO) : under);
        unfolds = false;
        grids.forEach(grid -> grid.pointedProperty().get().ifPresent(place -> point(Optional.of(place))));
    }

    /**
     * Lets copies come out of their base filters, where the dial has just been turned. The notice that comes with it takes room and moves
     * everything: copies that were on their way go on from where they are.
     */
    private void unfold(Layout layout, Optional<Duration> from) {
        if (from.isPresent() && layout == Layout.ORBIT && !lab.stillProperty().get()) {
            grids.stream()
                    .filter(grid -> unfolds || grid.unfolding().isEmpty())
                    .forEach(grid -> grid.unfold(bank.group().order(), i -> turn(bank.group(), i), from.get()));
        }
    }

    private void paintPortrait(TileContent content) {
        if (scroll.getContent() != portrait) {
            scroll.setContent(portrait);
        }
        int tile = Math.max(0, model.selected(bank));
        portrait.show(
                bank, tile, content.limits()[tile], content.coloring(), scroll.getWidth() - 24, scroll.getHeight() - 8);
    }

    /** By how much a copy is turned; one that is mirrored, which no turn makes, is not turned on its way. */
    private static double turn(FiniteGroup group, int element) {
        return group.mirrored(element) ? 0 : group.angle(element);
    }

    private void arrangeBlocks(int count) {
        while (grids.size() > count) {
            grids.remove(grids.size() - 1);
        }
        while (grids.size() < count) {
            TileGrid grid = new TileGrid();
            grid.setOnChosen(place -> model.select(bank, place.tile()));
            grid.pointedProperty().addListener((o, was, is) -> point(is));
            // For the marks around pictures.
            grid.setPadding(new Insets(4));
            grids.add(grid);
        }
        if (blocks.getChildren().size() != count) {
            blocks.getChildren().setAll(grids);
        }
    }

    private void paintBlock(TileGrid grid, TileContent all, TileGeometry geometry, int from, int to) {
        boolean orbits = model.layoutProperty().get() == Layout.ORBIT;
        int columns = all.columns();
        TileContent content = new TileContent(
                all.tiles(), Arrays.copyOfRange(all.order(), from, to), columns, all.limits(), all.coloring());
        grid.setLabels(
                orbits
                        ? IntStream.range(from / columns, to / columns)
                                .mapToObj(b -> "base " + (b + 1))
                                .toList()
                        : List.of(),
                orbits ? FiltersModel.names(bank.copies()) : List.of());
        grid.show(
                content,
                new TileGeometry(
                        content.rows(),
                        columns,
                        geometry.tileWidth(),
                        geometry.tileHeight(),
                        geometry.stepX(),
                        geometry.stepY()));
        grid.highlight(tile -> model.inSelectedOrbit(bank, tile));
        grid.select(model.selected(bank));
        grid.setAccessibleText(model.describe(bank));
    }

    private void paintLegend(TileContent content) {
        String limit = model.scalingProperty().get() == Scaling.BANK
                ? Numbers.format(content.limits()[0])
                : "greatest of each";
        if (content.tiles().channels() == 3) {
            legend.showColours(true, limit);
        } else {
            legend.show(content.coloring(), limit);
        }
        boolean matrices = bank != null && !bank.copies().areRotations();
        String arrangement = model.layoutProperty().get() == Layout.ORBIT
                ? "rows: base filters · columns: " + (matrices ? "copies" : "rotations")
                : "all " + content.tiles().count() + " filters, "
                        + (matrices ? "copy after copy" : "rotation after rotation");
        caption.setText(
                model.singleProperty().get()
                        ? content.tiles().height() + "×" + content.tiles().width() + " values"
                        : model.subject() + " · " + arrangement);
    }

    private void point(Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.filter(p -> bank != null && p.tile() < bank.tiles().count())
                        .map(p -> model.inspect(bank, p)));
    }
}
