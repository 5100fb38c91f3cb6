package org.whorl.ui.experiment;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Card;

/** What the window shows before the first run: what is seen, what to press, and what else there is to watch, a picture and a sentence each. */
public final class ExperimentsCard extends VBox {
    private static final double LEAST_TILE = 200;
    private static final double WIDEST_TILE = 300;
    private static final double PICTURE_HEIGHT = 72;
    private static final double GAP = 12;
    private static final int STEPS = 4;

    private final ObservableBooleanValue dark;
    /** Kept, since it is listened to weakly: a card that is taken away must not be held by the theme. */
    private final ChangeListener<Boolean> redraw;

    private final List<Runnable> pictures = new ArrayList<>();
    private final DoubleBinding within;

    /**
     * A card.
     *
     * @param said what is seen, and what to press
     * @param begin sets an experiment's settings and trains
     * @param lesson begins the first lesson
     * @param dismiss takes the card away
     * @param dark whether the window is dark
     */
    public ExperimentsCard(
            List<GuidedExperiment> experiments,
            ObservableStringValue said,
            Consumer<GuidedExperiment> begin,
            Runnable lesson,
            Runnable dismiss,
            ObservableBooleanValue dark) {
        this.dark = dark;
        redraw = (o, was, is) -> pictures.forEach(Runnable::run);
        dark.addListener(new WeakChangeListener<>(redraw));
        setId("experiments");
        Label words = new Label();
        words.setId("experiments-words");
        words.textProperty().bind(said);
        words.setWrapText(true);
        EqualTiles tiles = new EqualTiles(LEAST_TILE, WIDEST_TILE, GAP);
        within = tiles.tileWidthProperty().subtract(2 * GAP);
        for (GuidedExperiment experiment : experiments) {
            tiles.getChildren()
                    .add(tile(
                            experiment.title(),
                            experiment.text(),
                            picture(experiment),
                            () -> begin.accept(experiment)));
        }
        tiles.getChildren()
                .add(tile(
                        "Or step by step",
                        "Lessons lead through the window, a sentence and a picture at a time. This is the first.",
                        steps(),
                        lesson));
        Button close = new Button("Not now");
        close.setId("experiments-dismiss");
        close.getStyleClass().add("link-button");
        close.setOnAction(e -> dismiss.run());
        getChildren().add(new Card("Begin here", close, new VBox(GAP, words, tiles)));
    }

    private Node picture(GuidedExperiment experiment) {
        ImageView view = new ImageView();
        view.setFitHeight(PICTURE_HEIGHT);
        view.fitWidthProperty().bind(within);
        view.setPreserveRatio(true);
        Runnable draw = () -> {
            URL picture = Experiments.picture(experiment, dark.get());
            view.setImage(picture == null ? null : new Image(picture.toExternalForm(), true));
        };
        pictures.add(draw);
        draw.run();
        return view;
    }

    /** One, two, three, four. */
    private static Node steps() {
        HBox steps = new HBox(GAP);
        steps.setAlignment(Pos.CENTER_LEFT);
        steps.setMinHeight(PICTURE_HEIGHT);
        IntStream.rangeClosed(1, STEPS)
                .mapToObj(Integer::toString)
                .map(Label::new)
                .forEach(step -> {
                    step.getStyleClass().add("lesson-step");
                    steps.getChildren().add(step);
                });
        return steps;
    }

    private Button tile(String heading, String sentence, Node picture, Runnable action) {
        Label title = new Label(heading);
        title.getStyleClass().add("card-title");
        Label text = new Label(sentence);
        text.getStyleClass().add("muted");
        for (Label words : List.of(title, text)) {
            words.setWrapText(true);
            // Otherwise a button asks how high they are where they are as narrow as can be.
            words.minWidthProperty().bind(within);
            words.maxWidthProperty().bind(within);
        }
        VBox content = new VBox(6, picture, title, text);
        content.setAlignment(Pos.TOP_LEFT);
        content.setMaxHeight(Region.USE_PREF_SIZE);
        Button tile = new Button();
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setGraphic(content);
        tile.setAccessibleText(heading);
        tile.setAccessibleHelp(sentence);
        tile.setAlignment(Pos.TOP_LEFT);
        tile.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        tile.setOnAction(e -> action.run());
        return tile;
    }
}
