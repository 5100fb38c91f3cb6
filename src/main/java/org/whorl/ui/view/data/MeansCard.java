package org.whorl.ui.view.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.whorl.data.ImageShape;
import org.whorl.data.whitening.MeanImages;
import org.whorl.figure.Coloring;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.Place;
import org.whorl.ui.export.ExportMenu;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.task.Repainter;

/** The mean image of the whole set, and of each class. */
final class MeansCard extends VBox {
    private static final int COLUMNS = 4;
    private static final int MARGIN = 4;
    private static final double WHOLE_SHARE = 0.3;

    private final LabState lab;
    private final DataModel model;
    private final Pictures whole = new Pictures();
    private final Pictures classes = new Pictures();
    private final ColorBar legend = new ColorBar();
    private final HBox both = new HBox(16);

    MeansCard(LabState lab, DataModel model) {
        this.lab = lab;
        this.model = model;
        setMinWidth(0);
        Label all = new Label("all classes");
        Label each = new Label("each class");
        all.getStyleClass().add("muted");
        each.getStyleClass().add("muted");
        VBox left = new VBox(4, all, whole);
        VBox right = new VBox(4, each, classes);
        for (VBox box : List.of(left, right)) {
            box.setMinWidth(0);
        }
        both.getChildren().addAll(left, right);
        left.prefWidthProperty().bind(both.widthProperty().multiply(WHOLE_SHARE));
        right.prefWidthProperty().bind(both.widthProperty().multiply(1 - WHOLE_SHARE));
        both.setMinWidth(0);
        legend.setMaxWidth(200);
        ExportMenu export = new ExportMenu(
                () -> classes.grid().figure().map(figure -> new ExportMenu.Content("mean-images", figure)));
        HBox beside = new HBox(8, export.message(), export);
        beside.getStyleClass().add("view-toolbar");
        Card card = new Card("Mean image", beside, new VBox(10, both, legend));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        Repainter repainter = new Repainter(this, this::paint);
        repainter.requestOn(
                model.factsProperty(), model.firstClassProperty(), both.widthProperty(), lab.darkProperty());
        repainter.request();
        whole.grid().pointedProperty().addListener((o, was, is) -> point(whole, is, -1));
        classes.grid()
                .pointedProperty()
                .addListener((o, was, is) ->
                        point(classes, is, model.firstClassProperty().get()));
    }

    private void paint() {
        Optional<SetFacts> facts = model.factsProperty().get();
        both.setVisible(facts.isPresent());
        legend.setVisible(facts.isPresent());
        if (facts.isEmpty() || both.getWidth() <= 0) {
            return;
        }
        MeanImages means = facts.get().means();
        ImageShape shape = means.shape();
        boolean dark = lab.darkProperty().get();
        double limit = Math.max(1e-6, peak(means));
        double width = both.getWidth() - 16;
        int large = enlargement(width * WHOLE_SHARE, shape);
        whole.show(shape, means.overall(), new int[] {0}, 1, large, limit, false, dark);
        whole.grid()
                .setAccessibleText(String.format(
                        Locale.ROOT,
                        "The mean of all %,d %s images, the brightest class mean at %s.",
                        facts.get().numbers().images(),
                        model.partProperty().get().label(),
                        Numbers.format(limit)));
        int small = enlargement(width * (1 - WHOLE_SHARE) / COLUMNS - MARGIN, shape);
        int columns = Math.max(1, (int) (width * (1 - WHOLE_SHARE) / (shape.width() * small + MARGIN)));
        int first = model.firstClassProperty().get();
        int[] order = IntStream.range(first, first + model.rows()).toArray();
        classes.show(shape, means.byClass(), order, Math.min(columns, order.length), small, limit, false, dark);
        classes.grid()
                .setAccessibleText(
                        "The mean images of " + order.length + " classes: " + String.join(", ", model.shownClasses())
                                + ", on one scale from 0 to " + Numbers.format(limit) + ".");
        if (shape.channels() == 3) {
            legend.showColours(false, Numbers.format(limit));
        } else {
            legend.show(new Coloring(Palette.GREY, dark, false), limit);
        }
    }

    private static int enlargement(double room, ImageShape shape) {
        return Math.max(1, (int) (room / shape.width()));
    }

    private static double peak(MeanImages means) {
        ImageShape shape = means.shape();
        int classes = means.byClass().length / shape.size();
        return new Tiles(means.byClass(), classes, shape.channels(), shape.height(), shape.width()).peak();
    }

    private void point(Pictures pictures, Optional<Place> place, int firstClass) {
        lab.inspectionProperty().set(place.flatMap(p -> model.images()
                .map(set -> inspect(
                        pictures, p, firstClass < 0 ? "all" : set.classNames().get(p.tile())))));
    }

    private Inspection inspect(Pictures pictures, Place place, String name) {
        Tiles tiles = pictures.grid().content().tiles();
        return new Inspection(
                "mean image · " + name,
                tiles.tile(place.tile()),
                tiles.channels(),
                tiles.width(),
                false,
                pictures.grid().content().limits()[place.tile()],
                place.row(),
                place.column(),
                List.of(new Fact("mean", Numbers.format(tiles.mean(place.tile(), place.row(), place.column())))),
                "The mean of the " + model.partProperty().get().label() + " images"
                        + (name.equals("all") ? "." : " of class " + name + "."),
                Optional.empty());
    }
}
