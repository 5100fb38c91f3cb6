package org.whorl.ui.view.data;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.whorl.data.ImageShape;
import org.whorl.data.whitening.Whitening;
import org.whorl.figure.Coloring;
import org.whorl.figure.Numbers;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.ui.control.Busy;
import org.whorl.ui.control.Card;
import org.whorl.ui.control.ColorBar;
import org.whorl.ui.control.LabelledChoice;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.settings.TrainingForm;
import org.whorl.ui.task.Repainter;

/** A sample of each class before and after whitening, with ε. */
final class WhiteningCard extends VBox {
    private static final double LABELS = 72;
    private static final int WISHED_COLUMNS = 10;

    /** Few values are far larger than all others; the scale ends before those. */
    private static final double SHOWN_SHARE = 0.995;

    /** From 0.0001 to 5, in steps of 1, 2, 5. */
    private static final List<BigDecimal> STOPS = IntStream.range(0, 15)
            .mapToObj(i -> BigDecimal.valueOf(new int[] {1, 2, 5}[i % 3]).scaleByPowerOfTen(i / 3 - 4))
            .toList();

    private final LabState lab;
    private final DataModel data;
    private final WhiteningModel model;
    private final Slider slider = new Slider(0, STOPS.size() - 1, 6);
    private final TextField epsilon = new TextField();
    private final Button fit = new Button("Whiten");
    private final Busy busy;
    private final Label caption = new Label();
    private final Pictures before = new Pictures();
    private final Pictures after = new Pictures();
    private final GridPane pictures = new GridPane();
    private final ColorBar legend = new ColorBar();
    private boolean moving;

    WhiteningCard(LabState lab, DataModel data, WhiteningModel model, TrainingForm form) {
        this.lab = lab;
        this.data = data;
        this.model = model;
        setMinWidth(0);
        busy = new Busy("cancel-whitening", model::cancel);
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        arrangePictures();
        legend.setMaxWidth(200);
        VBox content = new VBox(10, controls(form), busy, pictures, legend, caption);
        getChildren().add(new Card("Before and after whitening", training(), content));
        Repainter repainter = new Repainter(this, this::paint);
        repainter.requestOn(model.stateProperty(), model.pairProperty(), before.widthProperty(), lab.darkProperty());
        Repainter applying = new Repainter(this, this::ask);
        applying.requestOn(
                model.stateProperty(),
                form.valueProperty(),
                data.dataProperty(),
                data.orderProperty(),
                data.firstProperty(),
                data.firstClassProperty(),
                data.partProperty(),
                data.degreesProperty(),
                data.randomProperty());
        repainter.request();
        applying.request();
        before.grid().pointedProperty().addListener((o, was, is) -> point(before, "before whitening", is));
        after.grid().pointedProperty().addListener((o, was, is) -> point(after, "whitened", is));
    }

    private Node training() {
        LabelledChoice<Whitening> choice = LabelledChoice.of(
                "the next run whitens:",
                model.inTrainingProperty(),
                w -> switch (w) {
                    case NONE -> "no";
                    case TRAIN -> "from train";
                    case EACH -> "each set's own";
                },
                List.of(Whitening.values()));
        choice.setMinWidth(0);
        return choice;
    }

    private Node controls(TrainingForm form) {
        slider.setId("epsilon-slider");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(200);
        slider.setAccessibleText("Whitening's ε, what is added to every variance");
        epsilon.setId("epsilon");
        epsilon.getStyleClass().add("number-field");
        epsilon.setAccessibleText("Whitening's ε");
        epsilon.setPrefColumnCount(6);
        epsilon.textProperty().bindBidirectional(model.epsilonProperty());
        epsilon.setOnAction(event -> model.fit());
        form.problemProperty()
                .addListener((o, was, is) -> epsilon.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("error"),
                        is.filter(p -> p.field().equals("epsilon")).isPresent()));
        slider.valueProperty().addListener((o, was, is) -> {
            if (!moving) {
                moving = true;
                model.epsilonProperty()
                        .set(STOPS.get((int) Math.round(is.doubleValue())).toPlainString());
                moving = false;
            }
        });
        model.epsilonProperty().addListener(o -> moveSlider());
        moveSlider();
        fit.setId("whiten");
        fit.setTooltip(new Tooltip("Fit to the training images and show the samples whitened"));
        fit.setMinWidth(USE_PREF_SIZE);
        fit.setOnAction(event -> model.fit());
        fit.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.stateProperty().get().running()
                                || form.problemProperty().get().isPresent()
                                || model.isCurrent(),
                        model.stateProperty(),
                        form.problemProperty(),
                        form.valueProperty()));
        Label name = new Label("ε");
        name.setLabelFor(epsilon);
        HBox value = new HBox(8, name, slider, epsilon);
        value.setAlignment(Pos.CENTER_LEFT);
        FlowPane bar = new FlowPane(value, fit);
        bar.getStyleClass().add("view-toolbar");
        return bar;
    }

    private void moveSlider() {
        if (moving) {
            return;
        }
        try {
            double typed = Double.parseDouble(epsilon.getText().strip());
            int nearest = IntStream.range(0, STOPS.size())
                    .boxed()
                    .min((a, b) -> Double.compare(distance(a, typed), distance(b, typed)))
                    .orElse(0);
            moving = true;
            slider.setValue(nearest);
            moving = false;
        } catch (NumberFormatException e) {
            // What is typed is not a number, which the form says already.
            return;
        }
    }

    private static double distance(int stop, double value) {
        return Math.abs(Math.log(STOPS.get(stop).doubleValue()) - Math.log(Math.max(1e-9, value)));
    }

    private void arrangePictures() {
        Label first = new Label("before");
        Label second = new Label("after");
        for (Label label : List.of(first, second)) {
            label.getStyleClass().add("muted");
            label.setMinWidth(LABELS);
        }
        pictures.setHgap(8);
        pictures.setVgap(6);
        pictures.addRow(0, first, before);
        pictures.addRow(1, second, after);
        GridPane.setHgrow(before, javafx.scene.layout.Priority.ALWAYS);
        GridPane.setHgrow(after, javafx.scene.layout.Priority.ALWAYS);
        pictures.setMinWidth(0);
    }

    private void ask() {
        model.follow();
        model.apply();
        showState();
    }

    private void showState() {
        WhiteningModel.State state = model.stateProperty().get();
        if (state.running()) {
            busy.running(state.words(), state.share());
        } else {
            busy.ended(state.words(), state.problem());
        }
        String images = String.format(
                Locale.ROOT,
                "the %,d training images%s",
                model.images(),
                data.dataProperty()
                                .get()
                                .map(d -> d.train().size() > model.images())
                                .orElse(false)
                        ? " that the limit leaves"
                        : "");
        caption.setText(
                state.fitted().isEmpty()
                        ? "Whitening (ZCA) takes away what neighbouring pixels have in common. It is fitted to "
                                + images + (model.isQuick() ? "." : ": press Whiten.")
                        : "Fitted to " + images + " with ε = "
                                + Numbers.format(state.fitted().get().epsilon())
                                + (model.isCurrent() || state.running() ? "" : "; press Whiten for the other ε")
                                + ". Large ε leaves the image as it is, small ε brings out its finest differences.");
    }

    private void paint() {
        showState();
        Optional<WhiteningModel.Pair> found = model.pairProperty().get();
        boolean fitted =
                found.isPresent() && model.stateProperty().get().fitted().isPresent();
        for (Node node : List.of(pictures, legend)) {
            node.setVisible(fitted);
            node.setManaged(fitted);
        }
        if (!fitted || before.getWidth() <= 0) {
            return;
        }
        WhiteningModel.Pair pair = found.get();
        ImageShape shape = pair.set().shape();
        int columns = pair.numbers().length;
        int enlargement = before.enlargement(shape, Math.max(columns, WISHED_COLUMNS), 0);
        int[] order = IntStream.range(0, columns)
                .map(i -> pair.numbers()[i] < 0 ? -1 : i)
                .toArray();
        boolean dark = lab.darkProperty().get();
        double limit = limit(pair.after());
        before.show(shape, pair.before(), order, columns, enlargement, 1, false, dark);
        after.show(shape, pair.after(), order, columns, enlargement, limit, true, dark);
        before.grid().setAccessibleText("A sample of each class before whitening, " + columns + " in all");
        after.grid()
                .setAccessibleText("The same samples whitened; the greatest values are about " + Numbers.format(limit));
        if (shape.channels() == 3) {
            legend.showColours(true, Numbers.format(limit));
        } else {
            legend.show(new Coloring(Palette.BLUE_ORANGE, dark, true), limit);
        }
    }

    private void point(Pictures shown, String words, Optional<Place> place) {
        lab.inspectionProperty().set(place.map(p -> {
            TileContent content = shown.grid().content();
            Tiles tiles = content.tiles();
            return new Inspection(
                    data.shownClasses().get(p.tile()) + " · " + words,
                    tiles.tile(p.tile()),
                    tiles.channels(),
                    tiles.width(),
                    content.coloring().signed(),
                    content.limits()[p.tile()],
                    p.row(),
                    p.column(),
                    List.of(new Fact("pixel", Numbers.format(tiles.mean(p.tile(), p.row(), p.column())))),
                    "A sample of class " + data.shownClasses().get(p.tile()) + ", " + words + ".",
                    Optional.empty());
        }));
    }

    private static double limit(float[] values) {
        float[] sizes = new float[values.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(values[i]);
        }
        Arrays.sort(sizes);
        return Math.max(1e-6, sizes[(int) (SHOWN_SHARE * (sizes.length - 1))]);
    }
}
