package org.whorl.ui.view.codes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.data.ImageShape;
import org.whorl.figure.Coloring;
import org.whorl.figure.Palette;
import org.whorl.figure.Tiles;
import org.whorl.network.Copies;
import org.whorl.ui.control.Place;
import org.whorl.ui.control.Presence;
import org.whorl.ui.control.TileContent;
import org.whorl.ui.control.TileGeometry;
import org.whorl.ui.control.TileGrid;
import org.whorl.ui.control.TurnSlider;
import org.whorl.ui.control.TurnStep;
import org.whorl.ui.control.TypeSize;
import org.whorl.ui.model.Fact;
import org.whorl.ui.model.Inspection;
import org.whorl.ui.model.LabState;
import org.whorl.ui.model.data.SelectedDataset;
import org.whorl.ui.model.data.SetsModel;
import org.whorl.ui.model.input.ClassWords;
import org.whorl.ui.model.input.CodeInput;
import org.whorl.ui.model.input.Codes;
import org.whorl.ui.model.input.InputModel;
import org.whorl.ui.view.SetOffer;

/** Picks an image, opens one, draws one, and turns it; what the network says of it. */
final class InputCard extends VBox {
    static final int WIDTH = 226;
    /** Whole multiples of 28, as most pictures have so many pixels along a side. */
    private static final int PICTURE = 196;

    private static final int MIDDLE_PICTURE = 168;
    private static final int LOW_PICTURE = 140;
    private static final int SMALL_PICTURE = 112;
    /** From these heights of a window on, a picture of that size leaves room for the scores of ten classes and what the head promises. */
    private static final double HIGH = 940;

    private static final double LOW = 800;
    /** A window of this height has room for everything, whatever the type. */
    private static final double ROOMY = 860;

    private static final double LEAST_ANGLE = 34;

    private int side = PICTURE;
    private final LabState lab;
    private final InputModel model;
    private final Label name = new Label();
    private final TileGrid picture = new TileGrid();
    private final ImageChooser chooser;
    private final Slider turn = new Slider(0, 360, 0);
    private final Label angle = new Label();
    private final TurnStep step;
    private final Label rule = new Label();
    private final Label turnedVerdict = new Label();
    private final Label uprightVerdict = new Label();
    private final ProbabilityBars bars = new ProbabilityBars();
    private final Label problem = new Label();
    private final Label noScores = new Label();
    private final SetOffer lacking;
    private final VBox scores;
    private final Label headWords = muted("");
    private final Label apart = muted("");
    private final Label key = muted("wide: turned · thin: upright");
    private final TypeSize type = new TypeSize();
    private final SelectedDataset chosen;

    InputCard(LabState lab, InputModel model, SelectedDataset chosen, SetsModel sets) {
        this.lab = lab;
        this.model = model;
        getStyleClass().addAll("card", "input-card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        this.chosen = chosen;
        chooser = new ImageChooser(lab, model, picture, chosen);
        step = new TurnStep(model.degreesProperty());
        rule.getStyleClass().add("muted");
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        rule.textProperty().bind(model.ruleProperty());
        rule.visibleProperty().bind(rule.textProperty().isNotEmpty());
        rule.managedProperty().bind(rule.visibleProperty());
        Label title = new Label("Input");
        title.getStyleClass().add("card-title");
        name.getStyleClass().add("muted");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        noScores.getStyleClass().addAll("muted", "no-scores");
        noScores.setWrapText(true);
        noScores.setMinHeight(USE_PREF_SIZE);
        lacking = new SetOffer(sets);
        scores = new VBox(
                6,
                line(muted("turned"), turnedVerdict),
                line(muted("upright"), uprightVerdict),
                headWords,
                bars,
                key,
                apart);
        // What comes and goes stands under what is clicked, which it does not move.
        getChildren()
                .addAll(
                        line(title, name),
                        picture,
                        lacking,
                        chooser,
                        problem,
                        turnLine(),
                        turn,
                        scores,
                        noScores,
                        rule,
                        type);
        type.watch(this::fold);
        // A window may become as high as the screen after its letters have become large.
        sceneProperty().flatMap(Scene::heightProperty).addListener(o -> fold());
        TurnSlider.follow(turn, model.degreesProperty(), step::step);
        turn.getStyleClass().add("input-turn");
        turn.setAccessibleText("Turn the input counter-clockwise, in degrees");
        headWords.setId("head-words");
        headWords.setWrapText(true);
        headWords.setMinHeight(USE_PREF_SIZE);
        apart.setId("scores-apart");
        apart.setWrapText(true);
        apart.setMinHeight(USE_PREF_SIZE);
        turnedVerdict.getStyleClass().add("card-title");
        picture.pointedProperty().addListener((o, was, is) -> point(is));
        setOnDragOver(chooser::dragOver);
        setOnDragDropped(chooser::dropped);
    }

    private HBox turnLine() {
        Button upright = new Button("0°");
        upright.setMinWidth(USE_PREF_SIZE);
        upright.setTooltip(new Tooltip("Upright again"));
        upright.setAccessibleText("Turn it upright again");
        upright.setOnAction(e -> model.degreesProperty().set(0));
        angle.getStyleClass().add("strong");
        angle.setMinWidth(LEAST_ANGLE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(6, muted("turned"), angle, space, upright, step);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static HBox line(Node left, Node right) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(left, space, right);
    }

    /** Shows the image as it is turned now, without waiting for what the network makes of it. */
    void showImage(boolean dark) {
        CodeInput input = model.inputProperty().get();
        if (input == null) {
            return;
        }
        showLack();
        List<String> names = model.imageClassNames();
        name.setText(
                model.lacksImages()
                        ? ""
                        : input.name()
                                + (input.label().isPresent()
                                        ? " · "
                                                + ClassWords.className(
                                                        names, input.label().getAsInt())
                                        : ""));
        ImageShape shape = input.shape();
        int factor = Math.max(1, side / Math.max(shape.width(), shape.height()));
        int width = factor * shape.width();
        int height = factor * shape.height();
        picture.show(
                TileContent.single(
                        new Tiles(model.turned(), 1, shape.channels(), shape.height(), shape.width()),
                        1,
                        new Coloring(Palette.GREY, dark, false)),
                new TileGeometry(1, 1, width, height, width, height));
        angle.setText(
                String.format(Locale.ROOT, "%.0f°", model.degreesProperty().get() % 360));
        picture.setAccessibleText("The input, " + name.getText() + ", turned by " + angle.getText());
        chooser.show(names);
    }

    /** Shows what the network says. */
    void show(Codes codes) {
        Copies copies = Copies.of(codes.asTried().shown().parameters(), 0);
        step.show(copies);
        turn.setBlockIncrement(Math.max(1, copies.step() % 360));
        String why = "";
        if (!codes.shown().namesClasses()) {
            why = "It names no classes: it was trained to reconstruct images, and its head has learned nothing.";
        } else if (codes.input().isEmptySheet()) {
            why = "Nothing is drawn yet, so that there is nothing to name.";
        }
        boolean lacks = model.lacksImages();
        noScores.setText(lacks ? "" : why);
        Presence.show(noScores, !noScores.getText().isEmpty());
        Presence.show(scores, !lacks && why.isEmpty());
        if (!scores.isVisible()) {
            return;
        }
        List<String> names = codes.shown().classNames();
        double[] turned = codes.trace().probabilities();
        double[] upright = codes.upright().probabilities();
        turnedVerdict.setText(ClassWords.verdict(names, turned));
        uprightVerdict.setText(ClassWords.verdict(names, upright));
        bars.show(names, turned, upright);
        headWords.setText(HeadWords.of(codes.asTried().shown().spec()));
        apart.setText(HeadWords.apart(turned, upright));
    }

    /** In front of a class the image and its scores are worth more than the choice of another. */
    private void fold() {
        double height = getScene() == null ? Double.MAX_VALUE : getScene().getHeight();
        boolean compact = type.isLarge() && height < ROOMY;
        Presence.show(List.of(chooser, key, apart), !compact);
        side = compact ? SMALL_PICTURE : height < LOW ? LOW_PICTURE : height < HIGH ? MIDDLE_PICTURE : PICTURE;
        showImage(lab.darkProperty().get());
    }

    /** Where there are no images for the network, that stands in place of an empty one. */
    private void showLack() {
        boolean lacks = model.lacksImages();
        Presence.show(picture, !lacks);
        if (lacks) {
            Presence.show(scores, false);
        }
        Optional<String> own = lab.getShown().trainedOn();
        lacking.offer(
                lacks
                        ? own.map(set -> lab.getShown().title() + " was trained on " + set + ", whose images are "
                                        + (isBeingRead(set) ? "on their way." : "not chosen."))
                                .orElse("There are no images of "
                                        + lab.getShown().spec().input() + " to look at.")
                        : "",
                own);
    }

    private boolean isBeingRead(String set) {
        SelectedDataset.State now = chosen.stateProperty().get();
        return now.isReading() && now.choice().name().equals(set);
    }

    private void point(Optional<Place> place) {
        lab.inspectionProperty()
                .set(place.flatMap(p -> model.codesProperty().get().map(codes -> inspect(codes, p))));
    }

    private Inspection inspect(Codes codes, Place p) {
        ImageShape shape = codes.input().shape();
        Tiles prepared = new Tiles(codes.prepared(), 1, shape.channels(), shape.height(), shape.width());
        Tiles raw = new Tiles(codes.turned(), 1, shape.channels(), shape.height(), shape.width());
        return new Inspection(
                "input · " + codes.input().name(),
                codes.prepared(),
                shape.channels(),
                shape.width(),
                true,
                Math.max(1e-6, prepared.peak()),
                p.row(),
                p.column(),
                List.of(
                        new Fact("pixel", org.whorl.figure.Numbers.format(raw.mean(0, p.row(), p.column()))),
                        new Fact(
                                "as the network sees it",
                                org.whorl.figure.Numbers.signed(prepared.mean(0, p.row(), p.column()))),
                        new Fact("turned by", angle.getText())),
                "The input as the network sees it: the training images' mean taken away, divided by their deviation.",
                Optional.empty());
    }
}
