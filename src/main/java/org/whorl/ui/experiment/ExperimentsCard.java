package org.whorl.ui.experiment;

import java.net.URL;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.ui.control.Card;

/** What the window shows before the first run: what is seen, what to press, and what else there is to watch, a picture and a sentence each. */
public final class ExperimentsCard extends VBox {
    private static final double TILE = 200;
    private static final double PICTURE_HEIGHT = 72;
    private static final double GAP = 12;

    /**
     * A card.
     *
     * @param begin sets an experiment's settings and trains
     * @param dismiss takes the card away
     */
    public ExperimentsCard(List<Experiment> experiments, Consumer<Experiment> begin, Runnable dismiss) {
        setId("experiments");
        Label words = new Label(
                "Below are filters that a network found by itself in pictures of overlapping leaves: each row is one learned"
                        + " filter and its rotations. Press Start to watch such a bank form out of nothing, or choose:");
        words.setWrapText(true);
        EqualTiles tiles = new EqualTiles(TILE, GAP);
        for (Experiment experiment : experiments) {
            tiles.getChildren().add(tile(experiment, begin));
        }
        Button close = new Button("Not now");
        close.setId("experiments-dismiss");
        close.getStyleClass().add("link-button");
        close.setOnAction(e -> dismiss.run());
        getChildren().add(new Card("Begin here", close, new VBox(GAP, words, tiles)));
    }

    private static Button tile(Experiment experiment, Consumer<Experiment> begin) {
        Label title = new Label(experiment.title());
        title.getStyleClass().add("card-title");
        Label text = new Label(experiment.text());
        text.getStyleClass().add("muted");
        for (Label words : List.of(title, text)) {
            words.setWrapText(true);
            // Otherwise a button asks how high they are where they are as narrow as can be.
            words.setMinWidth(TILE - 2 * GAP);
            words.setMaxWidth(TILE - 2 * GAP);
        }
        VBox content = new VBox(6, title, text);
        URL picture = Experiments.picture(experiment);
        if (picture != null) {
            ImageView view = new ImageView(new Image(picture.toExternalForm(), true));
            view.setFitHeight(PICTURE_HEIGHT);
            view.setFitWidth(TILE - 2 * GAP);
            view.setPreserveRatio(true);
            content.getChildren().add(0, view);
        }
        content.setAlignment(Pos.TOP_LEFT);
        content.setMaxHeight(Region.USE_PREF_SIZE);
        Button tile = new Button();
        tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        tile.setGraphic(content);
        tile.setAccessibleText(experiment.title());
        tile.setAccessibleHelp(experiment.text());
        tile.setAlignment(Pos.TOP_LEFT);
        tile.setPrefWidth(TILE);
        tile.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        tile.setOnAction(e -> begin.accept(experiment));
        return tile;
    }
}
