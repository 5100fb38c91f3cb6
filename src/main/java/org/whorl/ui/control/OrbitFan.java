package org.whorl.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.util.Duration;

/**
 * Moves the copies of each orbit from its first picture to where they stand, while they turn. It shows parts of the picture that is
 * painted anyway, in its place, and is gone when they have arrived.
 */
final class OrbitFan extends Group {
    /** More pictures than this are not moved: a slow machine would show three frames of it. */
    static final int MOST = 400;

    private static final Duration TIME = Duration.millis(280);

    private final Timeline moving = new Timeline();
    private ImageView whole;

    OrbitFan() {
        getStyleClass().add("unfolding");
        setManaged(false);
        setMouseTransparent(true);
        moving.setOnFinished(e -> end());
    }

    /**
     * Begins.
     *
     * @param picture of all, which is not seen meanwhile
     * @param orbit pictures that follow one another
     * @param turn counter-clockwise, in degrees, by the number of a copy
     * @param from how far it is already
     */
    void play(
            ImageView picture,
            TileContent content,
            TileGeometry geometry,
            int orbit,
            IntToDoubleFunction turn,
            Duration from) {
        end();
        int[] order = content.order();
        if (orbit < 2 || order.length > MOST) {
            return;
        }
        whole = picture;
        List<Node> tiles = new ArrayList<>();
        List<KeyValue> ends = new ArrayList<>();
        // The first of each orbit is added last, and so lies on top of the others.
        for (int i = order.length - 1; i >= 0; i--) {
            if (order[i] >= 0) {
                int first = i - i % orbit;
                int x = geometry.left(i % content.columns());
                int y = geometry.top(i / content.columns());
                ImageView tile = new ImageView(picture.getImage());
                tile.setSmooth(false);
                tile.setViewport(new Rectangle2D(x, y, geometry.tileWidth(), geometry.tileHeight()));
                tile.setX(x);
                tile.setY(y);
                tile.setTranslateX(geometry.left(first % content.columns()) - x);
                tile.setTranslateY(geometry.top(first / content.columns()) - y);
                double degrees = turn.applyAsDouble(i - first);
                // Clockwise by what it was turned the other way: it begins as the first looks. The shorter way round.
                tile.setRotate(degrees > 180 ? degrees - 360 : degrees);
                ends.add(new KeyValue(tile.translateXProperty(), 0, Interpolator.EASE_BOTH));
                ends.add(new KeyValue(tile.translateYProperty(), 0, Interpolator.EASE_BOTH));
                ends.add(new KeyValue(tile.rotateProperty(), 0, Interpolator.EASE_BOTH));
                tiles.add(tile);
            }
        }
        getChildren().setAll(tiles);
        picture.setVisible(false);
        moving.getKeyFrames().setAll(new KeyFrame(TIME, ends.toArray(KeyValue[]::new)));
        moving.playFrom(from);
    }

    /** Shows everything where it stands. */
    void end() {
        moving.stop();
        if (whole != null) {
            whole.setVisible(true);
            whole = null;
        }
        getChildren().clear();
    }

    /** How far it is; empty where nothing moves. */
    Optional<Duration> playing() {
        return whole == null ? Optional.empty() : Optional.of(moving.getCurrentTime());
    }
}
