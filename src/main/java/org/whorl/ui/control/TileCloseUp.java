package org.whorl.ui.control;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.whorl.figure.Tiles;

/**
 * One picture of a grid, as large as there is room, which changes along with it. What is pointed at or chosen here is so there; the
 * arrows go on to the pictures beside it, with Shift from value to value.
 */
public final class TileCloseUp extends VBox {
    private static final int NOT_THERE = -1;

    private final TileGrid source;
    private final TileGrid picture = new TileGrid();
    private final Frame frame = new Frame();
    private final Label name = new Label();
    private final Label value = new Label();
    private final ColorBar legend = new ColorBar();
    private final InvalidationListener follow = o -> draw();
    private int tile;

    /**
     * A picture of a grid.
     *
     * @param tile which one
     */
    public TileCloseUp(TileGrid source, int tile) {
        super(8);
        this.source = source;
        this.tile = tile;
        getStyleClass().addAll("card", "tile-close-up");
        name.getStyleClass().add("card-title");
        value.getStyleClass().add("muted");
        legend.setMaxWidth(280);
        VBox.setVgrow(frame, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(name, frame, value, legend);
        frame.widthProperty().addListener(follow);
        frame.heightProperty().addListener(follow);
        source.contentProperty().addListener(follow);
        picture.pointedProperty().addListener((o, was, is) -> point(is));
        picture.setOnChosen(place -> source.choose(there(place)));
        picture.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        draw();
    }

    /** Follows its grid no longer. */
    public void end() {
        source.contentProperty().removeListener(follow);
        source.point(Optional.empty());
    }

    /** The enlarged picture. */
    public TileGrid picture() {
        return picture;
    }

    private Place there(Place here) {
        return new Place(tile, here.row(), here.column());
    }

    private void point(Optional<Place> place) {
        source.point(place.map(this::there));
        TileContent content = source.content();
        value.setText(place.map(this::there)
                .map(p -> "row " + (p.row() + 1) + ", column " + (p.column() + 1) + ": " + content.words(p))
                .orElse(content.tiles().height() + " × " + content.tiles().width()
                        + " values: point at one to read it"));
    }

    private void key(KeyEvent e) {
        if (e.getCode().isArrowKey() && !e.isShiftDown() && !e.isShortcutDown() && !e.isAltDown()) {
            tile = source.places()
                    .moved(new Place(tile, 0, 0), e.getCode(), false)
                    .tile();
            draw();
            e.consume();
        }
    }

    private void draw() {
        TileContent content = source.content();
        if (content.cellOf(tile) == NOT_THERE) {
            tile = Arrays.stream(content.order())
                    .filter(i -> i >= 0)
                    .findFirst()
                    .orElse(0);
        }
        Tiles all = content.tiles();
        int side = Math.max(1, (int) Math.min(frame.getWidth() / all.width(), frame.getHeight() / all.height()));
        Tiles one = new Tiles(all.tile(tile), 1, all.channels(), all.height(), all.width(), all.support());
        int width = side * all.width();
        int height = side * all.height();
        name.setText(source.nameOf(tile));
        picture.setAccessibleText(name.getText() + ", enlarged; arrow keys go to the pictures beside it");
        picture.show(
                TileContent.single(one, content.limits()[tile], content.coloring()),
                new TileGeometry(1, 1, width, height, width, height));
        legend.show(content.coloring(), content.limits()[tile]);
        point(picture.pointedProperty().get());
    }

    /** The room there is, which the picture must not widen. */
    private final class Frame extends Region {
        Frame() {
            getChildren().add(picture);
            setMinSize(0, 0);
        }

        @Override
        protected void layoutChildren() {
            picture.resizeRelocate(
                    Math.rint((getWidth() - picture.prefWidth(-1)) / 2),
                    0,
                    picture.prefWidth(-1),
                    picture.prefHeight(-1));
        }

        @Override
        protected double computePrefHeight(double width) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }
    }
}
